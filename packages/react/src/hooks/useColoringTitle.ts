import type { KeyEntry, KeyId, YValue } from '@runhue/core';
import { useCallback } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import { fill } from '../messages/fill.js';
import type { Messages } from '../messages/messages.js';
import type { Derived } from '../store/derived.js';
import { useDerived } from './useDerived.js';

/** What the colours stand for in words: "val/loss · max", "optimizer", or "Original run colors". */
export function useColoringTitle(): string {
  const { messages, locale } = useRunhueContext();
  return useDerived(useCallback((derived) => coloringTitle(derived, messages, locale), [messages, locale]));
}

/** The same of what follows from the choices. */
export function coloringTitle({ coloring: { entry, key, bucketing }, settings: { mode } }: Derived, messages: Messages, locale: string): string {
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
