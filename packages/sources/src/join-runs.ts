import type { HistoryColumns, HistoryRow, RunInput } from '@runhue/core';

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
  if (first === undefined || isRows(first)) return first === undefined || first.length === 0 ? second : first;
  if (second === undefined || isRows(second)) return first;
  return { ...second, ...first };
}

function isRows(history: readonly HistoryRow[] | HistoryColumns): history is readonly HistoryRow[] {
  return Array.isArray(history);
}
