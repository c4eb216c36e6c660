import type { LegendItem } from '@runhue/core';
import { useCallback, useState } from 'react';
import { useKeySettings } from '../hooks/useKeySettings.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';

export interface CategoryMoves {
  /** Puts an item at another's place, or says nothing where either cannot move. */
  move(item: LegendItem, to: number): void;
  /** The latest move in words, for those who cannot see it. */
  readonly said: string;
}

/** Reordering of an ordered Key's categories. `items` are the legend's. */
export function useCategoryMoves(items: readonly LegendItem[]): CategoryMoves {
  const messages = useMessages();
  const locale = useLocale();
  const { own, change } = useKeySettings();
  const [said, setSaid] = useState('');
  const move = useCallback(
    (item: LegendItem, to: number) => {
      const ordered = items.filter(({ bucket }) => bucket.categoryId !== null);
      const from = ordered.indexOf(item);
      if (from < 0 || to < 0 || to >= ordered.length || to === from) return;
      const next = ordered.toSpliced(from, 1).toSpliced(to, 0, item);
      const ids = next.map(({ bucket }) => bucket.categoryId as string);
      // Categories that are not listed (rare, or of other runs) stay remembered after them.
      const others = (own.categoryOrder ?? []).filter((id) => !ids.includes(id));
      change({ categoryOrder: [...ids, ...others] });
      setSaid(fill(messages.moved, { label: item.label, index: to + 1, count: ordered.length }, locale));
    },
    [items, own, change, messages, locale],
  );
  return { move, said };
}
