import type { LegendItem } from '@runhue/core';
import { useMemo } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import type { Derived } from '../store/derived.js';
import { changeView } from '../store/runhue-store.js';
import { hiddenBucketsFor, isBucketHidden, isolateBucket, toggleBucket } from '../store/visibility.js';
import { useColorBar, type ColorBarScale } from './useColorBar.js';
import { useColoring, useVisibility } from './useColoring.js';
import { useColoringTitle } from './useColoringTitle.js';
import { useDerived } from './useDerived.js';
import { useDashLegend, type DashLegend } from './useDashLegend.js';
import { useHighlightActs, useHighlightedItem } from './useHighlight.js';
import { useOwnColors, type OwnColors } from './useOwnColors.js';
import { useShowAll } from './useShowAll.js';

/** A legend's items, and the acts on them. */
export interface Legend {
  /** Key and Y value in words. */
  readonly title: string;
  /** From low to high (or in category order), then runs without a value and non-finite ones. */
  readonly items: readonly LegendItem[];
  /** True when at least one item is drawn with a dash, so that swatches should be line samples. */
  readonly dashed: boolean;
  /** Continuous colours: the ramp, its ends and the range that is kept; else null. */
  readonly colorBar: ColorBarScale | null;
  /** The second Key's dash patterns; null when there is none. */
  readonly dashes: DashLegend | null;
  /** Runs with a colour of their own, which the items' colours do not explain. */
  readonly ownColors: OwnColors;
  /** Whether the bucket itself is shown (its runs may still be hidden one by one). */
  isShown(bucketId: string): boolean;
  /** True when no run is shown at all. */
  readonly allHidden: boolean;
  /** Hides a shown bucket, shows a hidden one. */
  toggle(bucketId: string): void;
  /** Shows only this bucket; a second time brings the others back. */
  isolate(bucketId: string): void;
  /** Shows every run, bucket and dash pattern, and the whole range of the colour bar. */
  showAll(): void;
  /** The highlighted bucket, else null. */
  readonly highlighted: string | null;
  highlight(bucketId: string | null): void;
}

const selectItems = ({ legendItems }: Derived): readonly LegendItem[] => legendItems;

/** Everything a legend needs, without markup: items with colour, words and counts, and what can be done with them. */
export function useLegend(): Legend {
  const { store } = useRunhueContext();
  const { bucketing, signature } = useColoring();
  const { hiddenBuckets, hiddenCount } = useVisibility();
  const pointedAt = useHighlightedItem('bucket');
  const highlighted = bucketing.buckets.some(({ id }) => id === pointedAt) ? pointedAt : null;
  const { highlightBucket } = useHighlightActs();
  const title = useColoringTitle();
  const colorBar = useColorBar();
  const dashes = useDashLegend();
  const ownColors = useOwnColors();
  const showAll = useShowAll();
  const items = useDerived(selectItems);
  return useMemo(() => {
    const current = () => hiddenBucketsFor(store.getState().view.hiddenBuckets, signature);
    const ids = bucketing.buckets.map((bucket) => bucket.id);
    return {
      title,
      items,
      dashed: items.some((item) => item.style.dash !== null),
      colorBar,
      dashes,
      ownColors,
      isShown: (id) => !isBucketHidden(hiddenBuckets, id),
      allHidden: hiddenCount > 0 && hiddenCount === bucketing.column.runIds.length,
      toggle: (id) => changeView(store, { hiddenBuckets: toggleBucket(current(), signature, id, ids) }),
      isolate: (id) => changeView(store, { hiddenBuckets: isolateBucket(current(), signature, id, ids) }),
      showAll,
      highlighted,
      highlight: highlightBucket,
    };
  }, [title, items, colorBar, dashes, ownColors, bucketing, hiddenBuckets, hiddenCount, signature, store, highlighted, highlightBucket, showAll]);
}
