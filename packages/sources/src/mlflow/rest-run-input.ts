import type { RunInput, RunProblem } from '@runhue/core';
import { seriesInput, type GrowingSeries } from '../growing-series.js';
import type { RestRun } from './rest-runs.js';
import { configOfRun, runNameTag, runState } from './run-config.js';
import { sameStepProblem } from './same-step-problem.js';

/** Runs with the histories that were fetched, as `readMlflowFiles` gives them. */
export function restRunInputs(
  runs: readonly RestRun[],
  histories: ReadonlyMap<RestRun, ReadonlyMap<string, GrowingSeries>>,
  experiments: ReadonlyMap<string, string>,
  problems: RunProblem[],
): RunInput[] {
  const names = new Map(runs.map((run) => [run.id, nameOf(run)]));
  return runs.map((run) => runInputOf(run, histories.get(run) ?? new Map(), experiments, names, problems));
}

function nameOf(run: RestRun): string {
  return run.name || run.tags.get(runNameTag) || run.id;
}

function runInputOf(
  run: RestRun,
  series: ReadonlyMap<string, GrowingSeries>,
  experiments: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
  problems: RunProblem[],
): RunInput {
  const history = new Map([...series].map(([metric, points]) => [metric, seriesInput(points)]));
  const sameStep = sameStepProblem(run.id, history);
  if (sameStep !== null) problems.push(sameStep);
  return {
    id: run.id,
    name: nameOf(run),
    config: configOfRun({ ...run, experiment: experiments.get(run.experimentId) ?? null }, (id) => names.get(id)),
    state: runState(run.status),
    startTime: run.startTime,
    history: Object.fromEntries(history),
  };
}
