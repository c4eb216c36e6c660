import type { RunProblem } from '@runhue/core';
import { growingSeries, pushPoint, type GrowingSeries } from '../growing-series.js';
import { listField, textField } from '../http/json-values.js';
import { tryRequest, type HttpConnection, type HttpFailure } from '../http/request-json.js';
import { apiPath, restPointOf, type RestRun } from './rest-runs.js';

/** What a SQL store gives at most in one page of `metrics/get-history`. */
const pageSize = 25_000;
/** As many as browsers open to one server. */
export const requestsAtOnce = 6;
/** After so many requests without any answer the server is taken for gone. */
const maxNetworkFailures = 8;

/** Whose history of what. */
export interface HistoryName {
  readonly run: Pick<RestRun, 'id'>;
  readonly metric: string;
}

interface Wanted extends HistoryName {
  readonly run: RestRun;
}

/**
 * The histories of the metrics, a map by metric for every run. Where one cannot be had, the run keeps the last point, which
 * `runs/search` gave, and a problem says so.
 */
export async function fetchHistories(
  connection: HttpConnection,
  runs: readonly RestRun[],
  { wants, onHistory }: { wants: (metric: string) => boolean; onHistory: (done: number, total: number) => void },
  problems: RunProblem[],
): Promise<Map<RestRun, Map<string, GrowingSeries>>> {
  const histories = new Map(runs.map((run) => [run, lastPointsOnly(run)]));
  const wanted: Wanted[] = runs.flatMap((run) => [...run.lastPoints.keys()].filter(wants).map((metric) => ({ run, metric })));
  const failures: { wanted: Wanted; failure: HttpFailure }[] = [];
  let next = 0;
  let done = 0;
  let networkFailures = 0;
  const work = async (): Promise<void> => {
    for (let item = wanted[next++]; item !== undefined && networkFailures < maxNetworkFailures; item = wanted[next++]) {
      const history = await fetchHistory(connection, item, problems);
      if ('failure' in history) {
        failures.push({ wanted: item, failure: history.failure });
        if (history.failure.kind === 'network') networkFailures++;
      } else if (history.series.length > 0) histories.get(item.run)?.set(item.metric, history.series);
      onHistory(++done, wanted.length);
    }
  };
  await Promise.all(Array.from({ length: requestsAtOnce }, work));
  const missing = failures.length + wanted.length - done;
  if (failures[0] !== undefined) problems.push(failedProblem(failures[0], missing));
  return histories;
}

/** Histories of one point each: what `runs/search` gave. */
export function lastPointsOnly(run: RestRun): Map<string, GrowingSeries> {
  return new Map(
    [...run.lastPoints].map(([metric, { step, value, wallTime }]) => {
      const series = growingSeries();
      pushPoint(series, step, value, wallTime);
      return [metric, series];
    }),
  );
}

/** Every page of one history. What cannot be read is left out, and counted in a problem. */
export async function fetchHistory(
  connection: HttpConnection,
  { run, metric }: HistoryName,
  problems: RunProblem[],
): Promise<{ readonly series: GrowingSeries } | { readonly failure: HttpFailure }> {
  const series = growingSeries();
  const seen = new Set<string>();
  let unreadable = 0;
  for (let token: string | null = null; ; ) {
    const fields = { run_id: run.id, metric_key: metric, max_results: pageSize, page_token: token ?? undefined };
    const outcome = await tryRequest(connection, { path: `${apiPath}/metrics/get-history`, send: 'query', fields });
    if ('failure' in outcome) return outcome;
    for (const json of listField(outcome.json, 'metrics')) {
      const point = restPointOf(json);
      if (point === null) unreadable++;
      else pushPoint(series, point.step, point.value, point.wallTime);
    }
    token = textField(outcome.json, 'next_page_token');
    if (token === null || token === '' || seen.has(token)) break;
    seen.add(token);
  }
  if (unreadable > 0) {
    const message = `Run "${run.id}": ${unreadable} points of metric "${metric}" have no value or step that can be read and were left out.`;
    problems.push({ inputIndex: -1, runId: run.id, code: 'invalid-value', message, key: metric, count: unreadable });
  }
  return { series };
}

function failedProblem({ wanted: { run, metric }, failure }: { wanted: Wanted; failure: HttpFailure }, count: number): RunProblem {
  const message = `${count} histories could not be read, their runs have the last values only (first: run "${run.id}", metric "${metric}"): ${failure.error.message}`;
  return { inputIndex: -1, runId: run.id, code: 'unreadable', message, key: metric, count };
}
