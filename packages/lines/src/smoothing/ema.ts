/**
 * Debiased exponential moving average over points, whatever their distance: s ← s·w + y, d ← d·w + 1, output s / d,
 * which equals TensorBoard's `last·w + (1 − w)·y` divided by `1 − wⁿ`. At w = 1 it is the mean of all points so far.
 */
export function ema(y: ArrayLike<number>, w: number): Float64Array {
  const n = y.length;
  const out = new Float64Array(n);
  let s = 0;
  let d = 0;
  for (let i = 0; i < n; i++) {
    const v = y[i]!;
    if (!Number.isFinite(v)) {
      out[i] = v;
      continue;
    }
    s = s * w + v;
    d = d * w + 1;
    out[i] = s / d;
  }
  return out;
}
