import { lowerBound } from './plot-extent.js';
import type { LinePoints } from './x-values.js';

/** Index of the point with a finite y whose x is nearest; −1 when the line has none. Of two equally near, the earlier. */
export function nearestPoint({ x, y }: LinePoints, at: number): number {
  const start = lowerBound(x, at);
  let before = start - 1;
  let after = start;
  while (before >= 0 && !Number.isFinite(y[before])) before--;
  while (after < x.length && !Number.isFinite(y[after])) after++;
  if (after >= x.length) return before;
  if (before < 0) return after;
  return at - (x[before] ?? NaN) <= (x[after] ?? NaN) - at ? before : after;
}
