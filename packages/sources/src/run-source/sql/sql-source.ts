import type { KeyEntry, RunSource, SourceAbilities } from '@runhue/core';
import { checkColumnQuery, checkDensityQuery, checkExtentQuery, checkKeysQuery, checkRunsQuery, checkSeriesQuery, checkSummaryQuery } from '../check-query.js';
import { pageKeys } from '../page-keys.js';
import { summarizeColumn } from '../summarize-column.js';
import { askColumn } from './ask-column.js';
import { askDensity } from './ask-density.js';
import { askExtent } from './ask-extent.js';
import { askKeys } from './ask-keys.js';
import { askRuns } from './ask-runs.js';
import { askSeries } from './ask-series.js';
import { createKnownExtents } from './reach-of-window.js';
import { createAskPerRun } from './run-ids.js';
import type { SqlSource } from './source-state.js';
import type { SqlEngine } from './sql-engine.js';
import { sqlNames, type SqlColumnNames, type SqlFiles, type SqlTables } from './sql-tables.js';
import { withTimeout } from './with-timeout.js';

/** What every SQL source takes. */
export interface SqlSourceOptions {
  readonly tables?: SqlTables;
  readonly columns?: SqlColumnNames;
  /** Most points that one answer may hold; beyond it a question is refused as `too-large`. Default 4,000,000. */
  readonly maxPoints?: number;
  /**
   * Up to how many logged points of a window are fetched as they are and reduced here, which costs an engine less; beyond it the engine reduces
   * them to pixel columns. The lines are the same. Default 2,500,000.
   */
  readonly fetchLimit?: number;
  /** Most runs that one question for series may name. Default 1,000. */
  readonly maxSeriesRuns?: number;
  /** How long the engine may take for one statement; 0: as long as it likes. Default 120. */
  readonly timeoutSeconds?: number;
  /** How long the key catalogue is kept, so that a search that is typed asks the engine once. Default 10. */
  readonly keepKeysSeconds?: number;
}

/** A source over an engine that speaks SQL. */
export function sqlSource(asked: SqlEngine, options: SqlSourceOptions & { readonly files?: SqlFiles }): RunSource {
  const { tables, columns, files, maxPoints = 4_000_000, fetchLimit = 2_500_000, maxSeriesRuns = 1_000, timeoutSeconds = 120, keepKeysSeconds = 10 } = options;
  const names = sqlNames(tables, columns, files);
  const engine = withTimeout(asked, timeoutSeconds);
  const abilities: SourceAbilities = {
    name: engine.dialect.name,
    yValues: ['latest', 'max', 'min'],
    clocks: [
      'Step',
      ...(names.points.runtime === null ? [] : (['Relative Time (Process)'] as const)),
      ...(names.points.wallTime === null ? [] : (['Relative Time (Wall)', 'Wall Time'] as const)),
    ],
    metricAsX: true,
    orderByKey: true,
    density: true,
    seriesFidelity: 'm4',
    maxSeriesRuns,
  };
  const source: SqlSource = { engine, names, abilities, maxPoints, fetchLimit, extents: createKnownExtents(), numberKeys: new Set() };
  const askPerRun = createAskPerRun(source);
  let catalogue: { readonly entries: readonly KeyEntry[]; readonly until: number } | null = null;
  return {
    abilities,
    async keys(query, options = {}) {
      const checked = checkKeysQuery(query);
      if (catalogue === null || performance.now() >= catalogue.until) {
        catalogue = { entries: await askKeys(source, options), until: performance.now() + keepKeysSeconds * 1000 };
        source.numberKeys.clear();
        for (const { id, group, type } of catalogue.entries) if (group === 'config' && type === 'number') source.numberKeys.add(id);
      }
      options.signal?.throwIfAborted();
      return pageKeys(catalogue.entries, checked);
    },
    async column(query, options = {}) {
      return { column: await askColumn(source, askPerRun, checkColumnQuery(query, abilities), options), fidelity: 'exact' };
    },
    async summary(query, options = {}) {
      const checked = checkSummaryQuery(query, abilities);
      return summarizeColumn(await askColumn(source, askPerRun, checked, options), checked, 'exact');
    },
    async runs(query, options = {}) {
      const checked = checkRunsQuery(query, abilities);
      const column = checked.orderBy?.keyId.startsWith('config:') ? await askColumn(source, askPerRun, checked.orderBy, options) : null;
      return askRuns(source, checked, column, options);
    },
    async extent(query, options = {}) {
      const checked = checkExtentQuery(query, abilities);
      const extent = await askExtent(source, checked, options);
      source.extents.note(checked.metric, checked.xAxis, extent);
      return extent;
    },
    async series(query, options = {}) {
      return askSeries(source, checkSeriesQuery(query, abilities), options);
    },
    async density(query, options = {}) {
      const checked = checkDensityQuery(query, abilities);
      const column = checked.buckets === null ? null : await askColumn(source, askPerRun, checked.buckets, options);
      return askDensity(source, checked, column, options);
    },
    ...(engine.close === undefined ? {} : { close: () => engine.close?.() ?? Promise.resolve() }),
  };
}

