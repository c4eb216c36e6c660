import type { RunSource } from '@runhue/core';
import { sqlSource, type SqlSourceOptions } from '../run-source/sql/sql-source.js';
import type { SqlEngine } from '../run-source/sql/sql-engine.js';
import { clickHouseDialect } from './clickhouse-dialect.js';
import { queryOverHttp, type ClickHouseServer } from './http-query.js';
import { readNative } from './native-format.js';
import { queryInProcess, type ClickHouseQuery } from './in-process-query.js';

/** A ClickHouse server, or a function that asks one in another way. */
export type ClickHouseOptions = SqlSourceOptions & (ClickHouseServer | { readonly query: ClickHouseQuery });

/**
 * A source over ClickHouse 22.8 or later: by its HTTP interface, or through `query` by a client of your own (chdb runs ClickHouse within
 * the process). Answers come in ClickHouse's binary format Native, so that every double arrives as it is.
 *
 * The password stays where this runs: in a browser, ask your own server through `httpSource`.
 *
 * Tables: `points(run_id, key, step, wall_time, value)` and `runs(run_id, name, config, state, start_time)`, or as `tables` and `columns`
 * say. Sorted by `(key, run_id, step)`, a question for one metric reads that metric only.
 */
export function clickhouseSource(options: ClickHouseOptions): RunSource {
  const engine: SqlEngine = {
    dialect: clickHouseDialect,
    async run(statement, { signal }) {
      const bytes = 'query' in options ? await queryInProcess(options.query, statement, signal) : await queryOverHttp(options, statement, signal);
      signal?.throwIfAborted();
      return readNative(bytes, statement);
    },
  };
  return sqlSource(engine, options);
}

export type { ClickHouseFetch, ClickHouseServer } from './http-query.js';
export type { ClickHouseParameters, ClickHouseQuery } from './in-process-query.js';
export type { SqlSourceOptions } from '../run-source/sql/sql-source.js';
export type { SqlColumnNames, SqlPointColumns, SqlRunColumns, SqlSummaryColumns, SqlTables } from '../run-source/sql/sql-tables.js';
