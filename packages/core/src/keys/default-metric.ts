import { rangeOf, type ValueRange } from '../run/make-series.js';
import type { Run } from '../run/run.js';
import type { DefaultMetric } from './key-id.js';
import type { YValue } from './run-column.js';

type Clock = 'wallTimes' | 'runtimes';

/** True when the run carries what the default metric needs. */
export function hasDefaultMetric(run: Run, metric: DefaultMetric): boolean {
  for (const series of run.history.values()) {
    if (metric === 'Step' ? series.steps.length > 0 : series[clockOf(metric)] !== null) return true;
  }
  return false;
}

/**
 * A default metric of a run over all its metrics: steps, seconds, or for `Wall Time` seconds since the epoch; NaN when
 * unknown. Latest is the last known time by step. `Relative Time (Wall)` counts from the run's start time, else from its
 * first wall time.
 */
export function readDefaultMetric(run: Run, metric: DefaultMetric, yValue: YValue): number {
  if (metric === 'Step') return readStep(run, yValue);
  const time = yValue === 'latest' ? lastTime(run, clockOf(metric)) : timeRange(run, clockOf(metric))[yValue];
  if (metric !== 'Relative Time (Wall)') return time;
  return time - (run.startTime ?? timeRange(run, 'wallTimes').min);
}

function clockOf(metric: Exclude<DefaultMetric, 'Step'>): Clock {
  return metric === 'Relative Time (Process)' ? 'runtimes' : 'wallTimes';
}

function readStep(run: Run, yValue: YValue): number {
  let result = NaN;
  for (const { steps } of run.history.values()) {
    const step = yValue === 'min' ? steps[0] : steps.at(-1);
    if (step !== undefined && !(yValue === 'min' ? step >= result : step <= result)) result = step + 0;
  }
  return result;
}

function lastTime(run: Run, clock: Clock): number {
  let lastStep = -Infinity;
  let time = NaN;
  for (const series of run.history.values()) {
    const times = series[clock];
    const at = times === null ? -1 : times.findLastIndex((value) => !Number.isNaN(value));
    if (times === null || at < 0) continue;
    const step = series.steps[at] as number;
    const known = times[at] as number;
    if (step > lastStep || (step === lastStep && known > time)) {
      lastStep = step;
      time = known;
    }
  }
  return time;
}

// Times are read once per column, not per change of Key; columns never change.
const ranges = new WeakMap<Float64Array, ValueRange>();

function timeRange(run: Run, clock: Clock): ValueRange {
  let min = NaN;
  let max = NaN;
  for (const series of run.history.values()) {
    const times = series[clock];
    if (times === null) continue;
    let range = ranges.get(times);
    if (range === undefined) ranges.set(times, (range = rangeOf(times)));
    if (!(range.min >= min)) min = range.min;
    if (!(range.max <= max)) max = range.max;
  }
  return { min, max };
}
