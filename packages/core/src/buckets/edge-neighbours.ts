/** Per edge the highest value below it and the lowest at or above it, NaN where there is none. `indices`: each value's bucket. */
export function edgeNeighbours(
  values: Float64Array,
  indices: Uint16Array,
  edges: readonly number[],
): (readonly [below: number, above: number])[] {
  const lowest = new Float64Array(edges.length + 1).fill(Infinity);
  const highest = new Float64Array(edges.length + 1).fill(-Infinity);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? NaN;
    const index = indices[i] ?? 0;
    if (!Number.isFinite(value)) continue;
    if (value < (lowest[index] ?? -Infinity)) lowest[index] = value;
    if (value > (highest[index] ?? Infinity)) highest[index] = value;
  }
  return edges.map((_, i) => {
    const below = Math.max(...highest.subarray(0, i + 1));
    const above = Math.min(...lowest.subarray(i + 1));
    return [below === -Infinity ? NaN : below, above === Infinity ? NaN : above] as const;
  });
}
