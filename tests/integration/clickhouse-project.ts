import { createRuns, type RunInput } from '@runhue/core';
import type { ClickHouseParameters } from '@runhue/sources/clickhouse-source';
import { loadChdb } from '../../scripts/chdb.mjs';
import { jsonWithBareNumbers } from '../../packages/sources/test/run-source/sql/bare-json.js';

/** The part of chdb's `Session` that is used. */
export interface ChdbSession {
  query(sql: string, format?: string): string;
  queryBindAsync(sql: string, parameters: object, options: { format: string; signal?: AbortSignal }): Promise<{ bytes(): Uint8Array }>;
  cleanup(): void;
}

/** A real ClickHouse within this process, installed when it is not there. */
export function openChdb(): ChdbSession {
  const chdb = loadChdb() as { readonly Session: new () => ChdbSession } | null;
  if (chdb === null) throw new Error('chdb could not be installed; its own words are above. RUNHUE_CHDB names a folder node_modules/chdb of another installation.');
  return new chdb.Session();
}

/** The door of `clickhouseSource` to a session. */
export function askChdb(session: ChdbSession) {
  return async (sql: string, parameters: ClickHouseParameters, options: { readonly signal?: AbortSignal }): Promise<Uint8Array> => {
    const answer = await session.queryBindAsync(sql, parameters, { format: 'Native', ...options });
    return answer.bytes();
  };
}

/** Writes runs as the tables of a database of its own, sorted as docs/scale.md says, and gives its name. */
export function writeRuns(session: ChdbSession, inputs: readonly RunInput[], database: string): void {
  session.query(`CREATE DATABASE ${database}`);
  session.query(
    `CREATE TABLE ${database}.points (run_id LowCardinality(String), key LowCardinality(String), step Float64, wall_time Nullable(Float64), runtime Nullable(Float64), value Float64) ` +
      'ENGINE = MergeTree ORDER BY (key, run_id, step)',
  );
  session.query(`CREATE TABLE ${database}.runs (run_id String, name Nullable(String), config String, state LowCardinality(Nullable(String)), start_time Nullable(Float64)) ENGINE = MergeTree ORDER BY run_id`);
  const { runs } = createRuns(inputs);
  const heads = runs.map((run) => [run.id, run.name === run.id ? null : run.name, jsonWithBareNumbers(run.config), run.state, run.startTime].map(cell).join('\t'));
  insert(session, `${database}.runs`, heads);
  const points: string[] = [];
  for (const run of runs) {
    for (const [key, { steps, values, wallTimes, runtimes }] of run.history) {
      steps.forEach((step, i) => points.push([run.id, key, step, known(wallTimes?.[i]), known(runtimes?.[i]), values[i] ?? NaN].map(cell).join('\t')));
    }
  }
  for (let start = 0; start < points.length; start += 100_000) insert(session, `${database}.points`, points.slice(start, start + 100_000));
}

function insert(session: ChdbSession, table: string, rows: readonly string[]): void {
  if (rows.length > 0) session.query(`INSERT INTO ${table} FORMAT TabSeparated\n${rows.join('\n')}\n`);
}

function known(time: number | undefined): number | null {
  return time === undefined || Number.isNaN(time) ? null : time;
}

/** A value in the format TabSeparated. */
function cell(value: string | number | null): string {
  if (value === null) return '\\N';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  return value.replaceAll(/[\\\t\n\r\0]/g, (character) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[character] ?? '\\0');
}
