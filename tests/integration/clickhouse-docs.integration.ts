import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clickhouseSource } from '@runhue/sources/clickhouse-source';
import { afterAll, expect, it } from 'vitest';
import { statementsOf } from '../../apps/bench/scale/docs-sql.mjs';
import { generateProject, sizes } from '../../apps/bench/scale/generate-project.mjs';
import { summaryOptions } from '../../apps/bench/scale/summary-options.mjs';
import { loadChdb } from '../../scripts/chdb.mjs';
import { askChdb, type ChdbSession } from './clickhouse-project.js';

const folder = mkdtempSync(join(tmpdir(), 'runhue-clickhouse-docs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A cluster named `runs` of one server, this process. */
function clusterConfig(): string {
  const file = join(folder, 'cluster.xml');
  const shard = '<shard><replica><host>127.0.0.1</host><port>9000</port></replica></shard>';
  writeFileSync(file, `<clickhouse><tcp_port>9000</tcp_port><remote_servers><runs>${shard}</runs></remote_servers></clickhouse>`);
  return file;
}

it('the SQL of docs/scale for ClickHouse runs, and its summary gives the keys, columns and extents that the points give, over shards as well', async () => {
  const chdb = loadChdb() as { readonly Session: new (path: string, options: object) => ChdbSession } | null;
  if (chdb === null) throw new Error('chdb could not be installed; its own words are above.');
  const project = (await generateProject({ folder: join(folder, 'project'), ...sizes.tiny })).folder;
  const session = new chdb.Session(join(folder, 'data'), { connectionArgs: [`--config-file=${clusterConfig()}`] });
  try {
    session.query('CREATE DATABASE project');
    session.query('USE project');
    for (const file of ['clickhouse-tables.sql', 'clickhouse-summary.sql', 'clickhouse-shards.sql']) {
      for (const statement of statementsOf(file)) session.query(statement);
    }
    session.query(`INSERT INTO all_run_versions (run_id, name, config, state, start_time) SELECT run_id, name, config, state, start_time FROM file('${project}/runs.parquet', Parquet)`);
    // In three parts, so that rows of one run and metric have to be joined.
    for (const part of [0, 1, 2]) {
      session.query(`INSERT INTO all_points SELECT key, run_id, step, wall_time, value FROM file('${project}/points/*.parquet', Parquet) WHERE intDiv(step, 20) % 3 = ${part}`);
    }
    const query = askChdb(session);
    const plain = clickhouseSource({ query });
    const summed = clickhouseSource({ query, ...summaryOptions(true) });
    const sharded = clickhouseSource({ query, ...summaryOptions(true), tables: { points: 'all_points', runs: 'all_runs', summary: 'all_summary' } });
    const keys = await plain.keys({});
    expect(keys.total).toBeGreaterThan(10);
    expect(await summed.keys({})).toEqual(keys);
    expect(await sharded.keys({})).toEqual(keys);
    for (const { id } of keys.entries) {
      for (const yValue of ['latest', 'min', 'max'] as const) {
        const { column } = await plain.column({ keyId: id, yValue });
        expect((await summed.column({ keyId: id, yValue })).column).toEqual(column);
        expect((await sharded.column({ keyId: id, yValue })).column).toEqual(column);
      }
    }
    for (const metric of ['train/loss', 'val/acc', 'none']) {
      const extent = await plain.extent({ metric, xAxis: 'Step' });
      expect(await summed.extent({ metric, xAxis: 'Step' })).toEqual(extent);
      expect(await sharded.extent({ metric, xAxis: 'Step' })).toEqual(extent);
    }
  } finally {
    session.cleanup();
  }
});
