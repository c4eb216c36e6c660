import { createRuns, listKeys, readColumn, type RunInput, type SeriesInput } from '@runhue/core';
import { readRuns } from '@runhue/sources';
import { readMlflow } from '@runhue/sources/mlflow-rest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow, freePort, numbers, runScript, startServer, temporaryFolder } from './python-process.js';

/** What MLflow's own client reads back. */
interface LoggedRun {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly startTime: number;
  readonly params: Readonly<Record<string, string>>;
  readonly last: Readonly<Record<string, number | string>>;
  readonly history: Readonly<Record<string, { steps: number[]; values: (number | string)[]; times: number[] }>>;
}

const { folder, remove } = temporaryFolder();
let url = '';
let stop = (): void => {};

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const args = ['mlflow', 'server', '--backend-store-uri', 'sqlite:///runs.db', '--host', '127.0.0.1', '--port', String(port), '--workers', '1'];
  ({ stop } = await startServer(args, `${url}/health`, { folder }));
});

afterAll(() => {
  stop();
  remove();
});

const log = async (kind: string, uri = url): Promise<LoggedRun[]> =>
  JSON.parse(await runScript('mlflow_runs.py', [uri, kind], { folder, env: { MLFLOW_ALLOW_FILE_STORE: 'true' } })) as LoggedRun[];

/** Metrics in the order of MLflow's own client, which is that of the server. */
function expectSameRun(run: RunInput | undefined, logged: LoggedRun): void {
  expect(run).toMatchObject({ id: logged.id, name: logged.name, state: logged.status.toLowerCase(), startTime: logged.startTime / 1000 });
  expect(run?.config).toMatchObject(logged.params);
  const history = run?.history as Readonly<Record<string, SeriesInput>>;
  expect(Object.keys(history).sort()).toEqual(Object.keys(logged.history).sort());
  for (const [metric, { steps, values, times }] of Object.entries(logged.history)) {
    expect(history[metric], metric).toEqual({
      steps: Float64Array.from(steps),
      values: Float64Array.from(numbers(values)),
      wallTimes: Float64Array.from(times, (time) => time / 1000),
    });
  }
}

/** MLflow's SQL store gives infinities back as the largest double. */
const stored = (logged: LoggedRun): LoggedRun =>
  JSON.parse(JSON.stringify(logged), (_, value: unknown) =>
    typeof value === 'number' && Math.abs(value) === Number.MAX_VALUE ? (value > 0 ? 'inf' : '-inf') : value,
  ) as LoggedRun;

describe('readMlflow from a real server on sqlite', () => {
  it('gives every point as MLflow\'s own client reads it: NaN, infinities, nested names, odd and repeated steps', async () => {
    const logged = (await log('values')).map(stored);
    const { runs, problems } = await readMlflow({ url, experimentNames: ['values'] });
    expect(runs).toHaveLength(2);
    for (const run of logged) expectSameRun(runs.find(({ id }) => id === run.id), run);
    expect(problems).toMatchObject([{ code: 'ambiguous', key: 'same step', count: 2 }]);
    const child = runs.find(({ name }) => name === 'child');
    expect(child?.config?.mlflow).toEqual({ experiment: 'values', parentRunId: logged[0]?.id, parentRun: 'parent', tags: { team: 'blue' } });
    const history = child?.history as Readonly<Record<string, SeriesInput>>;
    expect(Array.from(history['val/nested/acc']!.values)).toEqual([0.5, NaN, Infinity, -Infinity, 0.75]);
  });

  it('has the last values that MLflow has, which become the Latest of the kit', async () => {
    const { runs } = await readMlflow({ url, experimentNames: ['values'], histories: 'none' });
    const whole = await readMlflow({ url, experimentNames: ['values'] });
    for (const inputs of [runs, whole.runs]) {
      const set = createRuns(inputs);
      const latest = (metric: string): unknown => {
        const column = readColumn(set.runs, `metric:${metric}`, 'latest');
        const [value] = set.runs.flatMap(({ name }, index) => (name === 'child' ? [column.values[index]] : []));
        return value;
      };
      expect(latest('loss')).toBe(1 / 200);
      expect(latest('val/nested/acc')).toBe(0.75);
      expect(latest('ends in nan')).toBeNaN();
      expect(latest('ends in inf')).toBe(Infinity);
      expect(latest('odd steps')).toBe(2 ** 40);
      expect(latest('same step')).toBe(2);
    }
  });

  it('offers the params as Keys, numbers as numbers', async () => {
    const { runs } = await readMlflow({ url, experimentNames: ['values'] });
    const keys = listKeys(createRuns(runs).runs);
    expect(keys.find(({ id }) => id === 'config:learning_rate')).toMatchObject({ type: 'number' });
    expect(keys.find(({ id }) => id === 'config:optimizer')).toMatchObject({ type: 'category' });
  });

  it('follows the pages of a history of 26,000 points', async () => {
    const [logged] = await log('long');
    const { runs, problems } = await readMlflow({ url, experimentNames: ['long'] });
    expect(problems).toEqual([]);
    expectSameRun(runs[0], logged!);
  });

  it('follows the pages of 1,005 runs', async () => {
    await log('many');
    const { runs } = await readMlflow({ url, experimentNames: ['many'] });
    expect(new Set(runs.map(({ name }) => name)).size).toBe(1005);
    expect(runs.filter(({ config }) => config?.index !== undefined)).toHaveLength(11);
  });

  it('names the experiments there are when one is not', async () => {
    await expect(readMlflow({ url, experimentNames: ['nope'] })).rejects.toThrow(/no active experiment named "nope".*"values"/);
  });

  it('repeats the server\'s own words when a filter is wrong', async () => {
    await expect(readMlflow({ url, filter: 'name =' })).rejects.toThrow(/answered 400: "Invalid clause/);
  });

  it('says how to let a page in when the server blocks its origin', async () => {
    await expect(readMlflow({ url, headers: { Origin: 'http://example.com' } })).rejects.toThrow(/answered 403.*--cors-allowed-origins/);
  });
});

it('readRuns over a file store that MLflow itself wrote gives the same points', async () => {
  const store = temporaryFolder();
  try {
    const logged = await log('values', `file://${store.folder}/mlruns`);
    const { runs } = await readRuns(filesBelow(store.folder));
    for (const run of logged) expectSameRun(runs.find(({ id }) => id === run.id), run);
  } finally {
    store.remove();
  }
});
