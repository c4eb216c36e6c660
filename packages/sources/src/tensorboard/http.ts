import type { RunInput, RunProblem, SeriesInput } from '@runhue/core';
import { growingSeries, pushPoint, seriesInput } from '../growing-series.js';
import { field, integerField, jsonNumber } from '../http/json-values.js';
import { httpConnection, requestJson, tryRequest, type HttpConnection, type HttpOptions } from '../http/request-json.js';
import type { ReadResult } from '../source-file.js';
import { fetchSessions, type SessionInfo } from './http-hparams.js';
import { inheritedConfig } from './inherited-config.js';

export type { HttpOptions, SourceFetch } from '../http/request-json.js';

const aboutTensorBoard = {
  service: 'TensorBoard',
  example: 'http://localhost:6006',
  oldestVersion: '2.3',
  crossOriginAdvice: "TensorBoard lets no page from another address read it, so that it needs a proxy under the page's own address",
};

/** What TensorBoard keeps of a scalar by default (`--samples_per_plugin`). */
const defaultSample = 1000;
const requestsAtOnce = 4;

/** How far `readTensorBoard` is. */
export interface TensorBoardProgress {
  readonly tags: number;
  readonly totalTags: number;
}

export interface ReadTensorBoardOptions extends HttpOptions {
  /** The server's address, as in `http://localhost:6006`. */
  readonly url: string;
  /** Which scalar tags to read; one request each. Default: all. */
  readonly tags?: readonly string[];
  readonly onProgress?: (progress: TensorBoardProgress) => void;
}

/** Runs whose histories are a sample of what was logged. */
export interface SampledResult extends ReadResult {
  readonly fidelity: 'sampled';
}

/**
 * Reads runs from a TensorBoard server's scalars and hparams.
 *
 * The server sends samples (a reservoir of 1,000 points a tag by default, the last point always in it), so that Latest is exact but
 * Max, Min and spikes may not be: the result says `fidelity: 'sampled'` and a problem counts the series that are as long as
 * such a sample. `readEventFiles` is exact. Throws a RunhueError when the server cannot be reached or refuses.
 */
export async function readTensorBoard(options: ReadTensorBoardOptions): Promise<SampledResult> {
  const connection = httpConnection(options.url, options, aboutTensorBoard);
  options.signal?.throwIfAborted();
  const problems: RunProblem[] = [];
  const tagsByRun = await requestJson(connection, { path: 'data/plugin/scalars/tags', send: 'query', fields: {} });
  const histories = new Map<string, Map<string, SeriesInput>>();
  const runsByTag = new Map<string, string[]>();
  for (const [run, tags] of Object.entries(Object(tagsByRun) as object)) {
    histories.set(run, new Map());
    for (const tag of Object.keys(Object(tags) as object)) {
      if (options.tags !== undefined && !options.tags.includes(tag)) continue;
      const runs = runsByTag.get(tag);
      if (runs === undefined) runsByTag.set(tag, [run]);
      else runs.push(run);
    }
  }
  await fetchTags(connection, runsByTag, histories, options, problems);
  const sessions = await fetchSessions(connection, problems);
  for (const run of sessions.keys()) if (!histories.has(run)) histories.set(run, new Map());
  const runs = [...histories].map(([run, history]) => runInputOf(run, history, sessions));
  problems.push(sampledProblem(connection.url, runs.length, histories));
  return { runs, problems, fidelity: 'sampled' };
}

async function fetchTags(
  connection: HttpConnection,
  runsByTag: ReadonlyMap<string, readonly string[]>,
  histories: ReadonlyMap<string, Map<string, SeriesInput>>,
  { onProgress }: ReadTensorBoardOptions,
  problems: RunProblem[],
): Promise<void> {
  const wanted = [...runsByTag];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let item = wanted[next++]; item !== undefined; item = wanted[next++]) {
      const [tag, runs] = item;
      const outcome = await tryRequest(connection, { path: 'data/plugin/scalars/scalars_multirun', send: 'form', fields: { tag, runs } });
      if ('failure' in outcome) {
        if (outcome.failure.kind === 'network') throw outcome.failure.error;
        problems.push(tagProblem('unreadable', tag, `could not be read: ${outcome.failure.error.message}`, runs.length));
      } else addTag(tag, runs, outcome.json, histories, problems);
      onProgress?.({ tags: ++done, totalTags: wanted.length });
    }
  };
  await Promise.all(Array.from({ length: requestsAtOnce }, work));
}

/** Adds the answer `{run: [[wallTime, step, value], …]}` to the histories. */
function addTag(
  tag: string,
  runs: readonly string[],
  answer: unknown,
  histories: ReadonlyMap<string, Map<string, SeriesInput>>,
  problems: RunProblem[],
): void {
  let unreadable = 0;
  for (const run of runs) {
    const points = field(answer, run);
    const series = growingSeries();
    for (const point of Array.isArray(points) ? (points as readonly unknown[]) : []) {
      const value = jsonNumber(field(point, '2'));
      const step = integerField(point, '1');
      if (value === null || step === null) unreadable++;
      else pushPoint(series, step, value, jsonNumber(field(point, '0')) ?? NaN);
    }
    if (series.length > 0) histories.get(run)?.set(tag, seriesInput(series));
  }
  if (unreadable > 0) problems.push(tagProblem('invalid-value', tag, `has ${unreadable} points whose value or step cannot be read; they were left out.`, unreadable));
}

function runInputOf(run: string, history: ReadonlyMap<string, SeriesInput>, sessions: ReadonlyMap<string, SessionInfo>): RunInput {
  const config = inheritedConfig(run === '.' ? '' : run, (folder) => sessions.get(folder === '' ? '.' : folder)?.config);
  const starts = [...history.values()].map(({ wallTimes }) => Number(wallTimes?.[0] ?? NaN)).filter(Number.isFinite);
  return {
    id: run,
    name: run,
    config: Object.fromEntries(config),
    state: sessions.get(run)?.state ?? null,
    startTime: starts.length > 0 ? starts.reduce((a, b) => Math.min(a, b)) : null,
    history: Object.fromEntries(history),
  };
}

function sampledProblem(url: string, runs: number, histories: ReadonlyMap<string, ReadonlyMap<string, SeriesInput>>): RunProblem {
  const all = [...histories.values()].flatMap((history) => [...history.values()]);
  const atSample = all.filter(({ values }) => values.length >= defaultSample).length;
  const message =
    `TensorBoard at "${url}" sends samples: ${atSample} of ${all.length} series in ${runs} runs have ${defaultSample.toLocaleString('en')} points or more and may lack spikes, ` +
    'their lowest and their highest value. Read the event files, or start TensorBoard with --samples_per_plugin=scalars=0.';
  return { inputIndex: -1, runId: null, code: 'ambiguous', message, count: atSample };
}

function tagProblem(code: RunProblem['code'], tag: string, reason: string, count: number): RunProblem {
  return { inputIndex: -1, runId: null, code, message: `Tag "${tag}" ${reason}`, key: tag, count };
}
