import { createRuns, isRunSet, type Run, type RunInput, type RunSet } from '@runhue/core';
import { sameContent } from './same-content.js';

/** What `RunhueProvider` takes as `runs`. */
export type RunsProp = RunSet | readonly RunInput[];

const noRuns: RunSet = { runs: [], problems: [] };

/**
 * Turns the `runs` prop into a run set that keeps its identity while the content is equal, so that an app may write its runs inline.
 * Runs that did not change keep theirs too, wherever they stand in the list.
 */
export function createRunKeeper(): (runs: RunsProp | null | undefined) => RunSet {
  let lastProp: RunsProp | null = null;
  let lastInputs: ReadonlyMap<string, unknown> = new Map();
  let lastSet: RunSet = noRuns;
  return (prop) => {
    if (prop === undefined || prop === null) return noRuns;
    if (prop === lastProp) return lastSet;
    if (isRunSet(prop)) {
      lastSet = reuse(prop, lastSet, (run, before) => sameContent(run, before));
      lastInputs = new Map();
    } else if (!sameContent(prop, lastProp)) {
      const inputs = firstById(prop);
      const unchanged = (run: Run): boolean => lastInputs.has(run.id) && sameContent(inputs.get(run.id), lastInputs.get(run.id));
      lastSet = reuse(createRuns(prop), lastSet, unchanged);
      lastInputs = inputs;
    }
    lastProp = prop;
    return lastSet;
  };
}

/** Inputs by the id that `createRuns` gives them; of equal ids the first. */
function firstById(inputs: readonly RunInput[]): ReadonlyMap<string, unknown> {
  const byId = new Map<string, unknown>();
  if (!Array.isArray(inputs)) return byId;
  for (const input of inputs) {
    const id = String(input?.id);
    if (!byId.has(id)) byId.set(id, input);
  }
  return byId;
}

/** The next set made of the last one's runs where they are unchanged; the last set itself where all of it is. */
function reuse(next: RunSet, last: RunSet, isUnchanged: (run: Run, before: Run) => boolean): RunSet {
  const before = new Map(last.runs.map((run) => [run.id, run]));
  const runs = next.runs.map((run) => {
    const known = before.get(run.id);
    return known && isUnchanged(run, known) ? known : run;
  });
  const same = runs.length === last.runs.length && runs.every((run, i) => run === last.runs[i]);
  return same && sameContent(next.problems, last.problems) ? last : { runs, problems: next.problems };
}
