import { lowerBound } from './plot-extent.js';
import type { PlotLine } from './plot-line.js';

/** The logged points that a plot with a log axis looks at. */
export interface LogPoints {
  readonly lines: readonly PlotLine[];
  /** Which axes are log. */
  readonly x: boolean;
  readonly y: boolean;
  /** Shown part of x; null: all of it. */
  readonly window: readonly [number, number] | null;
}

/** How many points of the shown runs a log axis leaves out, each counted once; points without a finite y are gaps, not points. */
export function countNotPositive({ lines, x: xIsLog, y: yIsLog, window }: LogPoints, isVisible: (runId: string) => boolean): number {
  let count = 0;
  for (const { runId, x, y } of lines) {
    if (!isVisible(runId)) continue;
    const first = window ? lowerBound(x, window[0]) : 0;
    const end = window ? lowerBound(x, window[1], true) : x.length;
    // With y linear only the points left of zero count, and x is ascending.
    const last = yIsLog ? end : Math.min(end, lowerBound(x, 0, true));
    for (let i = first; i < last; i++) {
      const value = y[i] ?? NaN;
      if (Number.isFinite(value) && ((yIsLog && value <= 0) || (xIsLog && (x[i] ?? NaN) <= 0))) count++;
    }
  }
  return count;
}
