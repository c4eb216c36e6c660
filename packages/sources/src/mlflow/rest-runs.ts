import { RunSourceError, type RunProblem } from '@runhue/core';
import { field, integerField, jsonNumber, listField, textField } from '../http/json-values.js';
import { requestJson, type HttpConnection } from '../http/request-json.js';

/** One logged point as the API gives it. */
export interface RestPoint {
  readonly step: number;
  readonly value: number;
  /** Seconds since the epoch, NaN when unknown. */
  readonly wallTime: number;
}

/** A run as `runs/search` gives it: with the last point of every metric, but no history. */
export interface RestRun {
  readonly id: string;
  readonly name: string | null;
  readonly status: string | null;
  /** Seconds since the epoch. */
  readonly startTime: number | null;
  readonly experimentId: string;
  readonly params: ReadonlyMap<string, string>;
  readonly tags: ReadonlyMap<string, string>;
  readonly lastPoints: ReadonlyMap<string, RestPoint>;
}

export const apiPath = 'api/2.0/mlflow';
const pageSize = 1000;

/** All active experiments: id → name. */
export async function listExperiments(connection: HttpConnection): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  await eachPage(connection, 'experiments/search', { max_results: pageSize }, (page) => {
    for (const experiment of listField(page, 'experiments')) {
      const id = textField(experiment, 'experiment_id');
      if (id !== null) names.set(id, textField(experiment, 'name') ?? id);
    }
    return true;
  });
  return names;
}

/** The active runs of the experiments, newest first, at most `maxRuns`; what is left out is a problem. */
export async function searchRuns(
  connection: HttpConnection,
  experimentIds: readonly string[],
  { filter, maxRuns, onRuns }: { filter: string | undefined; maxRuns: number; onRuns: (count: number) => void },
  problems: RunProblem[],
): Promise<RestRun[]> {
  const runs = new Map<string, RestRun>();
  let unreadable = 0;
  let cutOff = false;
  const body = { experiment_ids: experimentIds, max_results: Math.min(pageSize, maxRuns), run_view_type: 'ACTIVE_ONLY', filter };
  await eachPage(connection, 'runs/search', body, (page) => {
    for (const json of listField(page, 'runs')) {
      const run = restRunOf(json, problems);
      if (run === null) unreadable++;
      else if (runs.size < maxRuns || runs.has(run.id)) runs.set(run.id, run);
      else cutOff = true;
    }
    onRuns(runs.size);
    if (runs.size < maxRuns) return true;
    cutOff ||= textField(page, 'next_page_token') !== null;
    return false;
  });
  if (unreadable > 0) problems.push(problem('invalid-run', `${unreadable} runs came without an id and were left out.`, unreadable));
  if (cutOff) problems.push(problem('invalid-run', `MLflow at "${connection.url}" has more than ${maxRuns} runs; the newest ${maxRuns} were read. Raise \`maxRuns\` or narrow \`filter\`.`, 1));
  return [...runs.values()];
}

/** Calls `onPage` with every page until it returns false. Throws a RunSourceError when the server repeats a page token. */
async function eachPage(connection: HttpConnection, path: string, body: { readonly [name: string]: unknown }, onPage: (page: unknown) => boolean): Promise<void> {
  const seen = new Set<string>();
  for (let token: string | null = null; ; ) {
    const page = await requestJson(connection, { path: `${apiPath}/${path}`, send: 'json', fields: token === null ? body : { ...body, page_token: token } });
    if (!onPage(page)) return;
    token = textField(page, 'next_page_token');
    if (token === null || token === '') return;
    if (seen.has(token)) throw new RunSourceError('garbled', `MLflow at "${connection.url}" sends the same page of ${path} again and again; a proxy in between may drop the request's body.`);
    seen.add(token);
  }
}

function restRunOf(json: unknown, problems: RunProblem[]): RestRun | null {
  const info = field(json, 'info');
  const data = field(json, 'data');
  const id = textField(info, 'run_id') ?? textField(info, 'run_uuid');
  if (id === null || id === '') return null;
  const startTime = integerField(info, 'start_time');
  const lastPoints = new Map<string, RestPoint>();
  for (const metric of listField(data, 'metrics')) {
    const key = textField(metric, 'key');
    if (key === null) continue;
    const point = restPointOf(metric);
    if (point !== null) lastPoints.set(key, point);
    else problems.push({ ...problem('invalid-value', `Run "${id}": the last value of metric "${key}" is no number and was left out.`, 1), runId: id, key });
  }
  return {
    id,
    name: textField(info, 'run_name'),
    status: textField(info, 'status'),
    startTime: startTime === null ? null : startTime / 1000,
    experimentId: textField(info, 'experiment_id') ?? '',
    params: keyValues(data, 'params'),
    tags: keyValues(data, 'tags'),
    lastPoints,
  };
}

export function restPointOf(json: unknown): RestPoint | null {
  const value = metricValueOf(field(json, 'value'));
  const step = field(json, 'step') === undefined ? 0 : integerField(json, 'step');
  const timestamp = integerField(json, 'timestamp');
  return value === null || step === null ? null : { step, value, wallTime: timestamp === null ? NaN : timestamp / 1000 };
}

/**
 * ±1.7976931348623157e308 is what MLflow's SQL store keeps for ±Infinity (mlflow `sqlalchemy_store.sanitize_metric_value`) and becomes
 * that again.
 */
function metricValueOf(json: unknown): number | null {
  const value = jsonNumber(json);
  return value !== null && Math.abs(value) === Number.MAX_VALUE ? Math.sign(value) * Infinity : value;
}

function keyValues(data: unknown, name: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const item of listField(data, name)) {
    const key = textField(item, 'key');
    if (key !== null) values.set(key, textField(item, 'value') ?? '');
  }
  return values;
}

function problem(code: RunProblem['code'], message: string, count: number): RunProblem {
  return { inputIndex: -1, runId: null, code, message, count };
}
