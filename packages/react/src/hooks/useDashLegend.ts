import { dashItems, type DashItem } from '@runhue/core';
import { useMemo } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import { changeView } from '../store/runhue-store.js';
import { hiddenBucketsFor, isBucketHidden, isolateBucket, toggleBucket } from '../store/visibility.js';
import { useColoring, useVisibility } from './useColoring.js';
import { keyTitle } from './useColoringTitle.js';
import { useHighlightActs, useHighlightedItem } from './useHighlight.js';

/** The second Key: what each dash pattern means, and what can be done with its runs. */
export interface DashLegend {
  /** The second Key, and its Y value, in words. */
  readonly title: string;
  readonly items: readonly DashItem[];
  isShown(dashId: string): boolean;
  toggle(dashId: string): void;
  isolate(dashId: string): void;
  readonly highlighted: string | null;
  highlight(dashId: string | null): void;
}

/** The legend of the second Key; null when none is chosen. */
export function useDashLegend(): DashLegend | null {
  const { store, messages, locale } = useRunhueContext();
  const { dashing } = useColoring();
  const { visibleDashCounts, hiddenDashes } = useVisibility();
  const highlighted = useHighlightedItem('dash');
  const { highlightDash } = useHighlightActs();
  const items = useMemo(
    () => (dashing ? dashItems(dashing.bucketing, { messages, locale, ...(visibleDashCounts && { visibleCounts: visibleDashCounts }) }) : []),
    [dashing, messages, locale, visibleDashCounts],
  );
  return useMemo(() => {
    if (!dashing) return null;
    const { signature } = dashing;
    const current = () => hiddenBucketsFor(store.getState().view.hiddenDashes, signature);
    const ids = items.map(({ id }) => id);
    return {
      title: keyTitle(dashing.keyId, dashing.entry, dashing.bucketing.column.yValue, messages, locale),
      items,
      isShown: (id) => !isBucketHidden(hiddenDashes, id),
      toggle: (id) => changeView(store, { hiddenDashes: toggleBucket(current(), signature, id, ids) }),
      isolate: (id) => changeView(store, { hiddenDashes: isolateBucket(current(), signature, id, ids) }),
      highlighted,
      highlight: highlightDash,
    };
  }, [dashing, items, hiddenDashes, messages, locale, store, highlighted, highlightDash]);
}
