/** Fewest, most and default number of buckets of a numeric Key. */
export const bucketCountLimits = { min: 2, max: 8, default: 5 } as const;

/** The whole number of buckets in force: rounded, kept within 2 to 8; 5 for NaN. */
export function bucketCountInForce(asked: number): number {
  if (Number.isNaN(asked)) return bucketCountLimits.default;
  return Math.min(bucketCountLimits.max, Math.max(bucketCountLimits.min, Math.round(asked)));
}
