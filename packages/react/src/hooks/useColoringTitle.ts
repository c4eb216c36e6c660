import type { KeyEntry, KeyId, YValue } from '@runhue/core';
import { useRunhueContext } from '../RunhueContext.js';
import { fill } from '../messages/fill.js';
import type { Messages } from '../messages/messages.js';
import { useColoring } from './useColoring.js';
import { useRunhueStore } from './useRunhueStore.js';

/** What the colours stand for in words: "val/loss · max", "optimizer", or "Original run colors". */
export function useColoringTitle(): string {
  const { messages, locale } = useRunhueContext();
  const { entry, key, bucketing } = useColoring();
  const mode = useRunhueStore((state) => state.settings.mode);
  if (mode === 'original' || key === null || bucketing.keyId !== key) return messages.originalRunColors;
  return keyTitle(key, entry, bucketing.column.yValue, messages, locale);
}

/** A Key in words, with its Y value where it has one. */
export function keyTitle(key: KeyId, entry: KeyEntry | null, yValue: YValue, messages: Messages, locale: string): string {
  const name = entry?.label ?? key.slice(key.indexOf(':') + 1);
  if (key.startsWith('config:')) return name;
  const template = { latest: messages.latestOf, max: messages.maxOf, min: messages.minOf }[yValue];
  return fill(template, { key: name }, locale);
}
