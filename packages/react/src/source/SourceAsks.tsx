import { parseKeyId } from '@runhue/core';
import { useEffect } from 'react';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import type { SourceSession, SourceState } from './source-session.js';
import { useWantedColumn } from './useWantedColumn.js';

/** Asks a source for what the settings need: the keys once, and a column when Key or Y value change. Nothing else asks it for colours. */
export function SourceAsks({ session, state }: { readonly session: SourceSession; readonly state: SourceState }): null {
  const { key: chosen, dashKey } = useRunhueStore((store) => store.settings);
  const { key, yValue } = useWantedColumn(session, state);
  const keys = state.keys.answer;
  const isListed = !keys || keys.entries.length >= keys.total || keys.entries.some(({ id }) => id === chosen);
  useEffect(() => session.askKeys(), [session]);
  useEffect(() => {
    if (key !== null) session.askColumn(key, yValue);
  }, [session, key, yValue]);
  useEffect(() => {
    if (dashKey !== null) session.askDashColumn(dashKey, yValue);
  }, [session, dashKey, yValue]);
  useEffect(() => {
    if (chosen !== null && !isListed) session.askKeyEntry(chosen, parseKeyId(chosen)?.name ?? chosen);
  }, [session, chosen, isListed]);
  return null;
}
