/**
 * The edges that make buckets of their own in [lower, upper]: clamped, each above the one before, none at the lower end.
 * An edge at the upper end stays: the last bucket then holds that one value.
 */
export function increasingEdges(edges: readonly number[], lower: number, upper: number): number[] {
  const kept: number[] = [];
  let previous = lower;
  for (const edge of edges) {
    const clamped = Math.min(upper, Math.max(lower, edge)) + 0;
    if (clamped > previous) {
      kept.push(clamped);
      previous = clamped;
    }
  }
  return kept;
}
