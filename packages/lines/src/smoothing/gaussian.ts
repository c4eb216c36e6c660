const REACH = 3;

/**
 * Mean weighted by a normal curve over the distance in x, cut at three standard deviations and divided by the weights
 * used, so that the ends are not drawn towards zero. Uneven x needs no special care.
 *
 * @param sigma Standard deviation in units of x, above 0.
 */
export function gaussian(x: ArrayLike<number>, y: ArrayLike<number>, sigma: number): Float64Array {
  const out = Float64Array.from(y);
  const xs: number[] = [];
  const ys: number[] = [];
  const at: number[] = [];
  for (let i = 0; i < out.length; i++) {
    if (!Number.isFinite(out[i])) continue;
    at.push(i);
    xs.push(x[i]!);
    ys.push(out[i]!);
  }
  const reach = REACH * sigma;
  const weights = evenWeights(xs, sigma, reach);
  let first = 0;
  for (let k = 0; k < at.length; k++) {
    const centre = xs[k]!;
    while (xs[first]! < centre - reach) first++;
    let sum = 0;
    let total = 0;
    for (let j = first; j < at.length && xs[j]! <= centre + reach; j++) {
      const u = (xs[j]! - centre) / sigma;
      const weight = weights === null ? Math.exp(-0.5 * u * u) : weights[Math.abs(j - k)]!;
      sum += weight * ys[j]!;
      total += weight;
    }
    out[at[k]!] = sum / total;
  }
  return out;
}

/** Weights by distance in points when x is evenly spaced, else null. */
function evenWeights(xs: readonly number[], sigma: number, reach: number): Float64Array | null {
  const dx = xs[1]! - xs[0]!;
  if (!(dx > 0)) return null;
  for (let i = 2; i < xs.length; i++) if (xs[i]! - xs[i - 1]! !== dx) return null;
  const count = Math.min(xs.length, Math.floor(reach / dx) + 2);
  return Float64Array.from({ length: count }, (_, i) => Math.exp(-0.5 * ((i * dx) / sigma) ** 2));
}
