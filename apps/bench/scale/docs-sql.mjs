import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { viewsOver } from './generate-project.mjs';

/** The statements of a file of docs/scale, each by itself. */
export function statementsOf(name) {
  return readFileSync(new URL(`../../../docs/scale/${name}`, import.meta.url), 'utf8')
    .split(/;\s*(?:\n|$)/)
    .filter((statement) => statement.replace(/--.*/g, '').trim() !== '');
}

/** Runs all that docs/scale says for DuckDB, from tables with the points of a generated project, writing into `folder`; gives the connection. */
export async function runDuckDbDocs(project, folder) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(viewsOver(project));
  await connection.run('CREATE TABLE logged_points AS FROM points; CREATE TABLE logged_runs AS FROM runs; DROP VIEW points; DROP VIEW runs');
  for (const statement of [...statementsOf('duckdb-parquet.sql'), ...statementsOf('duckdb-summary.sql')]) {
    await connection.run(statement.replaceAll(/'((?:points|runs)\*?\.parquet)'/g, (_, file) => `'${join(folder, file)}'`));
  }
  return connection;
}
