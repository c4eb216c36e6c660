import { resolveKey, type KeyId, type YValue } from '@runhue/core';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import type { SourceSession, SourceState } from './source-session.js';

/** The column that the settings ask for; its key is null until there is a chosen one or the keys are known. */
export interface WantedColumn {
  readonly key: KeyId | null;
  readonly yValue: YValue;
}

export function useWantedColumn(session: SourceSession | null, state: SourceState | null): WantedColumn {
  // Without a source there is nothing to want, and no reason to render what asks.
  const chosen = useRunhueStore(({ settings }) => session && settings.key);
  const yValue = useRunhueStore(({ settings }) => (session ? settings.yValue : 'latest'));
  const keys = state?.keys.answer;
  const key = resolveKey(chosen, keys?.entries ?? []) ?? (keys ? 'default:Step' : null);
  return { key, yValue: session?.usableYValue(yValue) ?? yValue };
}
