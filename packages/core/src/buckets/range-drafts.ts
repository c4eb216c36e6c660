import type { BucketDraft } from './create-bucketing.js';

/** One range per gap between edges; the outer ones carry the domain's ends, or the outermost edge if that lies further out. */
export function rangeDrafts(edges: readonly number[], [lower, upper]: readonly [number, number]): BucketDraft[] {
  const first = Math.min(lower, edges[0] ?? lower);
  const last = Math.max(upper, edges.at(-1) ?? upper);
  return Array.from({ length: edges.length + 1 }, (_, i) => ({
    id: `range:${i}`,
    kind: 'range',
    lower: edges[i - 1] ?? first,
    upper: edges[i] ?? last,
  }));
}

/** One bucket per value. */
export function valueDrafts(values: readonly number[]): BucketDraft[] {
  return values.map((value) => ({ id: `value:${value}`, kind: 'value', lower: value, upper: value, value }));
}
