import type { Bucketing } from '../buckets/bucketing.js';
import type { RunId } from '../run/run.js';
import { missingDash, nonFiniteDash } from './theme-colors.js';

/** Dash and gap lengths in CSS px; null is a solid line. */
export type Dash = readonly number[] | null;

/**
 * Patterns that a person tells apart on a 1 to 2 px line, the plainest first: solid, long, short, dash-dot, dash-dot-dot, dots; then two for
 * the seventh and eighth bucket where dashes stand in for colour. None looks like `missingDash` or `nonFiniteDash`.
 */
export const dashPatterns: readonly Dash[] = [
  null,
  [14, 5],
  [6, 6],
  [12, 4, 2, 4],
  [12, 4, 2, 4, 2, 4],
  [2, 6],
  [14, 4, 6, 4],
  [6, 4, 2, 4],
];

/** How many patterns a second Key uses: more are hard to tell apart. What is beyond shares the last one. */
export const dashLimit = 6;

/**
 * The pattern of every bucket of a second Key, by bucket index: categories by their colour slot, so that a pattern is never dealt anew; ranges
 * from solid (low) on. No value and non-finite keep the dashes that they have everywhere.
 */
export function bucketDashes({ buckets }: Pick<Bucketing, 'buckets'>): readonly Dash[] {
  return buckets.map((bucket) => {
    if (bucket.kind === 'missing') return missingDash;
    if (bucket.kind === 'nonFinite') return nonFiniteDash;
    return dashPatterns[dashPlace(bucket)] ?? null;
  });
}

/** Which of the first `dashLimit` patterns a bucket takes. */
export function dashPlace({ kind, slot, index }: Bucketing['buckets'][number]): number {
  return kind === 'other' ? dashLimit - 1 : Math.min(slot ?? index, dashLimit - 1);
}

/** The pattern of one run by a second Key's buckets; solid for a run that is not among them. */
export function dashOfRun(bucketing: Bucketing, runId: RunId): Dash {
  return bucketDashes(bucketing)[bucketing.indexOf(runId)] ?? null;
}
