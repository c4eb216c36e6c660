import { RunhueError } from '@runhue/core';
import { readMlflow, type SourceFetch } from '@runhue/sources/mlflow-rest';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../series-facts.js';
import { fakeServer, type FakeRequest } from '../fake-server.js';


/** A run as `runs/search` gives it. */
function searchedRun(id: string, metrics: readonly object[] = [], more: { info?: object; params?: readonly object[]; tags?: readonly object[] } = {}): object {
  return {
    info: { run_id: id, run_name: `run ${id}`, experiment_id: '1', status: 'FINISHED', start_time: 1668944334795, ...more.info },
    data: { metrics, params: more.params ?? [], tags: more.tags ?? [] },
  };
}

const api = '/api/2.0/mlflow/';
const url = 'http://localhost:5000';
const experiments = { experiments: [{ experiment_id: '1', name: 'GAN' }, { experiment_id: 2, name: 'other' }] };
const point = (value: unknown, step: unknown, timestamp: unknown = 1000, key = 'loss') => ({ key, value, step, timestamp });
const last = point(3, 2);

/** A server with one experiment list, these runs and these histories. */
const serverOf = (runs: readonly object[], history: (request: FakeRequest) => unknown = () => ({ metrics: [] })) =>
  fakeServer(api, { 'experiments/search': () => experiments, 'runs/search': () => ({ runs }), 'metrics/get-history': history });

