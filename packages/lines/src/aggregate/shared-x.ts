import type { Line } from '../decimation/line.js';

/** What of a line is read together with others. */
export type LinePoints = Pick<Line, 'x' | 'y'>;

/** Values that reading all lines at every x may cost, and the fewest x that are kept whatever it costs. */
const budget = 4_000_000;
const fewest = 1024;

/**
 * Every x of every line, ascending and without repeats: all of them up to `limit`; beyond, every other one is left out, again and again, always keeping both ends.
 *
 * @param limit Default: 4 million values to be read in all, but never fewer than 1,024 x.
 */
export function shareX(lines: readonly LinePoints[], limit: number = Math.max(fewest, Math.floor(budget / Math.max(1, lines.length)))): Float64Array {
  let x: Float64Array = new Float64Array(0);
  for (const line of lines) {
    if (line.x === x || isWithin(line.x, x)) continue;
    x = x.length === 0 && isRising(line.x) ? line.x : merge(x, line.x);
    while (x.length > limit) x = x.filter((_, i, all) => i % 2 === 0 || i === all.length - 1);
  }
  return x;
}

function isRising(x: Float64Array): boolean {
  for (let i = 1; i < x.length; i++) if (!((x[i] ?? NaN) > (x[i - 1] ?? NaN))) return false;
  return true;
}

/** Whether every one of the ascending `inner` is among the ascending `outer`. */
function isWithin(inner: Float64Array, outer: Float64Array): boolean {
  let at = 0;
  for (let i = 0; i < inner.length; i++) {
    const value = inner[i] ?? NaN;
    while (at < outer.length && (outer[at] ?? NaN) < value) at++;
    if (outer[at] !== value) return false;
  }
  return true;
}

function merge(a: Float64Array, b: Float64Array): Float64Array {
  const joined = new Float64Array(a.length + b.length);
  let [i, j, length] = [0, 0, 0];
  while (i < a.length || j < b.length) {
    const next = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    joined[length++] = next;
    while (i < a.length && (a[i] ?? NaN) <= next) i++;
    while (j < b.length && (b[j] ?? NaN) <= next) j++;
  }
  return joined.slice(0, length);
}
