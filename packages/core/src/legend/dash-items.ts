import { bucketLabel } from '../buckets/bucket-label.js';
import type { Bucket, Bucketing } from '../buckets/bucketing.js';
import { printNumber } from '../buckets/print-number.js';
import { bucketDashes, dashPlace, type Dash } from '../colors/dash-patterns.js';
import type { RunId } from '../run/run.js';
import { legendMessagesEn, type LegendMessages } from './legend-messages.js';

/** One line of the legend of a second Key: a dash pattern and what it stands for. */
export interface DashItem {
  /** `dash:0` … `dash:5` by pattern, `dash:missing`, `dash:nonFinite`. */
  readonly id: string;
  readonly dash: Dash;
  /** Range or category in words; "Other (3)" where several categories share the last pattern. */
  readonly label: string;
  /** Indices of the buckets that it stands for. */
  readonly bucketIndices: readonly number[];
  readonly count: number;
  readonly visibleCount: number;
}

/** Wording and visibility for `dashItems`; everything is optional. */
export interface DashItemsOptions {
  /** Default: English. */
  readonly messages?: LegendMessages;
  /** BCP 47 tag for numbers and dates; default `en`. */
  readonly locale?: string;
  /** Whether a run is shown. Default: all are. */
  readonly isVisible?: (runId: RunId) => boolean;
  /** How many runs of each bucket are shown, by bucket index, where that is known; then `isVisible` is not asked. */
  readonly visibleCounts?: ArrayLike<number>;
}

/** The legend items of a second Key (`bucketDashColumn`), one per pattern in use. */
export function dashItems(bucketing: Bucketing, options: DashItemsOptions = {}): DashItem[] {
  const { messages = legendMessagesEn, locale = 'en', isVisible = () => true } = options;
  const dashes = bucketDashes(bucketing);
  const visible = options.visibleCounts ?? countVisible(bucketing, isVisible);
  const ids = [...new Set(bucketing.buckets.map(dashItemId))];
  const groups = ids.map((id) => ({ id, buckets: bucketing.buckets.filter((bucket) => dashItemId(bucket) === id) }));
  return groups.map(({ id, buckets }) => ({
    id,
    dash: dashes[buckets[0]?.index ?? 0] ?? null,
    label: labelOf(buckets, bucketing, messages, locale),
    bucketIndices: buckets.map(({ index }) => index),
    count: total(buckets.map(({ count }) => count)),
    visibleCount: total(buckets.map(({ index }) => visible[index] ?? 0)),
  }));
}

/** Which item of `dashItems` a bucket of a second Key belongs to. */
export function dashItemId(bucket: Bucket): string {
  return bucket.kind === 'missing' || bucket.kind === 'nonFinite' ? `dash:${bucket.kind}` : `dash:${dashPlace(bucket)}`;
}

function labelOf(buckets: readonly Bucket[], bucketing: Bucketing, messages: LegendMessages, locale: string): string {
  const [first] = buckets;
  if (first && buckets.length === 1) return bucketLabel(first, bucketing, messages, locale);
  const categories = total(buckets.map(({ kind, categoryCount }) => (kind === 'other' ? categoryCount : 1)));
  return messages.legendOther.replace('{count}', printNumber(categories, 'fixed', 0, locale));
}

function countVisible({ column, bucketIndices, buckets }: Bucketing, isVisible: (runId: RunId) => boolean): number[] {
  const counts = buckets.map(() => 0);
  column.runIds.forEach((id, place) => {
    const index = bucketIndices[place] ?? 0;
    if (isVisible(id)) counts[index] = (counts[index] ?? 0) + 1;
  });
  return counts;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
