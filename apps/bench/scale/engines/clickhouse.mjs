import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadChdb } from '../../../../scripts/chdb.mjs';
import { byHand, clickHouseWords } from '../by-hand.mjs';
import { statementsOf } from '../docs-sql.mjs';
import { createClock } from '../engine-clock.mjs';
import { summaryOptions } from '../summary-options.mjs';

/** The tables of docs/scale filled from a project's Parquet files, in a database beside them that is kept. Null where chdb cannot be had. */
export function openChdb(folder, log = () => undefined) {
  const chdb = loadChdb();
  if (chdb === null) return null;
  const data = join(folder, 'clickhouse');
  const stamp = join(data, 'runhue.json');
  const statements = [...statementsOf('clickhouse-tables.sql'), ...statementsOf('clickhouse-summary.sql')];
  const wanted = JSON.stringify(statements);
  const kept = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (!kept) rmSync(data, { recursive: true, force: true });
  const session = new chdb.Session(data);
  if (kept) {
    session.query('USE project');
    return session;
  }
  log('filling ClickHouse …');
  session.query('CREATE DATABASE project');
  session.query('USE project');
  for (const statement of statements) session.query(statement);
  session.query(`INSERT INTO run_versions (run_id, name, config, state, start_time) SELECT run_id, name, config, state, start_time FROM file('${folder}/runs.parquet', Parquet)`);
  session.query(`INSERT INTO points SELECT key, run_id, step, wall_time, value FROM file('${folder}/points/*.parquet', Parquet)`);
  for (const table of ['points', 'run_versions', 'summary_states']) session.query(`OPTIMIZE TABLE ${table} FINAL`);
  writeFileSync(stamp, wanted);
  return session;
}

/** A project in ClickHouse within this process, and the source over it; `summary`: with the summary that ClickHouse maintains. */
export async function openClickHouse({ clickhouseSource }, folder, { summary = false } = {}) {
  const session = openChdb(folder, console.log);
  if (session === null) return null;
  const clock = createClock();
  const query = async (sql, parameters) => {
    clock.statements += 1;
    const result = await clock.measure(() => session.queryBindAsync(sql, parameters, { format: 'Native' }));
    return result.bytes();
  };
  const version = session.query('SELECT version()', 'TSV').trim();
  return {
    name: `ClickHouse ${version}${summary ? ', summary view' : ''}`,
    prepared: null,
    openSource: () => clickhouseSource({ query, ...summaryOptions(summary) }),
    clock,
    ask: async (sql) => JSON.parse(session.query(sql, 'JSONCompact')).data,
    byHand: async (steps) => {
      for (const sql of byHand(steps, clickHouseWords)) (await session.queryAsync(sql, { format: 'Native' })).bytes();
    },
    close: () => session.cleanup(),
  };
}
