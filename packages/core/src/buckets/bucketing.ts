import type { KeyId } from '../keys/key-id.js';
import type { RunColumn } from '../keys/run-column.js';
import type { RunId } from '../run/run.js';
import type { EdgeFormat } from './edge-format.js';

/** `range` and `value`: numbers and dates; `category` and `other` (the rarer categories together); `missing`: no value; `nonFinite`: ±Infinity. */
export type BucketKind = 'range' | 'value' | 'category' | 'other' | 'missing' | 'nonFinite';

/** A value range or a category: what shares one colour. Belongs to [lower, upper); the last range includes its upper end. */
export interface Bucket {
  /** Stable while the bucket means the same: `range:2`, `category:string:adam`, `other`, `missing`, `nonFinite`. */
  readonly id: string;
  /** 0-based place in `Bucketing.buckets`; people count from 1. */
  readonly index: number;
  readonly kind: BucketKind;
  /** English text, for example `0.7629 – 0.7824`, or the user's own name. `legendItems` words it for a locale. */
  readonly label: string;
  /** The name that a user gave to this bucket (`KeySettings.bucketOverrides`), else null. */
  readonly name: string | null;
  /** Unrounded ends of a range or the value itself; the outer ranges carry the domain's ends although their labels are open. Null for categories and for runs without a value. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** The value of a `value` or `category` bucket as text shows it; null otherwise. */
  readonly value: string | number | boolean | null;
  /** Identity of a category (`RunColumn.categoryIds`), null otherwise. */
  readonly categoryId: string | null;
  /** For `other`: how many categories it holds; else 0. */
  readonly categoryCount: number;
  /** Colour slot of a category, given when first seen and never reshuffled; null when the colour follows the order. */
  readonly slot: number | null;
  /** Runs of the column in this bucket. */
  readonly count: number;
}

/** Something a person should know about the buckets; `message` is English, `params` feed a translation. */
export interface BucketNotice {
  readonly code:
    | 'fewer-buckets'
    | 'beyond-domain'
    | 'domain-not-used'
    | 'mixed-types'
    | 'count-not-used'
    | 'log-not-positive'
    | 'crowded-bucket'
    | 'log-suggested'
    | 'edges-repaired'
    | 'no-values';
  readonly message: string;
  readonly params: { readonly [name: string]: string | number };
}

/** Runs sorted into buckets. */
export interface Bucketing {
  readonly keyId: KeyId;
  /** `numeric`: ranges or values on a scale; `category`: one per distinct value; `continuous`: no ranges, a ramp over `domain`. */
  readonly kind: 'numeric' | 'category' | 'continuous';
  /** The column it was made from. */
  readonly column: RunColumn;
  /** Ranges from low to high or categories in their order, then `missing` and `nonFinite` where any run is in them. */
  readonly buckets: readonly Bucket[];
  /** Interior edges, strictly increasing; empty for categories. */
  readonly edges: readonly number[];
  /** Finite [lowest, highest] of the scope's values; null when there is none or for categories. */
  readonly extent: readonly [number, number] | null;
  /** The [lower, upper] in force: the pinned domain, else the extent. */
  readonly domain: readonly [number, number] | null;
  /** How every edge of this legend is printed; null for categories. */
  readonly edgeFormat: EdgeFormat | null;
  /** Bucket index per run, in the column's order. */
  readonly bucketIndices: Uint16Array;
  readonly notices: readonly BucketNotice[];
  /** The bucket of a run; throws a RunhueError for an id that the column does not hold. */
  bucketOf(runId: RunId): Bucket;
  /** The bucket index of a run, −1 for an unknown id. */
  indexOf(runId: RunId): number;
}
