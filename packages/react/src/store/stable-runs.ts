import { createRuns, type RunInput, type RunSet } from '@runhue/core';
import { dequal } from 'dequal';

/** What `RunhueProvider` takes as `runs`. */
export type RunsProp = RunSet | readonly RunInput[];

const noRuns: RunSet = { runs: [], problems: [] };

/**
 * Turns the `runs` prop into a run set that keeps its identity while the content is equal, so that an app may write its runs inline.
 * Runs whose input did not change keep theirs too.
 */
export function createRunKeeper(): (runs: RunsProp | undefined) => RunSet {
  let lastInputs: readonly RunInput[] = [];
  let lastSet: RunSet = noRuns;
  return (runs) => {
    if (runs === undefined) return noRuns;
    if (!isInputs(runs)) return runs;
    if (runs === lastInputs) return lastSet;
    const unchanged = unchangedIds(runs, lastInputs);
    if (unchanged.count < runs.length || runs.length !== lastInputs.length) lastSet = keepRuns(createRuns(runs), lastSet, unchanged.ids);
    lastInputs = runs;
    return lastSet;
  };
}

function isInputs(runs: RunsProp): runs is readonly RunInput[] {
  return Array.isArray(runs);
}

/** Ids whose first input is equal to the one that stood in the same place before. */
function unchangedIds(inputs: readonly RunInput[], before: readonly RunInput[]): { ids: ReadonlySet<string>; count: number } {
  const ids = new Set<string>();
  const seen = new Set<string>();
  let count = 0;
  inputs.forEach((input, i) => {
    const same = i < before.length && dequal(before[i], input);
    if (same) count++;
    const id = String(input?.id);
    if (same && !seen.has(id)) ids.add(id);
    seen.add(id);
  });
  return { ids, count };
}

function keepRuns(next: RunSet, last: RunSet, unchanged: ReadonlySet<string>): RunSet {
  if (unchanged.size === 0) return next;
  const before = new Map(last.runs.map((run) => [run.id, run]));
  return { ...next, runs: next.runs.map((run) => (unchanged.has(run.id) ? (before.get(run.id) ?? run) : run)) };
}
