import { bucketLabel } from '../buckets/bucket-label.js';
import type { Bucket, Bucketing } from '../buckets/bucketing.js';
import type { BucketStyle } from '../colors/bucket-style.js';
import type { RunId } from '../run/run.js';
import { RunhueError } from '../run/runhue-error.js';
import type { LegendItem } from './legend-item.js';
import { legendMessagesEn, type LegendMessages } from './legend-messages.js';

export interface LegendItemsOptions {
  /** Default: English. */
  readonly messages?: LegendMessages;
  /** BCP 47 tag for numbers and dates; default `en`. */
  readonly locale?: string;
  /** What is not shown: ids of runs, and ids of buckets (`range:2`, `missing`), which hide all of their runs. Default: nothing. */
  readonly hidden?: Iterable<RunId | Bucket['id']>;
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
  const { messages = legendMessagesEn, locale = 'en', hidden } = options;
  const visibleCounts = countVisible(bucketing, new Set(hidden));
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

function countVisible({ buckets, indexOf }: Bucketing, hidden: ReadonlySet<string>): number[] {
  const counts = buckets.map(({ id, count }) => (hidden.has(id) ? 0 : count));
  for (const id of hidden) {
    const index = indexOf(id);
    const bucket = buckets[index];
    if (bucket && !hidden.has(bucket.id)) counts[index] = (counts[index] ?? 0) - 1;
  }
  return counts;
}
