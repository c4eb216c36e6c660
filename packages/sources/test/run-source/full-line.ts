import type { Run } from '@runhue/core';

/** All points of a metric along an x axis, worked out the long way; null where there is none. */
export function fullLine(run: Run, metric: string, xAxis: string): { x: number[]; y: number[] } | null {
  const series = run.history.get(metric);
  if (series === undefined) return null;
  const start = xAxis === 'Relative Time (Wall)' ? (run.startTime ?? firstWallTime(run)) : NaN;
  const other = run.history.get(xAxis);
  const otherAt = new Map(other && [...other.steps].map((step, i) => [step, other.values[i]]));
  const xAt = (i: number): number => {
    if (xAxis === 'Step') return series.steps[i] ?? NaN;
    if (xAxis === 'Wall Time') return series.wallTimes?.[i] ?? NaN;
    if (xAxis === 'Relative Time (Process)') return series.runtimes?.[i] ?? NaN;
    if (xAxis === 'Relative Time (Wall)') return (series.wallTimes?.[i] ?? NaN) - start;
    return otherAt.get(series.steps[i] ?? NaN) ?? NaN;
  };
  const points = [...series.values].map((y, i) => ({ x: xAt(i), y })).filter(({ x }) => Number.isFinite(x));
  points.sort((a, b) => a.x - b.x);
  return points.length === 0 ? null : { x: points.map(({ x }) => x), y: points.map(({ y }) => y) };
}

function firstWallTime(run: Run): number {
  const known = [...run.history.values()].flatMap(({ wallTimes }) => [...(wallTimes ?? [])].filter((time) => !Number.isNaN(time)));
  return known.reduce((first, time) => Math.min(first, time), Infinity);
}
