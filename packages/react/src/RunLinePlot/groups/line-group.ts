import type { Bucket, RunId } from '@runhue/core';
import type { LineAggregate } from '@runhue/lines';
import type { GroupBy } from './group-by.js';

/** What stands behind a line that is a whole bucket's. */
export interface LineGroup extends LineAggregate {
  readonly bucket: Bucket;
  readonly by: GroupBy;
  /** Runs that the line is made of. */
  readonly runIds: readonly RunId[];
}

/** An id that no run is likely to have. */
export function groupLineId(bucketId: string): string {
  return `bucket\u0000${bucketId}`;
}
