/** The distinct finite values, ascending, if all of them are integers and there are at most `limit`; else null. */
export function distinctIntegers(values: Float64Array, limit: number): number[] | null {
  const distinct: number[] = [];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? NaN;
    if (!Number.isFinite(value) || distinct.includes(value)) continue;
    if (!Number.isInteger(value) || distinct.length === limit) return null;
    distinct.push(value + 0);
  }
  return distinct.sort((a, b) => a - b);
}
