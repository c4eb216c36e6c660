import type { RunProblem } from '@runhue/core';
import type { HttpOptions } from '../http/request-json.js';
import type { ReadResult } from '../source-file.js';
import { fetchHistories } from './rest-histories.js';
import { connectToMlflow, listProject, type MlflowProject } from './rest-project.js';
import { restRunInputs } from './rest-run-input.js';

export type { HttpOptions, SourceFetch } from '../http/request-json.js';

/** How far `readMlflow` is. */
export interface MlflowProgress {
  readonly runs: number;
  readonly histories: number;
  /** Null while runs are still being listed. */
  readonly totalHistories: number | null;
}

export interface ReadMlflowOptions extends HttpOptions, MlflowProject {
  /** Which metrics' histories to fetch, one request for each run and metric; without history a run has the last value alone. Default: all. */
  readonly histories?: 'all' | 'none' | readonly string[];
  readonly onProgress?: (progress: MlflowProgress) => void;
}

/**
 * Reads runs from an MLflow server over REST (`/api/2.0/mlflow`): every page of `runs/search`, then every page of
 * `metrics/get-history`. Last values are exact even where a history cannot be had, which is then a problem; "NaN" texts and the SQL
 * store's ±1.797e308 are NaN and ±Infinity again. Runs are as `readMlflowFiles` gives them.
 *
 * Throws a RunhueError when the server cannot be reached, refuses, or has no such experiment.
 */
export async function readMlflow(options: ReadMlflowOptions): Promise<ReadResult> {
  const connection = connectToMlflow(options.url, options);
  const problems: RunProblem[] = [];
  options.signal?.throwIfAborted();
  const onRuns = (runs: number): void => options.onProgress?.({ runs, histories: 0, totalHistories: null });
  const { runs, experiments } = await listProject(connection, options, onRuns, problems);
  const wanted = options.histories ?? 'all';
  const wants = (metric: string): boolean => wanted === 'all' || (wanted !== 'none' && wanted.includes(metric));
  const onHistory = (histories: number, totalHistories: number): void => options.onProgress?.({ runs: runs.length, histories, totalHistories });
  const histories = await fetchHistories(connection, runs, { wants, onHistory }, problems);
  return { runs: restRunInputs(runs, histories, experiments, problems), problems };
}
