import type { HistoryColumns, RunInput, SeriesInput } from '@runhue/core';
import { emptyRecord } from './history/record.js';

/**
 * Joins the runs that several formats found: runs of equal id from different formats are parts of one run. Config and metrics
 * are united (of equal names the first stays), name, state and start time come from the first part that has them. Equal ids
 * within one format stay apart, so that `createRuns` reports them.
 */
export function joinRuns(parts: readonly (readonly RunInput[])[]): RunInput[] {
  const joined: RunInput[] = [];
  const indexOf = new Map<string | number, number>();
  for (const runs of parts) {
    const seen = new Map<string | number, number>();
    for (const run of runs) {
      const index = indexOf.get(run.id);
      const other = index === undefined ? undefined : joined[index];
      if (index === undefined || other === undefined || seen.has(run.id)) {
        if (!seen.has(run.id)) seen.set(run.id, joined.length);
        joined.push(run);
      } else {
        seen.set(run.id, index);
        joined[index] = joinTwo(other, run);
      }
    }
    for (const [id, index] of seen) indexOf.set(id, index);
  }
  return joined;
}

function joinTwo(first: RunInput, second: RunInput): RunInput {
  return {
    ...second,
    ...first,
    name: first.name ?? second.name,
    state: first.state ?? second.state,
    startTime: first.startTime ?? second.startTime,
    config: { ...second.config, ...first.config },
    history: joinHistories(first.history, second.history),
  };
}

function joinHistories(first: RunInput['history'], second: RunInput['history']): RunInput['history'] {
  const columns = columnsOf(first);
  const more = columnsOf(second);
  return columns === null || more === null ? first ?? second : { ...more, ...columns };
}

/** Columns as an object, or null when there are none or they are rows (which no reader here makes). */
function columnsOf(history: RunInput['history']): HistoryColumns | null {
  if (history === undefined || Array.isArray(history)) return null;
  if (!(history instanceof Map)) return history as HistoryColumns;
  const columns = emptyRecord<SeriesInput>();
  for (const [metric, series] of history) columns[metric] = series;
  return columns;
}