describe('readMlflow', () => {
  it('reads name, state, start in seconds, params, own tags, parent and experiment as readMlflowFiles does', async () => {
    const { fetch } = serverOf([
      searchedRun('p'),
      searchedRun('a', [], {
        params: [{ key: 'lr', value: '0.1' }, { key: '__proto__', value: 'x' }],
        tags: [{ key: 'team', value: 'blue' }, { key: 'mlflow.parentRunId', value: 'p' }],
      }),
    ]);
    const { runs, problems } = await readMlflow({ url, fetch });
    expect(problems).toEqual([]);
    expect(runs[1]).toMatchObject({ id: 'a', name: 'run a', state: 'finished', startTime: 1668944334.795, history: {} });
    expect(Object.entries(runs[1]?.config ?? {})).toEqual([
      ['lr', '0.1'],
      ['__proto__', 'x'],
      ['mlflow', { experiment: 'GAN', parentRunId: 'p', parentRun: 'run p', tags: { team: 'blue' } }],
    ]);
  });

  it('follows every page of runs and of histories', async () => {
    const { fetch, requests } = fakeServer(api, {
      'experiments/search': ({ fields }) => (fields.page_token === undefined ? { experiments: [], next_page_token: 'x' } : experiments),
      'runs/search': ({ fields }) =>
        fields.page_token === undefined ? { runs: [searchedRun('a', [last])], next_page_token: 'b' } : { runs: [searchedRun('b')] },
      'metrics/get-history': ({ fields }) =>
        fields.page_token === undefined ? { metrics: [point(1, 0), point(2, 1)], next_page_token: 'b+/=' } : { metrics: [last] },
    });
    const { runs } = await readMlflow({ url, fetch });
    expect(runs.map((run) => run.id)).toEqual(['a', 'b']);
    expect(columnsOf(runs[0]!).loss?.values).toEqual(Float64Array.of(1, 2, 3));
    expect(requests.at(-1)?.fields).toMatchObject({ run_id: 'a', metric_key: 'loss', page_token: 'b+/=' });
  });

  it('reads "NaN" and infinities as texts, ±1.797e308 as ±Infinity, and int64 as numbers or texts', async () => {
    const { fetch } = serverOf([searchedRun('a', [last], { info: { start_time: '5000' } })], () => ({
      metrics: [
        point('NaN', '0', '1000'),
        point('Infinity', 1),
        point('-Infinity', 2),
        point(Number.MAX_VALUE, '-3'),
        point(-Number.MAX_VALUE, 4),
        point(1e308, 5),
        { key: 'loss', value: 7 },
      ],
    }));
    const { runs, problems } = await readMlflow({ url, fetch });
    expect(problems).toEqual([]);
    expect(runs[0]?.startTime).toBe(5);
    expect(columnsOf(runs[0]!).loss).toEqual({
      steps: Float64Array.of(0, 1, 2, -3, 4, 5, 0),
      values: Float64Array.of(NaN, Infinity, -Infinity, Infinity, -Infinity, 1e308, 7),
      wallTimes: Float64Array.of(1, 1, 1, 1, 1, 1, NaN),
    });
  });

  it('counts the points that cannot be read', async () => {
    const { fetch } = serverOf([searchedRun('a', [last])], () => ({ metrics: [point('1e', 0), point(null, 1), point(1, 'x'), 7, null, last] }));
    const { runs, problems } = await readMlflow({ url, fetch });
    expect(columnsOf(runs[0]!).loss?.values).toEqual(Float64Array.of(3));
    expect(problems).toMatchObject([{ code: 'invalid-value', runId: 'a', key: 'loss', count: 5 }]);
  });

  it('keeps the last value where a history cannot be had, and says which', async () => {
    const { fetch } = serverOf([searchedRun('a', [last, { ...last, key: 'acc' }])], ({ fields }) =>
      fields.metric_key === 'acc' ? 500 : { metrics: [point(1, 0), last] },
    );
    const { runs, problems } = await readMlflow({ url, fetch });
    expect(columnsOf(runs[0]!).loss?.values).toEqual(Float64Array.of(1, 3));
    expect(columnsOf(runs[0]!).acc).toEqual({ steps: Float64Array.of(2), values: Float64Array.of(3), wallTimes: Float64Array.of(1) });
    expect(problems).toMatchObject([{ code: 'unreadable', count: 1, key: 'acc' }]);
  });

  it('stops asking a server that is gone, and counts every history it did not get', async () => {
    const server = serverOf(Array.from({ length: 100 }, (_, index) => searchedRun(`r${index}`, [last])));
    let asked = 0;
    const fetch: SourceFetch = (address, init) => {
      if (!address.includes('get-history')) return server.fetch(address, init);
      asked++;
      return Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }));
    };
    const { runs, problems } = await readMlflow({ url, fetch });
    expect(runs).toHaveLength(100);
    expect(asked).toBeLessThan(20);
    expect(problems).toMatchObject([{ code: 'unreadable', count: 100 }]);
    expect(problems[0]?.message).toContain('ECONNREFUSED');
  });

  it('asks only for the histories that are wanted', async () => {
    const server = serverOf([searchedRun('a', [last, { ...last, key: 'acc' }])], () => ({ metrics: [point(1, 0), last] }));
    const { runs } = await readMlflow({ url, fetch: server.fetch, histories: ['acc'] });
    expect(columnsOf(runs[0]!).loss?.values).toEqual(Float64Array.of(3));
    expect(columnsOf(runs[0]!).acc?.values).toEqual(Float64Array.of(1, 3));
    const none = serverOf([searchedRun('a', [last])]);
    await readMlflow({ url, fetch: none.fetch, histories: 'none' });
    expect(none.requests.map(({ path }) => path)).toEqual(['experiments/search', 'runs/search']);
  });

  it('asks for the experiments by id, by name, by the address of their page, or for all', async () => {
    const askedWith = async (options: object): Promise<unknown> => {
      const { fetch, requests } = serverOf([]);
      await readMlflow({ url, fetch, ...options });
      return requests.find(({ path }) => path === 'runs/search')?.fields.experiment_ids;
    };
    expect(await askedWith({})).toEqual(['1', '2']);
    expect(await askedWith({ experimentIds: ['2'] })).toEqual(['2']);
    expect(await askedWith({ experimentNames: ['GAN'] })).toEqual(['1']);
    expect(await askedWith({ url: `${url}/#/experiments/2/runs?x=1` })).toEqual(['2']);
    expect(await askedWith({ url: `${url}/#/experiments/2`, experimentIds: ['1'] })).toEqual(['1']);
  });

  it('keeps the path of the address and sends the headers', async () => {
    const { fetch, requests } = serverOf([]);
    let address = '';
    await readMlflow({ url: `${url}/ml/flow//`, headers: { Authorization: 'Bearer t' }, fetch: (to, init) => ((address = to), fetch(to, init)) });
    expect(address).toBe(`${url}/ml/flow/api/2.0/mlflow/runs/search`);
    expect(requests[0]?.headers).toMatchObject({ Authorization: 'Bearer t', 'Content-Type': 'application/json' });
  });

  it('reads at most maxRuns runs and says that there are more', async () => {
    const { fetch } = serverOf([searchedRun('a'), searchedRun('b'), searchedRun('c')]);
    const { runs, problems } = await readMlflow({ url, fetch, maxRuns: 2 });
    expect(runs.map((run) => run.id)).toEqual(['a', 'b']);
    expect(problems[0]?.message).toContain('maxRuns');
    await expect(readMlflow({ url, fetch, maxRuns: 0 })).rejects.toThrow(RunhueError);
  });

  it('reports its progress', async () => {
    const { fetch } = serverOf([searchedRun('a', [last]), searchedRun('b', [last])], () => ({ metrics: [last] }));
    const progress: unknown[] = [];
    await readMlflow({ url, fetch, onProgress: (step) => progress.push(step) });
    expect(progress).toEqual([
      { runs: 2, histories: 0, totalHistories: null },
      { runs: 2, histories: 1, totalHistories: 2 },
      { runs: 2, histories: 2, totalHistories: 2 },
    ]);
  });

  it('rejects with the signal\'s reason after an abort, whatever is under way', async () => {
    const controller = new AbortController();
    const { fetch } = serverOf([searchedRun('a', [last])], () => {
      controller.abort(new Error('enough'));
      return { metrics: [point(1, 0)], next_page_token: 'more' };
    });
    await expect(readMlflow({ url, fetch, signal: controller.signal })).rejects.toThrow('enough');
    await expect(readMlflow({ url, fetch, signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before');
  });

  it.each([
    ['an address that is none', { url: 'localhost:5000' }, {}, /"localhost:5000" is no address of MLflow.*http:\/\//],
    ['an unknown experiment id', { experimentIds: ['9'] }, {}, /no active experiment with id "9". It has 1 "GAN", 2 "other"/],
    ['an unknown experiment name', { experimentNames: ['nope'] }, {}, /no active experiment named "nope"/],
    ['a login', {}, { 'experiments/search': () => 401 }, /answered 401.*headers/],
    ['a blocked origin', {}, { 'experiments/search': () => 403 }, /answered 403.*--cors-allowed-origins/],
    ['a page instead of the API', {}, { 'experiments/search': () => '<!doctype html>' }, /not JSON.*address of MLflow/],
    ['a server that repeats a page', {}, { 'runs/search': () => ({ runs: [], next_page_token: 'x' }) }, /same page of runs\/search/],
  ])('throws a RunhueError that names %s', async (_, options, routes, message) => {
    const { fetch } = fakeServer(api, { 'experiments/search': () => experiments, 'runs/search': () => ({ runs: [] }), ...routes });
    const reading = readMlflow({ url, fetch, ...options });
    await expect(reading).rejects.toThrow(RunhueError);
    await expect(reading).rejects.toThrow(message);
  });

  it('throws a RunhueError with the address, the cause and the way out when nothing answers', async () => {
    const fetch: SourceFetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const reading = readMlflow({ url, fetch });
    await expect(reading).rejects.toThrow(RunhueError);
    await expect(reading).rejects.toThrow(/"http:\/\/localhost:5000\/.*Failed to fetch.*--cors-allowed-origins/);
  });

  it.each([[[]], [{ runs: 7 }], [{ runs: [null, 7, {}, { info: { run_id: '' } }] }]])('keeps its feet on the answer %j', async (answer) => {
    const { fetch } = fakeServer(api, { 'experiments/search': () => experiments, 'runs/search': () => answer });
    const { runs } = await readMlflow({ url, fetch });
    expect(runs).toEqual([]);
  });
});
