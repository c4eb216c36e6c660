import type { RunProblem, SeriesInput } from '@runhue/core';
import { seriesInput } from '../growing-series.js';
import type { HttpConnection } from '../http/request-json.js';
import { fetchHistory, requestsAtOnce, type HistoryName } from '../mlflow/rest-histories.js';

/** All points of one metric of one run. */
export interface FetchedHistory {
  readonly points: SeriesInput;
  /** False when the server sent points that cannot be read. */
  readonly whole: boolean;
}

/** Histories of a server: fetched when first asked for, then kept. */
export interface HistoryStore {
  /** In the order of the names. Rejects with a RunSourceError when one of them cannot be had. */
  get(names: readonly HistoryName[], signal: AbortSignal | undefined): Promise<FetchedHistory[]>;
}

/** @param mostPoints Points kept; beyond it the histories that were not asked for the longest are let go. */
export function createHistoryStore(connection: HttpConnection, mostPoints: number): HistoryStore {
  const kept = new Map<string, FetchedHistory>();
  let points = 0;
  const keep = (key: string, history: FetchedHistory): void => {
    points += history.points.steps.length - (kept.get(key)?.points.steps.length ?? 0);
    kept.delete(key);
    kept.set(key, history);
    for (const [oldest, { points: columns }] of kept) {
      if (points <= mostPoints || oldest === key) break;
      kept.delete(oldest);
      points -= columns.steps.length;
    }
  };
  return {
    async get(names, signal) {
      const found = new Map<number, FetchedHistory>();
      await eachAtOnce(names, signal, async (name, place, ending) => {
        const key = JSON.stringify([name.run.id, name.metric]);
        const history = kept.get(key) ?? (await fetchWhole({ ...connection, signal: ending }, name));
        keep(key, history);
        found.set(place, history);
      });
      return names.flatMap((_, place) => found.get(place) ?? []);
    },
  };
}

async function fetchWhole(connection: HttpConnection, name: HistoryName): Promise<FetchedHistory> {
  const problems: RunProblem[] = [];
  const history = await fetchHistory(connection, name, problems);
  if ('failure' in history) throw history.failure.error;
  return { points: seriesInput(history.series), whole: problems.length === 0 };
}

/** Works on some items at once; the first failure or an abort ends the requests that are under way. */
async function eachAtOnce<T>(items: readonly T[], signal: AbortSignal | undefined, work: (item: T, place: number, ending: AbortSignal) => Promise<void>): Promise<void> {
  const ending = new AbortController();
  const end = (): void => ending.abort(signal?.reason);
  signal?.throwIfAborted();
  signal?.addEventListener('abort', end);
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [place, item] of queue) {
      ending.signal.throwIfAborted();
      await work(item, place, ending.signal);
    }
  };
  try {
    await Promise.all(Array.from({ length: requestsAtOnce }, worker));
  } catch (error) {
    ending.abort(error);
    throw error;
  } finally {
    signal?.removeEventListener('abort', end);
  }
}
