import type { DuckDBConnection } from '@duckdb/node-api';
import { createRuns, RunSourceError, type RunInput, type RunSource } from '@runhue/core';
import { duckdbSource } from '@runhue/sources/duckdb-source';
import { memorySource } from '@runhue/sources/memory-source';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDuckDb, writeRuns } from './duckdb-project.js';

let connection: DuckDBConnection;
let close: () => void;

beforeEach(async () => {
  ({ connection, close } = await openDuckDb());
});
afterEach(() => close());

const runs: readonly RunInput[] = ['a', 'b'].map((id, r) => ({ id, config: { lr: r }, history: Array.from({ length: 100 }, (_, i) => ({ _step: i, loss: (i * 7 + r) % 13 })) }));
const wide = { domain: [0, 99], columns: 10 } as const;

async function errorOf(question: Promise<unknown>): Promise<RunSourceError> {
  const error: unknown = await question.then(() => null, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(RunSourceError);
  return error as RunSourceError;
}

/** More points than DuckDB looks at in an hour. */
const endless = 'CREATE VIEW points AS SELECT \'a\' AS run_id, \'loss\' AS key, i AS step, 0.0 AS wall_time, sin(i) AS value FROM range(100000000000) AS t(i)';

/** The connection, and the statements that it is asked. */
function countStatements(): { statements: string[]; counted: Parameters<typeof duckdbSource>[0] } {
  const statements: string[] = [];
  const prepare = (sql: string): ReturnType<typeof connection.prepare> => {
    statements.push(sql);
    return connection.prepare(sql);
  };
  return { statements, counted: { prepare, interrupt: () => connection.interrupt() } };
}

describe('duckdbSource names', () => {
  it.each(['points; DROP TABLE runs', 'a.b.c.d', 'my points', '"points"', ''])('refuses the table %j', (points) => {
    expect(() => duckdbSource(connection, { tables: { points } })).toThrow(/tables\.points is .*; give a plain name such as "points" or "schema\.points"/);
  });

  it('refuses a column that is no plain name', () => {
    expect(() => duckdbSource(connection, { columns: { points: { value: 'value) --' } } })).toThrow(/columns\.points\.value is "value\) --"; give the plain name of a column/);
  });

  it('reads tables of a schema whose columns have other names', async () => {
    await connection.run('CREATE SCHEMA ml; CREATE TABLE ml.metrics (v VARCHAR, k VARCHAR, s BIGINT, r FLOAT); CREATE TABLE ml.heads (r VARCHAR)');
    await connection.run("INSERT INTO ml.metrics VALUES ('run', 'loss', 3, 0.5), ('run', 'loss', 4, NULL); INSERT INTO ml.heads VALUES ('run')");
    const source = duckdbSource(connection, {
      tables: { points: 'ml.metrics', runs: 'ml.heads' },
      columns: { points: { runId: 'v', key: 'k', step: 's', value: 'r', wallTime: null }, runs: { runId: 'r', name: null, config: null, state: null, startTime: null } },
    });
    expect((await source.column({ keyId: 'metric:loss', yValue: 'latest' })).column.values).toEqual(Float64Array.of(0.5));
    expect((await source.keys({})).entries.map(({ id }) => id)).toEqual(['default:Step', 'metric:loss']);
    expect((await source.runs({ limit: 9 })).runs).toEqual([{ id: 'run', name: 'run', config: {}, state: null, startTime: null }]);
    expect(source.abilities.clocks).toEqual(['Step']);
  });

  it('says where to name the tables when one is missing', async () => {
    const error = await errorOf(duckdbSource(connection).keys({}));
    expect(error).toMatchObject({ code: 'failed' });
    expect(error.message).toMatch(/^DuckDB could not answer keys: Catalog Error.*(points|runs).*Name the tables and columns in the options/s);
  });
});

describe('duckdbSource answers', () => {
  it('reads Parquet files by bound paths, one or several', async () => {
    await writeRuns(connection, runs);
    const folder = mkdtempSync(join(tmpdir(), 'runhue-it\'s-'));
    try {
      const file = (name: string): string => join(folder, name);
      for (const id of ['a', 'b']) await connection.run(`COPY (SELECT * FROM points WHERE run_id = '${id}') TO '${file(`points-${id}.parquet`).replaceAll('\'', '\'\'')}'`);
      await connection.run(`COPY runs TO '${file('runs.parquet').replaceAll('\'', '\'\'')}'`);
      const source = duckdbSource(connection, { parquet: { points: file('points-*.parquet'), runs: file('runs.parquet') } });
      const [fromTables, fromFiles] = await Promise.all([duckdbSource(connection), source].map((each) => each.series({ metric: 'loss', xAxis: 'Step', runIds: ['a', 'b'], window: wide })));
      expect(fromFiles).toEqual(fromTables);
      const one = duckdbSource(connection, { parquet: { points: [file('points-b.parquet')], runs: file('runs.parquet') } });
      expect((await one.column({ keyId: 'metric:loss', yValue: 'max' })).column.values).toEqual(Float64Array.of(NaN, 12));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('gives the same array of ids until runs come or go', async () => {
    await writeRuns(connection, runs);
    const source = duckdbSource(connection);
    const ids = async (): Promise<readonly string[]> => (await source.column({ keyId: 'metric:loss', yValue: 'latest' })).column.runIds;
    const first = await ids();
    expect(await ids()).toBe(first);
    await connection.run("INSERT INTO runs (run_id) VALUES ('0')");
    expect(await ids()).toEqual(['0', 'a', 'b']);
    await connection.run("UPDATE runs SET run_id = '1' WHERE run_id = '0'");
    expect(await ids()).toEqual(['1', 'a', 'b']);
  });

  it('asks once for the catalogue while a search is typed, and anew after keepKeysSeconds', async () => {
    await writeRuns(connection, runs);
    const [typed, fresh] = [duckdbSource(connection), duckdbSource(connection, { keepKeysSeconds: 0 })];
    for (const source of [typed, fresh]) expect((await source.keys({ search: 'LOSS' })).entries.map(({ id }) => id)).toEqual(['metric:loss']);
    await connection.run("INSERT INTO log VALUES (1, 'a', 'lossless', 0, NULL, NULL, 1)");
    expect((await typed.keys({ search: 'loss' })).total).toBe(1);
    expect((await fresh.keys({ search: 'loss' })).total).toBe(2);
  });

  it('tells metrics of infinite values apart by their lowest and highest ones', async () => {
    const history = (values: number[]): RunInput['history'] => ({ only: { steps: [0, 1], values }, same: { steps: [0, 1], values: [Infinity, NaN] }, none: { steps: [0], values: [NaN] } });
    const inputs = [Infinity, -Infinity].map((value, r) => ({ id: `r${r}`, history: history([value, NaN]) }));
    await writeRuns(connection, inputs);
    const { entries } = await duckdbSource(connection).keys({});
    expect(entries).toEqual((await memorySource(createRuns(inputs)).keys({})).entries);
    expect(entries.filter(({ varies }) => varies).map(({ id }) => id)).toEqual(['metric:only']);
  });

  it('looks for names that spell numbers in objects, not in lists', async () => {
    const configs = [{ at: { 0: 5, '-': 1 } }, { at: [7, 8] }, { at: 3 }, { at: { 0: { deep: 'x' } } }];
    const inputs = configs.map((config, r) => ({ id: `r${r}`, config }));
    await writeRuns(connection, inputs);
    const [source, oracle] = [duckdbSource(connection), memorySource(createRuns(inputs))];
    for (const keyId of ['config:at.0', 'config:at.-', 'config:at', 'config:at.0.deep'] as const) {
      expect((await source.column({ keyId, yValue: 'latest' })).column).toEqual((await oracle.column({ keyId, yValue: 'latest' })).column);
    }
    expect((await source.keys({})).entries).toEqual((await oracle.keys({})).entries);
  });

  it('says whether points were left out', async () => {
    await writeRuns(connection, runs);
    const query = { metric: 'loss', xAxis: 'Step', runIds: ['a'] } as const;
    expect((await duckdbSource(connection).series({ ...query, window: wide })).fidelity).toBe('m4');
    expect((await duckdbSource(connection).series({ ...query, window: { domain: [0, 99], columns: 100 } })).fidelity).toBe('exact');
  });

  it('lets DuckDB reduce what was thought to be few points and are many', async () => {
    await writeRuns(connection, runs);
    const query = { metric: 'loss', xAxis: 'Step', runIds: ['a', 'b'], window: wide } as const;
    const expected = await duckdbSource(connection).series(query);
    const source = duckdbSource(connection, { fetchLimit: 300 });
    await source.extent({ metric: 'loss', xAxis: 'Step' });
    await connection.run("INSERT INTO log SELECT 1, 'a', 'loss', 100 + i, NULL, NULL, 1 FROM range(1000) AS t(i)");
    const { series } = await source.series({ ...query, window: { domain: [0, 5000], columns: 3 } });
    expect(series[0]?.pointCount).toBe(1100);
    expect((await source.series(query)).series[1]).toEqual(expected.series[1]);
  });

  it('asks one statement for keys of metrics, one for an extent, and one for the lines of a window once the extent is known', async () => {
    await writeRuns(connection, runs.map(({ id, history }) => ({ id, history })));
    const { statements, counted } = countStatements();
    const source = duckdbSource(counted, { columns: { runs: { config: null } } });
    await source.keys({});
    expect(statements.splice(0)).toHaveLength(1);
    await source.extent({ metric: 'loss', xAxis: 'Step' });
    expect(statements.splice(0)).toHaveLength(1);
    for (const domain of [wide.domain, [20, 60]] as const) {
      const { series } = await source.series({ metric: 'loss', xAxis: 'Step', runIds: ['a', 'b'], window: { domain, columns: 7 } });
      expect(series).toHaveLength(2);
      expect(statements.splice(0)).toHaveLength(1);
    }
  });

  it('finds neighbours that lie far off or came after the extent was asked for', async () => {
    await writeRuns(connection, [{ id: 'a', history: { loss: { steps: [0, 500, 1000], values: [1, 2, 3] } } }]);
    const source = duckdbSource(connection);
    const ask = async (domain: readonly [number, number]): Promise<number[]> => {
      const { series } = await source.series({ metric: 'loss', xAxis: 'Step', runIds: ['a', 'none'], window: { domain, columns: 10 } });
      return Array.from(series[0]?.x ?? []);
    };
    await source.extent({ metric: 'loss', xAxis: 'Step' });
    expect(await ask([490, 510])).toEqual([0, 500, 1000]);
    expect(await ask([600, 610])).toEqual([500, 1000]);
    await connection.run("INSERT INTO log VALUES (1, 'a', 'loss', 9000, NULL, NULL, 4)");
    expect(await ask([0, 1000])).toEqual([0, 500, 1000, 9000]);
  });

  it('names the run whose config cannot be read', async () => {
    await writeRuns(connection, runs);
    await connection.run("UPDATE runs SET config = '{lr: 1' WHERE run_id = 'b'");
    for (const question of [(source: RunSource) => source.keys({}), (source: RunSource) => source.column({ keyId: 'config:lr', yValue: 'latest' })]) {
      const error = await errorOf(question(duckdbSource(connection)));
      expect(error.code).toBe('garbled');
      expect(error.message).toMatch(/Run "b": its config "\{lr: 1" cannot be read: .* Store a JSON object as text/);
    }
  });
});

describe('duckdbSource bounds', () => {
  it('refuses lines of more points than maxPoints', async () => {
    await writeRuns(connection, runs);
    for (const fetchLimit of [0, 1000]) {
      const error = await errorOf(duckdbSource(connection, { maxPoints: 30, fetchLimit }).series({ metric: 'loss', xAxis: 'Step', runIds: ['a', 'b'], window: wide }));
      expect(error).toMatchObject({ code: 'too-large', canRetry: false });
      expect(error.message).toMatch(/series of "loss": .*2 runs.*the most is 30\. Ask for fewer runs, fewer columns or a smaller window/);
    }
  });

  it('refuses more runs than maxSeriesRuns', async () => {
    const source = duckdbSource(connection, { maxSeriesRuns: 1 });
    expect(await errorOf(source.series({ metric: 'loss', xAxis: 'Step', runIds: ['a', 'b'], window: wide }))).toMatchObject({ code: 'too-large' });
  });

  it('stops DuckDB when a question is aborted, and answers the next', async () => {
    await connection.run(`${endless}; CREATE TABLE runs AS SELECT 'a' AS run_id, 'a' AS name, '' AS config, NULL AS state, NULL AS start_time`);
    const source = duckdbSource(connection);
    const stop = new AbortController();
    const question = source.extent({ metric: 'loss', xAxis: 'Step' }, { signal: stop.signal });
    const waiting = source.extent({ metric: 'loss', xAxis: 'Step' }, { signal: stop.signal });
    setTimeout(() => stop.abort(new Error('enough')), 50);
    await expect(question).rejects.toThrow('enough');
    await expect(waiting).rejects.toThrow('enough');
    expect((await source.runs({ limit: 1 })).total).toBe(1);
  });

  it('gives up after timeoutSeconds', async () => {
    await connection.run(`${endless}; CREATE TABLE runs AS SELECT 'a' AS run_id`);
    const error = await errorOf(duckdbSource(connection, { timeoutSeconds: 0.05 }).extent({ metric: 'loss', xAxis: 'Step' }));
    expect(error).toMatchObject({ code: 'timeout', canRetry: true });
    expect(error.message).toMatch(/DuckDB took longer than 0.05 s for extent of "loss"/);
  });

  it('says that memory ran out, and what to ask for', async () => {
    await connection.run("SET memory_limit = '20MB'; SET temp_directory = ''; SET threads = 1");
    await connection.run(`${endless.replace('100000000000', '5000000')}; CREATE TABLE runs AS SELECT 'a' AS run_id`);
    const query = { metric: 'loss', xAxis: 'Step', runIds: ['a'], window: { domain: [0, 5e6], columns: 1000 } } as const;
    const error = await errorOf(duckdbSource(connection, { fetchLimit: 0 }).series(query));
    expect(error).toMatchObject({ code: 'out-of-memory', canRetry: true });
    expect(error.message).toMatch(/Ask for fewer runs or a smaller window, or raise memory_limit/);
  });

  it('says how to give times that are no numbers', async () => {
    await connection.run("CREATE TABLE points AS SELECT 'a' AS run_id, 'loss' AS key, 1 AS step, TIMESTAMP '2026-01-01' AS wall_time, 1 AS value; CREATE TABLE runs AS SELECT 'a' AS run_id");
    const error = await errorOf(duckdbSource(connection).extent({ metric: 'loss', xAxis: 'Wall Time' }));
    expect(error.message).toMatch(/TIMESTAMP.*make a view with epoch\(…\)/s);
  });

  it('says that a closed connection is gone', async () => {
    const other = await openDuckDb();
    other.close();
    const error = await errorOf(duckdbSource(other.connection).keys({}));
    expect(['unreachable', 'failed']).toContain(error.code);
  });
});
