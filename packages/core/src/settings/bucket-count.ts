import { defaultColorSettings } from './color-settings.js';

/** The fewest and most buckets that a numeric Key is cut into. */
export const bucketCountRange: readonly [number, number] = [2, 8];

/** A bucket count that can be used: rounded (halves up) and kept within 2 to 8; 5 for NaN and what is no number. */
export function normalizeBucketCount(count: unknown): number {
  if (typeof count !== 'number' || Number.isNaN(count)) return defaultColorSettings.bucketCount;
  const [fewest, most] = bucketCountRange;
  return Math.min(most, Math.max(fewest, Math.round(count)));
}
