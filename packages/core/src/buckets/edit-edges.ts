import { parseIsoTime } from '../run/iso-time.js';
import { parseNumber } from '../run/parse-number.js';
import { bucketCountRange } from '../settings/bucket-count.js';
import type { KeySettings } from '../settings/color-settings.js';
import type { Bucketing } from './bucketing.js';
import { edgeBetween } from './edge-between.js';
import { quantileEdges } from './quantile-edges.js';
import { overridesAround } from './shift-overrides.js';

/** What a typed edge is: usable, or refused with the reason and, where one stands in the way, the neighbouring edge. */
export type EdgeCheck =
  | { readonly edge: number; readonly refusal: null }
  | { readonly edge: null; readonly refusal: 'not-a-number' | 'not-a-date' | 'not-finite' }
  | { readonly edge: null; readonly refusal: 'not-above' | 'not-below'; readonly bound: number };

/**
 * Reads a typed interior edge (0-based) of a bucketing: a decimal number, for dates an ISO 8601 text (the edge is then in seconds since the epoch). It must be finite and lie between
 * its neighbours; beyond the extent is allowed, the buckets there are empty.
 */
export function checkEdge(bucketing: Bucketing, index: number, text: string): EdgeCheck {
  const isDate = bucketing.column.type === 'date';
  const edge = isDate ? parseIsoTime(text) : parseNumber(text);
  if (edge === null) return { edge: null, refusal: isDate ? 'not-a-date' : 'not-a-number' };
  if (!Number.isFinite(edge)) return { edge: null, refusal: 'not-finite' };
  const [below, above] = [bucketing.edges[index - 1] ?? -Infinity, bucketing.edges[index + 1] ?? Infinity];
  if (edge <= below) return { edge: null, refusal: 'not-above', bound: below };
  if (edge >= above) return { edge: null, refusal: 'not-below', bound: above };
  return { edge: edge + 0, refusal: null };
}

/** The Key's settings with one edge elsewhere: custom edges from now on. `withKeySettings` takes the result. */
export function withEdge(bucketing: Bucketing, index: number, edge: number): KeySettings {
  return { method: 'custom', edges: bucketing.edges.map((other, i) => (i === index ? edge : other)) };
}

/** The Key's settings with a bucket and the next one merged; names and colours of those above move along. Null where there is no next. */
export function withMerge(bucketing: Bucketing, own: KeySettings, bucketIndex: number): KeySettings | null {
  if (bucketIndex < 0 || bucketIndex >= bucketing.edges.length) return null;
  const edges = bucketing.edges.filter((_, i) => i !== bucketIndex);
  return { method: 'custom', edges, ...overridesAround(own, bucketIndex + 1, -1) };
}

/**
 * The Key's settings with one bucket cut in two, between the runs in its middle (halfway where fewer than two values differ). Null where there
 * are 8 buckets already or nothing lies between its ends.
 */
export function withSplit(bucketing: Bucketing, own: KeySettings, bucketIndex: number): KeySettings | null {
  if (bucketing.edges.length >= bucketCountRange[1] - 1) return null;
  const edge = middleEdge(bucketing, bucketIndex);
  if (edge === null) return null;
  const edges = [...bucketing.edges.slice(0, bucketIndex), edge, ...bucketing.edges.slice(bucketIndex)];
  return { method: 'custom', edges, ...overridesAround(own, bucketIndex + 1, 1) };
}

/** The Key's settings with one bucket more (the fullest one split) or fewer (the two emptiest neighbours merged). Null at the limits. */
export function withBucketStep(bucketing: Bucketing, own: KeySettings, by: 1 | -1): KeySettings | null {
  const places = bucketing.buckets.flatMap(({ kind, index }) => (kind === 'range' || kind === 'value' ? [index] : []));
  const countAt = (index: number): number => bucketing.buckets[index]?.count ?? 0;
  if (by > 0) {
    const fullestFirst = places.toSorted((a, b) => countAt(b) - countAt(a));
    return fullestFirst.map((index) => withSplit(bucketing, own, index)).find((patch) => patch !== null) ?? null;
  }
  if (places.length <= bucketCountRange[0]) return null;
  const pairs = places.slice(0, -1).toSorted((a, b) => countAt(a) + countAt(a + 1) - countAt(b) - countAt(b + 1));
  return withMerge(bucketing, own, pairs[0] ?? 0);
}

function middleEdge({ buckets, bucketIndices, column, edges }: Bucketing, bucketIndex: number): number | null {
  const bucket = buckets[bucketIndex];
  if (!bucket || bucket.lower === null || bucket.upper === null || 'categoryIds' in column) return null;
  const inside = column.values.filter((_, i) => bucketIndices[i] === bucketIndex).sort();
  const { lower, upper } = bucket;
  const halfway = lower < upper ? edgeBetween(lower * 0.75 + upper * 0.25, lower * 0.25 + upper * 0.75, column.type) : NaN;
  const edge = quantileEdges(inside, 2, column.type)[0] ?? halfway;
  const [below, above] = [edges[bucketIndex - 1] ?? -Infinity, edges[bucketIndex] ?? Infinity];
  return edge > below && edge < above ? edge : null;
}
