import { dashItems, type DashItem } from '@runhue/core';
import { useMemo } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import type { Messages } from '../messages/messages.js';
import type { Derived } from '../store/derived.js';
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
  const coloring = useColoring();
  const visibility = useVisibility();
  const { dashing } = coloring;
  const { hiddenDashes } = visibility;
  const highlighted = useHighlightedItem('dash');
  const { highlightDash } = useHighlightActs();
  const shown = useMemo(() => dashLegendOf({ coloring, visibility }, messages, locale), [coloring, visibility, messages, locale]);
  return useMemo(() => {
    if (!dashing || !shown) return null;
    const { signature } = dashing;
    const { items } = shown;
    const current = () => hiddenBucketsFor(store.getState().view.hiddenDashes, signature);
    const ids = items.map(({ id }) => id);
    return {
      ...shown,
      isShown: (id) => !isBucketHidden(hiddenDashes, id),
      toggle: (id) => changeView(store, { hiddenDashes: toggleBucket(current(), signature, id, ids) }),
      isolate: (id) => changeView(store, { hiddenDashes: isolateBucket(current(), signature, id, ids) }),
      highlighted,
      highlight: highlightDash,
    };
  }, [dashing, shown, hiddenDashes, store, highlighted, highlightDash]);
}

/** What the legend of the second Key says; null when none is chosen. */
export function dashLegendOf(
  { coloring: { dashing }, visibility: { visibleDashCounts } }: Pick<Derived, 'coloring' | 'visibility'>,
  messages: Messages,
  locale: string,
): Pick<DashLegend, 'title' | 'items'> | null {
  return (
    dashing && {
      title: keyTitle(dashing.keyId, dashing.entry, dashing.bucketing.column.yValue, messages, locale),
      items: dashItems(dashing.bucketing, { messages, locale, ...(visibleDashCounts && { visibleCounts: visibleDashCounts }) }),
    }
  );
}
