import { bucketCountRange } from '../settings/bucket-count.js';

/** Custom interior edges that can be used: finite, ascending, different, at most one fewer than there can be buckets. */
export function usableEdges(edges: readonly number[]): number[] {
  const finite = edges.filter(Number.isFinite).map((edge) => edge + 0);
  return [...new Set(finite)].sort((a, b) => a - b).slice(0, bucketCountRange[1] - 1);
}
