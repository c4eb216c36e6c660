import { DuckDBInstance, type DuckDBAppender, type DuckDBConnection } from '@duckdb/node-api';
import { createRuns, type RunInput } from '@runhue/core';
import { jsonWithBareNumbers } from './bare-json.js';

/** A database in memory, closed by `close`. */
export interface DuckDbProject {
  readonly connection: DuckDBConnection;
  readonly close: () => void;
}

export async function openDuckDb(): Promise<DuckDbProject> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/**
 * Runs as the tables of a project: `runs`, `points`, and `log`, where each point stands after another of the same step that it
 * replaces (`logged` is 0, then 1).
 */
export async function writeRuns(connection: DuckDBConnection, inputs: readonly RunInput[]): Promise<void> {
  await connection.run('CREATE TABLE runs (run_id VARCHAR, name VARCHAR, config VARCHAR, state VARCHAR, start_time DOUBLE)');
  await connection.run('CREATE TABLE log (logged INTEGER, run_id VARCHAR, key VARCHAR, step DOUBLE, wall_time DOUBLE, runtime DOUBLE, value DOUBLE)');
  await connection.run('CREATE VIEW points AS SELECT * FROM log WHERE logged = 1');
  const runs = await connection.createAppender('runs');
  const log = await connection.createAppender('log');
  for (const run of createRuns(inputs).runs) {
    runs.appendVarchar(run.id);
    if (run.name === run.id) runs.appendNull();
    else runs.appendVarchar(run.name);
    runs.appendVarchar(jsonWithBareNumbers(run.config));
    if (run.state === null) runs.appendNull();
    else runs.appendVarchar(run.state);
    appendNumber(runs, run.startTime ?? NaN);
    runs.endRow();
    for (const [key, { steps, values, wallTimes, runtimes }] of run.history) {
      steps.forEach((step, i) => {
        for (const logged of [0, 1]) {
          log.appendInteger(logged);
          log.appendVarchar(run.id);
          log.appendVarchar(key);
          log.appendDouble(step);
          appendNumber(log, earlier(wallTimes?.[i], logged));
          appendNumber(log, earlier(runtimes?.[i], logged));
          log.appendDouble(logged === 1 ? (values[i] ?? NaN) : 1 - (values[i] ?? NaN));
          log.endRow();
        }
      });
    }
  }
  runs.closeSync();
  log.closeSync();
}

/** The time itself, or another for a point that is logged over. */
function earlier(time: number | undefined, logged: number): number {
  return logged === 1 ? (time ?? NaN) : (time ?? NaN) - 1;
}

function appendNumber(appender: DuckDBAppender, value: number): void {
  if (Number.isNaN(value)) appender.appendNull();
  else appender.appendDouble(value);
}

/** The summary table of `points`, as an engine would keep it. */
export async function writeSummary(connection: DuckDBConnection): Promise<void> {
  const over = (name: string, column: string): string => `${name}(${column}) FILTER (WHERE isfinite(${column}))`;
  const ends = (column: string): string => `${over('min', column)} AS min_${column}, ${over('max', column)} AS max_${column}, arg_max(${column}, step) FILTER (WHERE isfinite(${column})) AS ${column}, max(step) FILTER (WHERE isfinite(${column})) AS ${column}_step`;
  const value = (name: string): string => `coalesce(${over(name, 'value')}, ${name}(value) FILTER (WHERE isinf(value))) AS ${name}`;
  await connection.run(
    `CREATE TABLE summary AS SELECT run_id, key, arg_max(value, step) AS latest, ${value('min')}, ${value('max')}, min(step) AS first_step, max(step) AS last_step, ` +
      `${ends('wall_time')}, ${ends('runtime')} FROM points GROUP BY run_id, key`,
  );
}
