/**
 * Mean of a window of `size` points around each point (one more before than after when `size` is even); at the ends the
 * window holds what there is. Windows are joined from sums within blocks of `size` points (van Herk), so nothing is ever
 * subtracted and a spike leaves no rounding error behind it.
 */
export function runningAverage(y: ArrayLike<number>, size: number): Float64Array {
  const out = Float64Array.from(y);
  const at: number[] = [];
  for (let i = 0; i < out.length; i++) if (Number.isFinite(out[i])) at.push(i);
  const values = Float64Array.from(at, (i) => out[i]!);
  const n = values.length;
  const fromStart = new Float64Array(n);
  const toEnd = new Float64Array(n);
  for (let k = 0; k < n; k++) fromStart[k] = k % size === 0 ? values[k]! : fromStart[k - 1]! + values[k]!;
  for (let k = n - 1; k >= 0; k--) {
    toEnd[k] = k === n - 1 || k % size === size - 1 ? values[k]! : toEnd[k + 1]! + values[k]!;
  }
  const before = size >> 1;
  for (let k = 0; k < n; k++) {
    const a = Math.max(0, k - before);
    const b = Math.min(n - 1, k + size - 1 - before);
    // A window lies within one block only where an end of the data has cut it short.
    const sameBlock = Math.floor(a / size) === Math.floor(b / size);
    const sum = !sameBlock ? toEnd[a]! + fromStart[b]! : a % size === 0 ? fromStart[b]! : toEnd[a]!;
    out[at[k]!] = sum / (b - a + 1);
  }
  return out;
}
