import { RunhueError, type RunInput, type RunProblem } from '@runhue/core';
import { seriesInput, type GrowingSeries } from '../growing-series.js';
import { httpConnection, type HttpOptions } from '../http/request-json.js';
import type { ReadResult } from '../source-file.js';
import { fetchHistories } from './rest-histories.js';
import { listExperiments, searchRuns, type RestRun } from './rest-runs.js';
import { configOfRun, runNameTag, runState } from './run-config.js';
import { sameStepProblem } from './same-step-problem.js';

export type { HttpOptions, SourceFetch } from '../http/request-json.js';

const aboutMlflow = {
  service: 'MLflow',
  example: 'http://localhost:5000',
  oldestVersion: '1.28',
  crossOriginAdvice:
    "a page from another address needs MLflow 3.5 or later started with --cors-allowed-origins naming the page, or a proxy under the page's own address",
};

/** How far `readMlflow` is. */
export interface MlflowProgress {
  readonly runs: number;
  readonly histories: number;
  /** Null while runs are still being listed. */
  readonly totalHistories: number | null;
}

export interface ReadMlflowOptions extends HttpOptions {
  /** The server's address, as in `http://localhost:5000`; the address of one of its pages will do. */
  readonly url: string;
  /** Default: the experiment in the address, else all active experiments. */
  readonly experimentIds?: readonly string[];
  readonly experimentNames?: readonly string[];
  /** MLflow's own search filter, as in `params.optimizer = 'adam'`. */
  readonly filter?: string;
  /** Default: 10,000; the newest. */
  readonly maxRuns?: number;
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
  const connection = httpConnection(options.url, options, aboutMlflow);
  const problems: RunProblem[] = [];
  options.signal?.throwIfAborted();
  const experiments = await listExperiments(connection);
  const experimentIds = chosenExperiments(connection.url, experiments, options, experimentOfPage(options.url));
  const maxRuns = checkedMaxRuns(options.maxRuns ?? 10_000);
  const onRuns = (runs: number): void => options.onProgress?.({ runs, histories: 0, totalHistories: null });
  const runs = experimentIds.length === 0 ? [] : await searchRuns(connection, experimentIds, { filter: options.filter, maxRuns, onRuns }, problems);
  const wanted = options.histories ?? 'all';
  const wants = (metric: string): boolean => wanted === 'all' || (wanted !== 'none' && wanted.includes(metric));
  const onHistory = (histories: number, totalHistories: number): void => options.onProgress?.({ runs: runs.length, histories, totalHistories });
  const histories = await fetchHistories(connection, runs, { wants, onHistory }, problems);
  const names = new Map(runs.map((run) => [run.id, nameOf(run)]));
  const inputs = runs.map((run) => runInputOf(run, histories.get(run) ?? new Map(), experiments, names, problems));
  return { runs: inputs, problems };
}

function checkedMaxRuns(maxRuns: number): number {
  if (maxRuns >= 1) return Math.floor(maxRuns);
  throw new RunhueError(`maxRuns is ${maxRuns}; it must be 1 or more.`);
}

/** The experiment whose page the address is (`…/#/experiments/3`). */
function experimentOfPage(url: string): string | undefined {
  return /#\/experiments\/(\d{1,30})/.exec(url)?.[1];
}

function chosenExperiments(
  address: string,
  experiments: ReadonlyMap<string, string>,
  { experimentIds, experimentNames }: ReadMlflowOptions,
  idInAddress: string | undefined,
): readonly string[] {
  if (experimentIds === undefined && experimentNames === undefined && idInAddress === undefined) return [...experiments.keys()];
  const missing = (what: string): RunhueError => {
    const known = [...experiments].slice(0, 10).map(([id, name]) => `${id} "${name}"`).join(', ');
    return new RunhueError(`MLflow at "${address}" has no active experiment ${what}. It has ${known === '' ? 'none' : known}${experiments.size > 10 ? ' …' : ''}.`);
  };
  const ids = new Set(experimentIds ?? (experimentNames === undefined && idInAddress !== undefined ? [idInAddress] : []));
  for (const id of ids) if (!experiments.has(id)) throw missing(`with id "${id}"`);
  for (const wanted of experimentNames ?? []) {
    const found = [...experiments].filter(([, name]) => name === wanted);
    if (found.length === 0) throw missing(`named "${wanted}"`);
    for (const [id] of found) ids.add(id);
  }
  return [...ids];
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
