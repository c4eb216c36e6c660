import { upperBound } from './classify.js';
import type { NumberScope } from './number-scope.js';

const sortedColumns = new WeakMap<Float64Array, Float64Array>();

/** The finite values of a scope that lie in its domain, ascending, equal ones repeated. Those of all runs are sorted once. */
export function sortedValues(values: Float64Array, { includes, domain }: Pick<NumberScope, 'includes' | 'domain'>): Float64Array {
  const [lower, upper] = domain;
  if (includes) return values.filter((value, i) => value >= lower && value <= upper && includes(i)).sort();
  let sorted = sortedColumns.get(values);
  if (!sorted) sortedColumns.set(values, (sorted = values.filter((value) => value - value === 0).sort()));
  return sorted.subarray(lowerBound(sorted, lower), upperBound(sorted, upper));
}

/** Position of the first of ascending values that is not below `value`. */
export function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? NaN) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Ascending values without repetitions. */
export function distinctValues(sorted: Float64Array): Float64Array {
  return sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
}

/** The value below which a part p (0 to 1) of ascending values lies, interpolated (Hyndman & Fan 1996, type 7). */
export function quantileOf(sorted: Float64Array, p: number): number {
  const place = p * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? NaN;
  const high = sorted[Math.ceil(place)] ?? NaN;
  const t = place - Math.floor(place);
  return low * (1 - t) + high * t;
}

/**
 * Position of the first of the values equal to the one at `rank`, and the position after the last; equal within a part of the value that is
 * no larger a part of the extent.
 */
export function tiesAt(sorted: Float64Array, rank: number, part: number, extent: number): [first: number, end: number] {
  const value = sorted[rank] ?? NaN;
  const slack = part * Math.min(Math.abs(value), extent);
  return [lowerBound(sorted, value - slack), upperBound(sorted, value + slack)];
}
