import { createColumnExtender } from './extend-column.js';
import { createHistoryReport } from './history-report.js';
import { joinRanges, makeSeries, rangeOf, type SeriesColumns } from './make-series.js';
import { orderByStep } from './order-by-step.js';
import { readHistoryColumns } from './read-history.js';
import type { RunInput } from './run-input.js';
import type { RunProblem } from './run-problem.js';
import type { Run } from './run.js';
import type { Series } from './series.js';

/** What `appendHistory` may be told. */
export interface AppendOptions {
  /** Hears of every value that had to be dropped; `inputIndex` is −1. */
  readonly onProblem?: (problem: RunProblem) => void;
}

/**
 * The run with more history, as a new run; the given run stays as it is and metrics without new points keep their series.
 * Points may come in any order and repeat a step: the appended one wins. Rows without a `_step` go on after the run's last
 * step. Points after a metric's last step cost as much as there are new points, anything else a pass over that metric.
 *
 * Series of an appended run may be views into longer buffers: copy one before transferring its buffer.
 */
export function appendHistory(run: Run, history: NonNullable<RunInput['history']>, options: AppendOptions = {}): Run {
  const report = createHistoryReport(`Run "${run.id}"`, (problem) => {
    options.onProblem?.({ inputIndex: -1, runId: run.id, ...problem });
  });
  const added = readHistoryColumns(history, firstFreeStep(run), report);
  const merged = new Map(run.history);
  const extend = createColumnExtender();
  for (const [name, columns] of added) {
    const series = merged.get(name);
    if (series === undefined) merged.set(name, makeSeries(columns));
    else if (columns.steps.length > 0) merged.set(name, appendToSeries(series, columns, extend));
  }
  return [...merged].every(([name, series]) => run.history.get(name) === series) ? run : { ...run, history: merged };
}

function firstFreeStep(run: Run): number {
  let last = -1;
  for (const { steps } of run.history.values()) last = Math.max(last, Math.floor(steps.at(-1) ?? -1));
  return last + 1;
}

function appendToSeries(series: Series, added: SeriesColumns, extend: ReturnType<typeof createColumnExtender>): Series {
  const columns: SeriesColumns = {
    steps: extend(series.steps, added.steps),
    values: extend(series.values, added.values),
    wallTimes: extendTimes(series.wallTimes, series.steps.length, added.wallTimes, added.steps.length, extend),
    runtimes: extendTimes(series.runtimes, series.steps.length, added.runtimes, added.steps.length, extend),
  };
  const isLater = (added.steps[0] as number) > (series.steps.at(-1) ?? -Infinity);
  if (!isLater) return makeSeries(orderByStep(columns));
  return { ...columns, latest: (added.values.at(-1) as number) + 0, ...joinRanges(series, rangeOf(added.values)) };
}

function extendTimes(
  times: Float64Array | null,
  length: number,
  added: Float64Array | null,
  addedLength: number,
  extend: ReturnType<typeof createColumnExtender>,
): Float64Array | null {
  if (times === null && added === null) return null;
  return extend(times ?? new Float64Array(length).fill(NaN), added ?? new Float64Array(addedLength).fill(NaN));
}
