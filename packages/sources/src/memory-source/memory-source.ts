import {
  defaultMetrics,
  isRunSet,
  listKeys,
  readColumn,
  runPlaces,
  yValues,
  type ColumnQuery,
  type KeyEntry,
  type Run,
  type RunColumn,
  type RunSet,
  type RunSource,
  type SourceAbilities,
  type SourceSeries,
} from '@runhue/core';
import {
  checkColumnQuery,
  checkDensityQuery,
  checkExtentQuery,
  checkKeysQuery,
  checkRunsQuery,
  checkSeriesQuery,
  checkSummaryQuery,
} from '../run-source/check-query.js';
import { eachRun } from '../run-source/each-run.js';
import { linePoints } from '../run-source/line-points.js';
import { reduceLine } from '../run-source/m4/reduce-line.js';
import { createExtent } from '../run-source/measure-extent.js';
import { pageKeys } from '../run-source/page-keys.js';
import { createRunPager } from '../run-source/page-runs.js';
import { numbersOf, summarizeColumn } from '../run-source/summarize-column.js';
import { bucketIndex, createCellCounter } from './count-cells.js';

const abilities: SourceAbilities = {
  name: 'memory',
  yValues,
  clocks: defaultMetrics,
  metricAsX: true,
  orderByKey: true,
  density: true,
  seriesFidelity: 'm4',
  maxSeriesRuns: 10_000,
};

/**
 * A source over runs in memory, as `createRuns` gives them: it answers everything, exactly or by M4, so that one path of an app serves a
 * few runs and a million. What other sources answer is tested against it.
 *
 * Runs are never changed; for other runs make another source. Long answers are worked out in slices, and an aborted one ends with the
 * next run.
 *
 * @param runs Runs, or a `createRuns` result; every id once.
 */
export function memorySource(runs: readonly Run[] | RunSet): RunSource {
  const list: readonly Run[] = isRunSet(runs) ? runs.runs : runs;
  const runIds = list.map((run) => run.id);
  const pager = createRunPager(list);
  let entries: readonly KeyEntry[] | null = null;
  const columnOf = ({ keyId, yValue }: ColumnQuery): RunColumn => ({ ...readColumn(list, keyId, yValue), runIds });

  return {
    abilities,

    async keys(query, options) {
      const checked = checkKeysQuery(query);
      options?.signal?.throwIfAborted();
      entries ??= listKeys(list);
      return pageKeys(entries, checked);
    },

    async column(query, options) {
      const checked = checkColumnQuery(query, abilities);
      options?.signal?.throwIfAborted();
      return { column: columnOf(checked), fidelity: 'exact' };
    },

    async summary(query, options) {
      const checked = checkSummaryQuery(query, abilities);
      options?.signal?.throwIfAborted();
      return summarizeColumn(columnOf(checked), checked, 'exact');
    },

    async runs(query, options) {
      const checked = checkRunsQuery(query, abilities);
      options?.signal?.throwIfAborted();
      return pager.page(checked, columnOf);
    },

    async extent(query, options) {
      const { metric, xAxis } = checkExtentQuery(query, abilities);
      const extent = createExtent();
      await eachRun(list, options?.signal, (run) => {
        const line = linePoints(run, metric, xAxis);
        if (line !== null) extent.add(line);
      });
      return { ...extent.answer(), fidelity: 'exact' };
    },

    async series(query, options) {
      const { metric, xAxis, window, runIds: asked } = checkSeriesQuery(query, abilities);
      const series: SourceSeries[] = [];
      await eachRun(asked, options?.signal, (runId) => {
        const run = list[runPlaces(runIds).placeOf(runId)];
        const line = run && linePoints(run, metric, xAxis);
        if (line) series.push({ runId, ...reduceLine(line.x, line.y, window) });
      });
      return { series, fidelity: series.every(({ hiddenVariation }) => hiddenVariation === null) ? 'exact' : 'm4' };
    },

    async density(query, options) {
      const checked = checkDensityQuery(query, abilities);
      const { metric, xAxis, window, rows, buckets } = checked;
      const values = buckets && numbersOf(columnOf(buckets));
      const counts = Array.from({ length: (buckets?.edges.length ?? 0) + 1 }, () => new Uint32Array(window.columns * rows));
      const count = createCellCounter(checked);
      await eachRun(list.entries(), options?.signal, ([place, run]) => {
        const cells = counts[buckets === null || values === null ? 0 : bucketIndex(buckets.edges, values[place] ?? NaN)];
        const line = cells && linePoints(run, metric, xAxis);
        if (cells && line) count(line, cells);
      });
      return { counts, fidelity: 'exact' };
    },
  };
}
