import { createRuns, listKeys, type Fidelity, type KeyEntry, type Run, type RunId, type RunProblem } from '@runhue/core';
import type { HttpConnection } from '../http/request-json.js';
import { lastPointsOnly } from '../mlflow/rest-histories.js';
import { listProject, type MlflowProject } from '../mlflow/rest-project.js';
import { restRunInputs } from '../mlflow/rest-run-input.js';
import { createRunPager, type RunPager } from '../run-source/page-runs.js';

/** What `runs/search` tells of a project: every run with the last point of each of its metrics. */
export interface HeldRuns {
  /** Newest first, as MLflow gives them. Their histories are the last points alone. */
  readonly runs: readonly Run[];
  readonly runIds: readonly RunId[];
  readonly pager: RunPager;
  readonly entries: readonly KeyEntry[];
  /** `sampled` when runs or last values were left out. */
  readonly fidelity: Fidelity;
}

export async function holdRuns(connection: HttpConnection, project: MlflowProject): Promise<HeldRuns> {
  const problems: RunProblem[] = [];
  const { runs: found, experiments } = await listProject(connection, project, () => {}, problems);
  const lastPoints = new Map(found.map((run) => [run, lastPointsOnly(run)]));
  const { runs } = createRuns(restRunInputs(found, lastPoints, experiments, problems));
  return {
    runs,
    runIds: runs.map(({ id }) => id),
    pager: createRunPager(runs),
    entries: listKeys(runs),
    fidelity: problems.length > 0 ? 'sampled' : 'exact',
  };
}
