import { bucketLabel } from '../buckets/bucket-label.js';
import type { Bucket, Bucketing } from '../buckets/bucketing.js';
import type { BucketStyle } from '../colors/bucket-style.js';
import type { RunId } from '../run/run.js';
import { RunhueError } from '../run/runhue-error.js';
import type { LegendItem } from './legend-item.js';
import { legendMessagesEn, type LegendMessages } from './legend-messages.js';

/** Wording and visibility for `legendItems`; everything is optional. */
export interface LegendItemsOptions {
  /** Default: English. */
  readonly messages?: LegendMessages;
  /** BCP 47 tag for numbers and dates; default `en`. */
  readonly locale?: string;
  /**
   * What is not shown: ids of runs, and ids of buckets (`range:2`, `missing`), which hide all of their runs. An id that a run has means
   * that run. Default: nothing.
   */
  readonly hidden?: Iterable<RunId | Bucket['id']>;
  /** Whether a run is shown; what is `hidden` is not, whatever this says. Default: every run is. */
  readonly isVisible?: (runId: RunId) => boolean;
  /** How many runs of each bucket are shown, by bucket index, where that is known; then `hidden` and `isVisible` are not asked. */
  readonly visibleCounts?: ArrayLike<number>;
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
  const { messages = legendMessagesEn, locale = 'en' } = options;
  const visibleCounts = options.visibleCounts ?? countVisible(bucketing, options);
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

function countVisible({ buckets, bucketIndices, column, indexOf }: Bucketing, options: LegendItemsOptions): ArrayLike<number> {
  const { isVisible = () => true } = options;
  const hidden = new Set(options.hidden);
  const isHidden = buckets.map(({ id }) => hidden.has(id) && indexOf(id) < 0);
  const counts = buckets.map(() => 0);
  column.runIds.forEach((runId, place) => {
    const index = bucketIndices[place] ?? 0;
    if (!isHidden[index] && !hidden.has(runId) && isVisible(runId)) counts[index] = (counts[index] ?? 0) + 1;
  });
  return counts;
}
