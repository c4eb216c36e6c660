import type { ConfigValue } from '@runhue/core';

/** What MLflow knows of a run besides its metrics. */
export interface MlflowRun {
  readonly id: string;
  readonly params: ReadonlyMap<string, string>;
  readonly tags: ReadonlyMap<string, string>;
  readonly experiment: string | null;
}

const states = new Map([
  ['1', 'running'],
  ['2', 'scheduled'],
  ['3', 'finished'],
  ['4', 'failed'],
  ['5', 'killed'],
]);

/** A run's status, which is a number in files and a word on the wire, in lower case. */
export function runState(status: string | null): string | null {
  return status === null || status === '' ? null : (states.get(status) ?? status.toLowerCase());
}

export const runNameTag = 'mlflow.runName';
const parentTag = 'mlflow.parentRunId';

/**
 * Params by their names, as text, and under `mlflow` the experiment's name, the parent run's id and name, and the tags that people
 * set (those that start with `mlflow.` are MLflow's own). A param named `mlflow` keeps its place.
 */
export function configOfRun(run: MlflowRun, nameOf: (runId: string) => string | undefined): { readonly [key: string]: ConfigValue } {
  const about = new Map<string, ConfigValue>();
  if (run.experiment !== null) about.set('experiment', run.experiment);
  const parent = run.tags.get(parentTag);
  if (parent !== undefined) {
    about.set('parentRunId', parent);
    const parentName = nameOf(parent);
    if (parentName !== undefined) about.set('parentRun', parentName);
  }
  const tags = [...run.tags].filter(([name]) => !name.startsWith('mlflow.'));
  if (tags.length > 0) about.set('tags', Object.fromEntries(tags));
  const config = new Map<string, ConfigValue>(run.params);
  if (about.size > 0 && !config.has('mlflow')) config.set('mlflow', Object.fromEntries(about));
  return Object.fromEntries(config);
}
