/** How far the ranks of grouped values lie apart. */
export interface KruskalWallis {
  /** The H statistic, corrected for ties. */
  readonly h: number;
  /** H / (n − 1): the part of the ranks' variance that lies between the groups, 0 to 1 (Tomczak & Tomczak 2014). */
  readonly epsilonSquared: number;
}

/**
 * Kruskal and Wallis's rank test (1952): `groups` holds the group of each value, ties get their mean rank. Null where there are fewer than two
 * groups or all values are equal.
 */
export function kruskalWallis(values: Float64Array, groups: ArrayLike<number>): KruskalWallis | null {
  const ranks = meanRanks(values);
  const mean = (values.length + 1) / 2;
  const sums = new Map<number, { sum: number; count: number }>();
  let total = 0;
  ranks.forEach((rank, i) => {
    total += (rank - mean) ** 2;
    const group = groups[i] ?? -1;
    const known = sums.get(group) ?? { sum: 0, count: 0 };
    sums.set(group, { sum: known.sum + rank, count: known.count + 1 });
  });
  if (sums.size < 2 || total === 0) return null;
  let between = 0;
  for (const { sum, count } of sums.values()) between += count * (sum / count - mean) ** 2;
  const epsilonSquared = Math.min(1, between / total);
  return { h: epsilonSquared * (values.length - 1), epsilonSquared };
}

/** Ranks from 1; equal values share the mean of their ranks. */
function meanRanks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values, (_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (let i = start; i < end; i += 1) ranks[order[i] ?? 0] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}
