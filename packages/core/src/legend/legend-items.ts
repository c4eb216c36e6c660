import { bucketLabel } from '../buckets/bucket-label.js';
import type { Bucketing } from '../buckets/bucketing.js';
import type { BucketStyle } from '../colors/bucket-style.js';
import type { RunId } from '../run/run.js';
import { RunhueError } from '../run/runhue-error.js';
import type { LegendItem } from './legend-item.js';
import { englishLegendMessages, type LegendMessages } from './legend-messages.js';

export interface LegendItemsOptions {
  /** Default: English. */
  readonly messages?: LegendMessages;
  /** BCP 47 tag for numbers and dates; default `en`. */
  readonly locale?: string;
  /** Runs that are not shown. Default: none. */
  readonly hidden?: Iterable<RunId>;
  /** Ids of buckets that are not shown, with all of their runs. Default: none. */
  readonly hiddenBuckets?: Iterable<string>;
}

/**
 * A legend's items, one per bucket in the buckets' order (low to high; no value and non-finite last). `styles` are those of
 * `colorBuckets`, one per bucket. Throws a RunhueError when there are fewer.
 */
export function legendItems(
  bucketing: Bucketing,
  styles: readonly BucketStyle[],
  options: LegendItemsOptions = {},
): LegendItem[] {
  const { messages = englishLegendMessages, locale = 'en', hidden, hiddenBuckets } = options;
  const visibleCounts = countVisible(bucketing, new Set(hidden), new Set(hiddenBuckets));
  return bucketing.buckets.map((bucket, index) => {
    const style = styles[index];
    if (!style) {
      throw new RunhueError(
        `legendItems got ${styles.length} styles for ${bucketing.buckets.length} buckets of "${bucketing.keyId}": give it the styles that colorBuckets makes of the same bucketing.`,
      );
    }
    return {
      id: bucket.id,
      bucket,
      style,
      label: bucketLabel(bucket, bucketing, messages, locale),
      count: bucket.count,
      visibleCount: visibleCounts[index] ?? 0,
    };
  });
}

function countVisible(
  { buckets, bucketIndices, indexOf }: Bucketing,
  hidden: ReadonlySet<RunId>,
  hiddenBuckets: ReadonlySet<string>,
): number[] {
  const counts = buckets.map(({ id, count }) => (hiddenBuckets.has(id) ? 0 : count));
  if (bucketIndices.length === 0) return counts;
  for (const runId of hidden) {
    const index = indexOf(runId);
    const bucket = buckets[index];
    if (bucket && !hiddenBuckets.has(bucket.id)) counts[index] = (counts[index] ?? 0) - 1;
  }
  return counts;
}
