import type { HistoryColumns, RunInput, RunProblem, SeriesInput } from '@runhue/core';
import { emptyRecord } from './history/record.js';

/**
 * Joins the runs that several formats or files found: runs of equal id from different parts are one run. Config and metrics are
 * united; name, state and start time come from the first part that has them. A metric that two parts have with different points
 * stays as the first has it, and is reported. Equal ids within one part stay apart, so that `createRuns` reports them.
 */
export function joinRuns(parts: readonly (readonly RunInput[])[]): { runs: RunInput[]; problems: RunProblem[] } {
  const runs: RunInput[] = [];
  const problems: RunProblem[] = [];
  const indexOf = new Map<string | number, number>();
  for (const part of parts) {
    const found = new Map<string | number, number>();
    for (const run of part) {
      const index = indexOf.get(run.id);
      const first = index === undefined ? undefined : runs[index];
      if (index === undefined || first === undefined || found.has(run.id)) {
        if (!found.has(run.id)) found.set(run.id, runs.length);
        runs.push(run);
      } else {
        found.set(run.id, index);
        runs[index] = joinTwo(first, run, problems);
      }
    }
    for (const [id, index] of found) indexOf.set(id, index);
  }
  return { runs, problems };
}

function joinTwo(first: RunInput, second: RunInput, problems: RunProblem[]): RunInput {
  return {
    ...second,
    ...first,
    name: first.name ?? second.name,
    state: first.state ?? second.state,
    startTime: first.startTime ?? second.startTime,
    config: { ...second.config, ...first.config },
    history: joinHistories(first, second, problems),
  };
}

function joinHistories(first: RunInput, second: RunInput, problems: RunProblem[]): RunInput['history'] {
  const columns = columnsOf(first.history);
  const more = columnsOf(second.history);
  if (columns === null || more === null) return first.history ?? second.history;
  for (const [key, series] of Object.entries(more)) {
    const known = columns[key];
    if (known === undefined || isSameSeries(known, series)) continue;
    const message = `Run "${first.id}": metric "${key}" is in two files with different points (${known.values.length} and ${series.values.length}); the first file's are kept.`;
    problems.push({ inputIndex: -1, runId: String(first.id), code: 'ambiguous', key, message, count: series.values.length });
  }
  return { ...more, ...columns };
}

function isSameSeries(a: SeriesInput, b: SeriesInput): boolean {
  const isSame = (x: ArrayLike<unknown>, y: ArrayLike<unknown>): boolean => x.length === y.length && Array.from(x).every((value, i) => Object.is(value, y[i]));
  return isSame(a.values, b.values) && isSame(a.steps, b.steps);
}

/** Columns as an object, or null when there are none or they are rows (which no reader here makes). */
function columnsOf(history: RunInput['history']): HistoryColumns | null {
  if (history === undefined || Array.isArray(history)) return null;
  if (!(history instanceof Map)) return history as HistoryColumns;
  const columns = emptyRecord<SeriesInput>();
  for (const [metric, series] of history) columns[metric] = series;
  return columns;
}
