import type { Run, SourceXAxis } from '@runhue/core';

/** Points of one line in order of x. */
export interface LinePoints {
  /** Ascending, finite. */
  readonly x: Float64Array;
  /** As long as `x`. */
  readonly y: Float64Array;
}

/**
 * The points of a metric of a run along an x axis; null when none of them has a finite x. Points without an x are left out; of points at
 * one x, the one logged first comes first. Relative Time (Wall) counts from the run's start, else from its first known wall time over all
 * metrics; a metric on x is joined at equal steps.
 */
export function linePoints(run: Run, metric: string, xAxis: SourceXAxis): LinePoints | null {
  const series = run.history.get(metric);
  if (series === undefined) return null;
  const x = xColumn(run, metric, xAxis);
  if (x === null) return null;
  const points = xAxis === 'Step' ? { x, y: series.values } : inOrder(x, series.values);
  return points.x.length > 0 ? points : null;
}

function xColumn(run: Run, metric: string, xAxis: SourceXAxis): Float64Array | null {
  const series = run.history.get(metric);
  if (series === undefined) return null;
  if (xAxis === 'Step') return series.steps;
  if (xAxis === 'Relative Time (Process)') return series.runtimes;
  if (xAxis === 'Wall Time') return series.wallTimes;
  if (xAxis === 'Relative Time (Wall)') {
    const start = run.startTime ?? firstWallTime(run);
    return series.wallTimes && start !== null ? series.wallTimes.map((time) => time - start) : null;
  }
  const other = run.history.get(xAxis);
  return other === undefined ? null : joinBySteps(series.steps, other.steps, other.values);
}

const firstWallTimes = new WeakMap<Run, number | null>();

function firstWallTime(run: Run): number | null {
  const known = firstWallTimes.get(run);
  if (known !== undefined) return known;
  let first = Infinity;
  for (const { wallTimes } of run.history.values()) {
    for (const time of wallTimes ?? []) if (time < first) first = time;
  }
  const found = Number.isFinite(first) ? first : null;
  firstWallTimes.set(run, found);
  return found;
}

/** The other metric's value at each step, NaN where it was not logged. */
function joinBySteps(steps: Float64Array, otherSteps: Float64Array, otherValues: Float64Array): Float64Array {
  const x = new Float64Array(steps.length).fill(NaN);
  let j = 0;
  steps.forEach((step, i) => {
    while (j < otherSteps.length && (otherSteps[j] ?? Infinity) < step) j += 1;
    if (otherSteps[j] === step) x[i] = otherValues[j] ?? NaN;
  });
  return x;
}

function inOrder(x: Float64Array, y: Float64Array): LinePoints {
  const kept = Array.from(x.keys()).filter((i) => Number.isFinite(x[i]));
  const ordered = kept.length === x.length && kept.every((i) => i === 0 || (x[i - 1] ?? NaN) <= (x[i] ?? NaN));
  if (ordered) return { x, y };
  kept.sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || a - b);
  return { x: Float64Array.from(kept, (i) => x[i] ?? NaN), y: Float64Array.from(kept, (i) => y[i] ?? NaN) };
}
