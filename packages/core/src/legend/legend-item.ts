import type { Bucket } from '../buckets/bucketing.js';
import type { BucketStyle } from '../colors/bucket-style.js';

/** One line of a legend, ready to show. */
export interface LegendItem {
  /** The bucket's id. */
  readonly id: string;
  readonly bucket: Bucket;
  readonly style: BucketStyle;
  /** Range or category in words, for the locale. */
  readonly label: string;
  /** Runs in the bucket. */
  readonly count: number;
  /** Of these, runs that are shown. */
  readonly visibleCount: number;
}
