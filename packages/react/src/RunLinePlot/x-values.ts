import type { Run, Series } from '@runhue/core';

/** What runs along the x axis: one of the four clocks or the name of a metric. */
export type XAxisName = 'Step' | 'Relative Time (Process)' | 'Relative Time (Wall)' | 'Wall Time' | (string & {});

/** Points of one line in order of x. */
export interface LinePoints {
  /** Ascending, finite. */
  readonly x: Float64Array;
  /** As long as `x`; a value that is not finite is a gap. */
  readonly y: Float64Array;
  /** Of a line that a source reduced, how far it went up and down unseen (see `Line` of `@runhue/lines`). */
  readonly hiddenVariation?: Float64Array | null;
}

/**
 * The points of one metric of one run along an x axis, or null when the run does not carry that axis. Points without an x are left out.
 * Relative Time (Wall) counts from the run's start, else from its first known wall time; a metric on x is joined at equal steps.
 */
export function readLinePoints(run: Run, series: Series, xAxis: XAxisName): LinePoints | null {
  if (xAxis === 'Step') return { x: series.steps, y: series.values };
  const x = xColumn(run, series, xAxis);
  return x && inOrder(x, series.values);
}

function xColumn(run: Run, series: Series, xAxis: XAxisName): Float64Array | null {
  if (xAxis === 'Relative Time (Process)') return series.runtimes;
  if (xAxis === 'Wall Time') return series.wallTimes;
  if (xAxis === 'Relative Time (Wall)') {
    const start = run.startTime ?? firstWallTime(run);
    return series.wallTimes && start !== null ? series.wallTimes.map((time) => time - start) : null;
  }
  const other = run.history.get(xAxis);
  return other ? joinBySteps(series, other) : null;
}

function firstWallTime(run: Run): number | null {
  let first = Infinity;
  for (const { wallTimes } of run.history.values()) {
    for (const time of wallTimes ?? []) if (time < first) first = time;
  }
  return Number.isFinite(first) ? first : null;
}

/** The other metric's value at each step, NaN where it was not logged. */
function joinBySteps(series: Series, other: Series): Float64Array {
  const x = new Float64Array(series.steps.length).fill(NaN);
  let j = 0;
  series.steps.forEach((step, i) => {
    while (j < other.steps.length && (other.steps[j] ?? Infinity) < step) j++;
    if (other.steps[j] === step) x[i] = other.values[j] ?? NaN;
  });
  return x;
}

function inOrder(x: Float64Array, y: Float64Array): LinePoints {
  let ordered = true;
  for (let i = 0; i < x.length && ordered; i++) ordered = Number.isFinite(x[i]) && (i === 0 || (x[i - 1] ?? NaN) <= (x[i] ?? NaN));
  if (ordered) return { x, y };
  const kept = Array.from(x.keys()).filter((i) => Number.isFinite(x[i]));
  kept.sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || a - b);
  return { x: Float64Array.from(kept, (i) => x[i] ?? NaN), y: Float64Array.from(kept, (i) => y[i] ?? NaN) };
}
