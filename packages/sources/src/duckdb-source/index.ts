import type { RunSource } from '@runhue/core';
import { sqlSource, type SqlSourceOptions } from '../run-source/sql/sql-source.js';
import type { DuckDbConnection } from './duckdb-connection.js';
import { duckDbEngine } from './duckdb-engine.js';

export function duckdbSource(connection: DuckDbConnection, options: SqlSourceOptions = {}): RunSource {
  return sqlSource(duckDbEngine(connection), options);
}
export type { DuckDbConnection } from './duckdb-connection.js';
export type { SqlSourceOptions } from '../run-source/sql/sql-source.js';
export type { SqlColumnNames, SqlPointColumns, SqlRunColumns, SqlSummaryColumns, SqlTables } from '../run-source/sql/sql-tables.js';
