const RANGE_UNITS = 1000;
const MAX_WEIGHT = 0.999;

/**
 * Time-weighted exponential moving average: a point's weight falls with its distance in x, so that series of different
 * density are smoothed alike. With w = min(√amount, 0.999), for each point a = w^(1000·Δx / range), s ← s·a + y,
 * d ← d·a + 1, output s / d (W&B, "Smooth line plots").
 */
export function timeEma(x: ArrayLike<number>, y: ArrayLike<number>, amount: number, range: number): Float64Array {
  const n = y.length;
  const out = new Float64Array(n);
  const w = Math.min(Math.sqrt(amount), MAX_WEIGHT);
  const logW = Math.log(w);
  const scale = RANGE_UNITS / range;
  let s = 0;
  let d = 0;
  let previous = NaN;
  let gap = NaN;
  let a = 1;
  for (let i = 0; i < n; i++) {
    const v = y[i]!;
    if (!Number.isFinite(v)) {
      out[i] = v;
      continue;
    }
    const at = x[i]!;
    const dx = previous === previous ? at - previous : 0;
    // Logged steps are mostly even: the power is taken only when the distance changes.
    if (dx !== gap) {
      gap = dx;
      a = dx > 0 ? Math.exp(logW * dx * scale) : 1;
    }
    previous = at;
    s = s * a + v;
    d = d * a + 1;
    out[i] = s / d;
  }
  return out;
}
