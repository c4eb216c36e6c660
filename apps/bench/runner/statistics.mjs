/** The value below which a share of the samples lies (nearest rank); NaN without samples. */
export function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? NaN;
}

export function median(samples) {
  return quantile(samples, 0.5);
}
