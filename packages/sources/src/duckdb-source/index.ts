import type { RunSource } from '@runhue/core';
import { sqlSource, type SqlSourceOptions } from '../run-source/sql/sql-source.js';
import type { SqlFiles } from '../run-source/sql/sql-tables.js';
import type { DuckDbConnection } from './duckdb-connection.js';
import { duckDbEngine } from './duckdb-engine.js';
import type { DuckDbWasmConnection } from './duckdb-wasm-connection.js';
import { duckDbWasmEngine } from './duckdb-wasm-engine.js';

/** What `duckdbSource` may be told. */
export interface DuckDbSourceOptions extends SqlSourceOptions {
  /** Parquet files instead of tables, by path, pattern (`points/*.parquet`) or address, each as `tables` would name a table. */
  readonly parquet?: SqlFiles;
}

/**
 * A source over DuckDB 1.3 or later, within this process (`@duckdb/node-api`) or in the browser (`@duckdb/duckdb-wasm`). The connection is the
 * caller's: give the source one of its own, and close it after the source was used.
 *
 * Tables or views: `points(run_id, key, step, wall_time, value)` and `runs(run_id, name, config, state, start_time)`, or as `tables`, `columns` and `parquet`
 * say. Every `run_id` of points is one of runs; the order of runs is that of their ids. Points sorted by key, run and step let a question for one
 * metric read that metric only.
 *
 * @throws RunSourceError (`invalid`) for a table or column whose name is not a plain one.
 */
export function duckdbSource(connection: DuckDbConnection | DuckDbWasmConnection, options: DuckDbSourceOptions = {}): RunSource {
  const engine = connection.interrupt === undefined ? duckDbWasmEngine(connection) : duckDbEngine(connection);
  return sqlSource(engine, { ...options, files: options.parquet });
}

export type { DuckDbConnection } from './duckdb-connection.js';
export type { DuckDbWasmConnection } from './duckdb-wasm-connection.js';
export type { SqlSourceOptions } from '../run-source/sql/sql-source.js';
export type { SqlColumnNames, SqlFiles, SqlPointColumns, SqlRunColumns, SqlSummaryColumns, SqlTables } from '../run-source/sql/sql-tables.js';
