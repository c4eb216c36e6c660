/** [lowest, highest] of the finite values, or null when there is none. `includes` says which positions count; default: all. */
export function finiteExtent(values: Float64Array, includes?: (index: number) => boolean): readonly [number, number] | null {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? NaN;
    if (!Number.isFinite(value) || (includes && !includes(i))) continue;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return lowest <= highest ? [lowest + 0, highest + 0] : null;
}
