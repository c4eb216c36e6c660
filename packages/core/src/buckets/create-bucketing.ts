import { runPlaces } from '../keys/run-places.js';
import { RunhueError } from '../run/runhue-error.js';
import type { RunId } from '../run/run.js';
import type { KeySettings } from '../settings/color-settings.js';
import { bucketLabel } from './bucket-label.js';
import type { Bucket, Bucketing } from './bucketing.js';

/** A bucket before its place, count and words are known. */
export type BucketDraft = Pick<Bucket, 'id' | 'kind'> &
  Partial<Pick<Bucket, 'lower' | 'upper' | 'value' | 'categoryId' | 'categoryCount' | 'slot'>>;

/** A bucketing before its buckets are named and counted. */
export type BucketingParts = Omit<Bucketing, 'keyId' | 'buckets' | 'bucketOf' | 'indexOf'> & {
  readonly drafts: readonly BucketDraft[];
};

/** The drafts of `missing` and `nonFinite`, where any run is in them. */
export function noValueDrafts(missingCount: number, nonFiniteCount: number): BucketDraft[] {
  const drafts: BucketDraft[] = [];
  if (missingCount > 0) drafts.push({ id: 'missing', kind: 'missing' });
  if (nonFiniteCount > 0) drafts.push({ id: 'nonFinite', kind: 'nonFinite' });
  return drafts;
}

/** Names and counts the buckets and makes runs findable in them. */
export function createBucketing({ drafts, ...parts }: BucketingParts, settings: KeySettings): Bucketing {
  const { column, bucketIndices } = parts;
  const counts = countPerBucket(bucketIndices, drafts.length);
  const buckets = drafts.map((draft, index): Bucket => {
    const bucket = {
      lower: null,
      upper: null,
      value: null,
      categoryId: null,
      categoryCount: 0,
      slot: null,
      ...draft,
      index,
      name: nameOf(draft.id, settings),
      count: counts[index] ?? 0,
    };
    return { ...bucket, label: bucketLabel(bucket, parts) };
  });

  const indexOf = (runId: RunId): number => bucketIndices[runPlaces(column.runIds).placeOf(runId)] ?? -1;
  const bucketOf = (runId: RunId): Bucket => {
    const bucket = buckets[indexOf(runId)];
    if (bucket) return bucket;
    throw new RunhueError(`Run "${runId}" is not among the ${column.runIds.length} runs bucketed by "${column.keyId}": give bucketColumn a column that holds it.`);
  };
  return { keyId: column.keyId, ...parts, buckets, bucketOf, indexOf };
}

function nameOf(bucketId: string, { bucketOverrides }: KeySettings): string | null {
  const name = bucketOverrides?.[bucketId]?.name;
  return name?.trim() ? name.trim() : null;
}

function countPerBucket(bucketIndices: Uint16Array, bucketCount: number): Uint32Array {
  const counts = new Uint32Array(bucketCount);
  for (let i = 0; i < bucketIndices.length; i += 1) {
    const index = bucketIndices[i] ?? 0;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}
