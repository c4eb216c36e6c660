import type { RunInput, RunSource } from '@runhue/core';
import { clickhouseSource, type ClickHouseOptions } from '@runhue/sources/clickhouse-source';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeRunSource } from '../../packages/sources/test/run-source/conformance.js';
import { startFront } from './clickhouse-front.js';
import { askChdb, openChdb, writeRuns } from './clickhouse-project.js';

const session = openChdb();
const query = askChdb(session);
let url = '';
let closeFront = (): Promise<void> => Promise.resolve();
let databases = 0;

beforeAll(async () => {
  ({ url, close: closeFront } = await startFront((sql, parameters) => query(sql, parameters, {})));
});
afterAll(async () => {
  await closeFront();
  session.cleanup();
});

function overRuns(runs: readonly RunInput[], way: () => ClickHouseOptions): Promise<RunSource> {
  databases += 1;
  const database = `project_${databases}`;
  writeRuns(session, runs, database);
  const source = clickhouseSource({ ...way(), tables: { points: `${database}.points`, runs: `${database}.runs` }, columns: { points: { runtime: 'runtime' } } });
  return Promise.resolve({ ...source, close: () => Promise.resolve(void session.query(`DROP DATABASE ${database}`)) });
}

describeRunSource('clickhouseSource within the process', (runs) => overRuns(runs, () => ({ query })), {
  dataSets: (name) => ['no runs', 'runs without history', 'lines', 'metrics as x', 'configs', 'configs that are not finite', '5,000 keys', 'mlflow-optimizers'].includes(name),
  generated: 2,
  timeout: 120_000,
});

describeRunSource('clickhouseSource over HTTP that lets ClickHouse reduce the lines', (runs) => overRuns(runs, () => ({ url, fetchLimit: 0 })), {
  dataSets: (name) => ['lines', 'clocks', 'odd names'].includes(name),
  generated: 1,
  timeout: 120_000,
});

describe('clickhouseSource over HTTP', () => {
  const runs: readonly RunInput[] = [{ id: 'a', history: Array.from({ length: 50 }, (_, i) => ({ _step: i, loss: i })) }];

  it('repeats ClickHouse\'s own words, and says where to name the table', async () => {
    await expect(clickhouseSource({ url, tables: { points: 'nowhere' } }).extent({ metric: 'loss', xAxis: 'Step' })).rejects.toThrow(
      /ClickHouse could not answer extent of "loss": Code: 60.*nowhere.*Name the tables in the option `tables`/s,
    );
  });

  it('asks with lists of thousands of ids', async () => {
    const source = await overRuns(runs, () => ({ url, maxSeriesRuns: 10_000 }));
    const runIds = [...Array.from({ length: 5_000 }, (_, i) => `no such run ${i}`), 'a'];
    const { series } = await source.series({ metric: 'loss', xAxis: 'Step', runIds, window: { domain: [0, 49], columns: 5 } });
    expect(series.map(({ runId, pointCount }) => [runId, pointCount])).toEqual([['a', 50]]);
    await source.close?.();
  });

  it('says that memory ran out', async () => {
    const source = clickhouseSource({ query: (sql, parameters, options) => query(sql.replace('\nFORMAT', '\nSETTINGS max_memory_usage = 1000000, max_bytes_before_external_group_by = 0 FORMAT'), parameters, options), tables: { points: 'many' } });
    session.query('CREATE DATABASE IF NOT EXISTS default');
    session.query("CREATE VIEW default.many AS SELECT toString(number) AS run_id, 'loss' AS key, number AS step, 0.0 AS wall_time, 1.0 AS value FROM numbers(5000000)");
    const answer = source.extent({ metric: 'loss', xAxis: 'Step' });
    await expect(answer).rejects.toMatchObject({ code: 'out-of-memory' });
  });
});
