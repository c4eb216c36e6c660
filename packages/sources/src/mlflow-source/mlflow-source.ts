import {
  createRuns,
  readColumn,
  type ColumnQuery,
  type ExtentQuery,
  type Run,
  type RunColumn,
  type RunSource,
  type SourceAbilities,
  type SourceSeries,
} from '@runhue/core';
import type { HttpOptions } from '../http/request-json.js';
import { connectToMlflow, type MlflowProject } from '../mlflow/rest-project.js';
import {
  checkColumnQuery,
  checkExtentQuery,
  checkKeysQuery,
  checkRunsQuery,
  checkSeriesQuery,
  checkSummaryQuery,
  isClock,
} from '../run-source/check-query.js';
import { eachRun } from '../run-source/each-run.js';
import { linePoints } from '../run-source/line-points.js';
import { reduceLine } from '../run-source/m4/reduce-line.js';
import { createExtent } from '../run-source/measure-extent.js';
import { pageKeys } from '../run-source/page-keys.js';
import { summarizeColumn } from '../run-source/summarize-column.js';
import { holdRuns, type HeldRuns } from './held-runs.js';
import { createHistoryStore } from './history-store.js';
import { unlessAborted } from './unless-aborted.js';

/** How to reach a server, and which of its runs to take. */
export interface MlflowSourceOptions extends MlflowProject, Pick<HttpOptions, 'fetch' | 'headers'> {
  /** Points of histories kept in memory (24 bytes each); those that were not asked for the longest go first. Default 4,000,000. */
  readonly maxKeptPoints?: number;
  /** How long the server may take for one request; after that a question rejects with `timeout`. Default 60,000. */
  readonly timeoutMs?: number;
}

const abilities: SourceAbilities = {
  name: 'MLflow',
  yValues: ['latest'],
  clocks: ['Step', 'Relative Time (Wall)', 'Wall Time'],
  metricAsX: true,
  orderByKey: true,
  density: false,
  seriesFidelity: 'm4',
  maxSeriesRuns: 500,
};

/** Up to so many runs an extent reads all histories; of more, so many evenly, and the last points of the others. */
const extentRuns = 48;

/**
 * A source over an MLflow server's REST API (`/api/2.0/mlflow`). The runs and the last values of their metrics are read once, at the first
 * question; the history of a metric when a line of it is asked for, with one request for each run and 25,000 points, and kept. For newer
 * data make another source.
 *
 * REST has neither lowest nor highest values, so columns have the latest ones only. Lines are made of all points (MLflow's own bulk
 * endpoint skips points, and with them spikes). The extent of a metric of more than 48 runs is `sampled`: from the histories of 48
 * of them and the last points of all.
 *
 * @throws RunSourceError (`invalid`) at once when the address is none.
 */
export function mlflowSource(options: MlflowSourceOptions): RunSource {
  const { fetch, headers, timeoutMs = 60_000 } = options;
  const connection = { ...connectToMlflow(options.url, { fetch, headers }), timeoutMs };
  const histories = createHistoryStore(connection, options.maxKeptPoints ?? 4_000_000);
  let holding: Promise<HeldRuns> | null = null;

  const hold = (signal: AbortSignal | undefined): Promise<HeldRuns> => {
    holding ??= holdRuns(connection, options).catch((error: unknown) => {
      holding = null;
      throw error;
    });
    return unlessAborted(holding, signal);
  };

  /** The runs that have the metric and the metric on x, with these histories and no others. */
  const withHistories = async (runs: readonly Run[], { metric, xAxis }: ExtentQuery, signal: AbortSignal | undefined): Promise<{ runs: Run[]; whole: boolean }> => {
    const metrics = isClock(xAxis) || xAxis === metric ? [metric] : [metric, xAxis];
    const fetched = await histories.get(runs.flatMap((run) => metrics.map((name) => ({ run, metric: name }))), signal);
    const inputs = runs.map(({ id, startTime }, place) => {
      const own = metrics.flatMap((name, m) => {
        const history = fetched[place * metrics.length + m];
        return history ? [[name, history.points] as const] : [];
      });
      return { id, startTime, history: new Map(own) };
    });
    return { runs: createRuns(inputs).runs, whole: fetched.every(({ whole }) => whole) };
  };

  return {
    abilities,

    async keys(query, options) {
      const checked = checkKeysQuery(query);
      return pageKeys((await hold(options?.signal)).entries, checked);
    },

    async column(query, options) {
      const checked = checkColumnQuery(query, abilities);
      const held = await hold(options?.signal);
      return { column: columnOf(held, checked), fidelity: held.fidelity };
    },

    async summary(query, options) {
      const checked = checkSummaryQuery(query, abilities);
      const held = await hold(options?.signal);
      return summarizeColumn(columnOf(held, checked), checked, held.fidelity);
    },

    async runs(query, options) {
      const checked = checkRunsQuery(query, abilities);
      const held = await hold(options?.signal);
      return held.pager.page(checked, (order) => columnOf(held, order));
    },

    async extent(query, options) {
      const checked = checkExtentQuery(query, abilities);
      const held = await hold(options?.signal);
      const having = held.runs.filter((run) => hasBoth(run, checked));
      const chosen = evenly(having, extentRuns);
      const { runs, whole } = await withHistories(chosen, checked, options?.signal);
      const extent = createExtent();
      const others = having.length > chosen.length ? having.filter((run) => !chosen.includes(run)) : [];
      await eachRun([...runs, ...others], options?.signal, (run) => {
        const line = linePoints(run, checked.metric, checked.xAxis);
        if (line !== null) extent.add(line);
      });
      const exact = whole && others.length === 0 && held.fidelity === 'exact';
      return { ...extent.answer(), fidelity: exact ? 'exact' : 'sampled' };
    },

    async series(query, options) {
      const checked = checkSeriesQuery(query, abilities);
      const held = await hold(options?.signal);
      const places = new Map(held.runIds.map((id, place) => [id, place]));
      const asked = checked.runIds.flatMap((id) => held.runs[places.get(id) ?? -1] ?? []).filter((run) => hasBoth(run, checked));
      const { runs, whole } = await withHistories(asked, checked, options?.signal);
      const series: SourceSeries[] = [];
      await eachRun(runs, options?.signal, (run) => {
        const line = linePoints(run, checked.metric, checked.xAxis);
        if (line !== null) series.push({ runId: run.id, ...reduceLine(line.x, line.y, checked.window) });
      });
      const reduced = series.some(({ hiddenVariation }) => hiddenVariation !== null);
      return { series, fidelity: whole ? (reduced ? 'm4' : 'exact') : 'sampled' };
    },
  };
}

function columnOf({ runs, runIds }: HeldRuns, { keyId, yValue }: ColumnQuery): RunColumn {
  return { ...readColumn(runs, keyId, yValue), runIds };
}

function hasBoth({ history }: Run, { metric, xAxis }: ExtentQuery): boolean {
  return history.has(metric) && (isClock(xAxis) || history.has(xAxis));
}

function evenly<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)] as T);
}
