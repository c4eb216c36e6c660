import { RunSourceError, type RunProblem } from '@runhue/core';
import { httpConnection, type HttpConnection, type HttpOptions } from '../http/request-json.js';
import { listExperiments, searchRuns, type RestRun } from './rest-runs.js';

const aboutMlflow = {
  service: 'MLflow',
  example: 'http://localhost:5000',
  oldestVersion: '1.28',
  crossOriginAdvice:
    "a page from another address needs MLflow 3.5 or later started with --cors-allowed-origins naming the page, or a proxy under the page's own address",
};

/** Which runs of a server. */
export interface MlflowProject {
  /** The server's address, as in `http://localhost:5000`; the address of one of its pages will do. */
  readonly url: string;
  /** Default: the experiment in the address, else all active experiments. */
  readonly experimentIds?: readonly string[];
  readonly experimentNames?: readonly string[];
  /** MLflow's own search filter, as in `params.optimizer = 'adam'`. */
  readonly filter?: string;
  /** Default: 10,000; the newest. */
  readonly maxRuns?: number;
}

export function connectToMlflow(url: string, options: HttpOptions): HttpConnection {
  return httpConnection(url, options, aboutMlflow);
}

/** The runs of the chosen experiments without histories, and the names of all experiments by id. */
export async function listProject(
  connection: HttpConnection,
  project: MlflowProject,
  onRuns: (count: number) => void,
  problems: RunProblem[],
): Promise<{ readonly runs: RestRun[]; readonly experiments: ReadonlyMap<string, string> }> {
  const experiments = await listExperiments(connection);
  const experimentIds = chosenExperiments(connection.url, experiments, project, experimentOfPage(project.url));
  const maxRuns = checkedMaxRuns(project.maxRuns ?? 10_000);
  const runs = experimentIds.length === 0 ? [] : await searchRuns(connection, experimentIds, { filter: project.filter, maxRuns, onRuns }, problems);
  return { runs, experiments };
}

function checkedMaxRuns(maxRuns: number): number {
  if (maxRuns >= 1) return Math.floor(maxRuns);
  throw new RunSourceError('invalid', `maxRuns is ${maxRuns}; it must be 1 or more.`);
}

/** The experiment whose page the address is (`…/#/experiments/3`). */
function experimentOfPage(url: string): string | undefined {
  return /#\/experiments\/(\d{1,30})/.exec(url)?.[1];
}

function chosenExperiments(
  address: string,
  experiments: ReadonlyMap<string, string>,
  { experimentIds, experimentNames }: MlflowProject,
  idInAddress: string | undefined,
): readonly string[] {
  if (experimentIds === undefined && experimentNames === undefined && idInAddress === undefined) return [...experiments.keys()];
  const missing = (what: string): RunSourceError => {
    const known = [...experiments].slice(0, 10).map(([id, name]) => `${id} "${name}"`).join(', ');
    return new RunSourceError('invalid', `MLflow at "${address}" has no active experiment ${what}. It has ${known === '' ? 'none' : known}${experiments.size > 10 ? ' …' : ''}.`);
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
