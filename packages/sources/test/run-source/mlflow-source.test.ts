import { RunSourceError, type RunInput } from '@runhue/core';
import type { SourceFetch } from '@runhue/sources/mlflow-rest';
import { mlflowSource } from '@runhue/sources/mlflow-source';
import { describe, expect, it } from 'vitest';
import { describeRunSource } from './conformance.js';
import { fakeMlflow, storedByMlflow } from './fake-mlflow.js';

const url = 'http://localhost:5000';

describeRunSource('mlflowSource', (runs) => Promise.resolve(mlflowSource({ url, fetch: fakeMlflow(storedByMlflow(runs), 120).fetch })), {
  stored: storedByMlflow,
  sampledExtents: true,
  // A fake server has to take the store's part, and 5,000 keys of it take long.
  dataSets: (name) => name !== '5,000 keys' && name !== 'tb-rllib-atari',
});

const lossOf = (id: string, count: number): RunInput => ({ id, startTime: 1_700_000_000, history: { loss: { steps: Array.from({ length: count }, (_, i) => i), values: Array.from({ length: count }, (_, i) => (i * 7) % 13) } } });
const window = { domain: [0, 100], columns: 20 } as const;
const lines = (...runIds: string[]) => ({ metric: 'loss', xAxis: 'Step', runIds, window }) as const;

describe('mlflowSource', () => {
  it('declares what REST cannot do: no lowest or highest values, no process time, no density', () => {
    const { abilities, density } = mlflowSource({ url, fetch: fakeMlflow([]).fetch });
    expect(abilities).toMatchObject({ name: 'MLflow', yValues: ['latest'], clocks: ['Step', 'Relative Time (Wall)', 'Wall Time'], density: false, seriesFidelity: 'm4' });
    expect(density).toBeUndefined();
  });

  it('reads runs once, and a history once, when a line of it is asked for', async () => {
    const { fetch, requests } = fakeMlflow([lossOf('a', 50), lossOf('b', 50)]);
    const source = mlflowSource({ url, fetch });
    expect(requests).toEqual([]);
    await Promise.all([source.keys({}), source.column({ keyId: 'metric:loss', yValue: 'latest' }), source.runs({ limit: 1 })]);
    expect(requests.map(({ path }) => path)).toEqual(['experiments/search', 'runs/search']);
    await source.series(lines('a'));
    await source.series({ ...lines('a'), window: { domain: [3, 8], columns: 4 } });
    expect(requests.slice(2).map(({ path, fields }) => [path, fields.run_id])).toEqual([['metrics/get-history', 'a']]);
  });

  it('asks for at most six histories at once', async () => {
    const runs = Array.from({ length: 30 }, (_, i) => lossOf(`r${i}`, 5));
    const server = fakeMlflow(runs);
    let now = 0;
    let most = 0;
    const fetch: SourceFetch = async (...request) => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setTimeout(resolve, 1));
      now -= 1;
      return server.fetch(...request);
    };
    const { series } = await mlflowSource({ url, fetch }).series(lines(...runs.map(({ id }) => String(id))));
    expect(series).toHaveLength(30);
    expect(most).toBe(6);
  });

  it('measures an axis from 48 histories and all last points where there are more runs, and says sampled', async () => {
    const runs = Array.from({ length: 60 }, (_, i) => lossOf(`r${i}`, 10 + i));
    const { fetch, requests } = fakeMlflow(runs);
    const extent = await mlflowSource({ url, fetch }).extent({ metric: 'loss', xAxis: 'Step' });
    expect(requests.filter(({ path }) => path === 'metrics/get-history')).toHaveLength(48);
    expect(extent).toMatchObject({ x: [0, 68], y: [0, 12], runs: 60, fidelity: 'sampled' });
  });

  it('says sampled when runs beyond maxRuns were left out, or points that cannot be read', async () => {
    const few = mlflowSource({ url, fetch: fakeMlflow([lossOf('a', 5), lossOf('b', 5)]).fetch, maxRuns: 1 });
    expect(await few.column({ keyId: 'metric:loss', yValue: 'latest' })).toMatchObject({ column: { runIds: ['a'] }, fidelity: 'sampled' });
    const server = fakeMlflow([lossOf('a', 5)]);
    const fetch: SourceFetch = async (to, init) => {
      const answer = await server.fetch(to, init);
      return { ...answer, text: async () => (await answer.text()).replace(to.includes('get-history') ? '"value":7' : '—', '"value":"seven"') };
    };
    const answer = await mlflowSource({ url, fetch }).series(lines('a'));
    expect(answer).toMatchObject({ fidelity: 'sampled', series: [{ pointCount: 4 }] });
  });

  it.each([
    ['unreachable', true, () => Promise.reject(new TypeError('fetch failed'))],
    ['interrupted', true, () => Promise.resolve({ ok: true, status: 200, text: () => Promise.reject(new TypeError('terminated')) })],
    ['garbled', true, () => Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve('<html>') })],
    ['refused', false, () => Promise.resolve({ ok: false, status: 401, text: () => Promise.resolve('') })],
    ['failed', true, () => Promise.resolve({ ok: false, status: 500, text: () => Promise.resolve('{"message":"no space left"}') })],
    ['timeout', true, () => Promise.resolve({ ok: false, status: 504, text: () => Promise.resolve('') })],
  ] as const)('rejects with the code %s (retry: %s), and answers once the server is well again', async (code, canRetry, broken) => {
    const server = fakeMlflow([lossOf('a', 5)]);
    let well = false;
    const fetch: SourceFetch = (...request) => (well ? server.fetch(...request) : broken());
    const source = mlflowSource({ url, fetch });
    const ask = () => source.column({ keyId: 'metric:loss', yValue: 'latest' });
    await expect(ask()).rejects.toMatchObject({ code, canRetry });
    await expect(ask()).rejects.toBeInstanceOf(RunSourceError);
    well = true;
    expect((await ask()).column.runIds).toEqual(['a']);
  });

  it.each(['before', 'in'])('rejects with the code timeout when the server goes quiet %s its answer, and can be asked again', async (place) => {
    const server = fakeMlflow([lossOf('a', 5)]);
    let quiet = true;
    const silence = (signal: AbortSignal | undefined) => new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
    const fetch: SourceFetch = (to, init) => {
      if (!quiet) return server.fetch(to, init);
      return place === 'before' ? silence(init.signal) : Promise.resolve({ ok: true, status: 200, text: () => silence(init.signal) });
    };
    const source = mlflowSource({ url, fetch, timeoutMs: 20 });
    await expect(source.keys({})).rejects.toMatchObject({ code: 'timeout', canRetry: true, message: expect.stringContaining('within 0.02 s') as string });
    quiet = false;
    expect((await source.keys({})).total).toBeGreaterThan(0);
  });

  it('rejects when one of the histories cannot be had, ends the others, and can be asked again', async () => {
    const runs = Array.from({ length: 20 }, (_, i) => lossOf(`r${i}`, 5));
    const server = fakeMlflow(runs);
    let broken = true;
    const ended: boolean[] = [];
    const fetch: SourceFetch = (to, init) => {
      if (!broken || !to.includes('get-history')) return server.fetch(to, init);
      if (to.includes('run_id=r3&')) return Promise.resolve({ ok: false, status: 500, text: () => Promise.resolve('') });
      return new Promise((_, reject) => init.signal?.addEventListener('abort', () => (ended.push(true), reject(init.signal?.reason as Error))));
    };
    const source = mlflowSource({ url, fetch });
    await expect(source.series(lines(...runs.map(({ id }) => String(id))))).rejects.toMatchObject({ code: 'failed' });
    expect(ended).toHaveLength(5);
    broken = false;
    expect((await source.series(lines('r0', 'r3'))).series).toHaveLength(2);
  });

  it('ends the requests for histories after an abort, but not the listing of runs that other questions wait for', async () => {
    const server = fakeMlflow([lossOf('a', 5)]);
    const controller = new AbortController();
    const reason = new Error('other metric');
    const signals: (AbortSignal | undefined)[] = [];
    const fetch: SourceFetch = (to, init) => {
      signals.push(init.signal);
      if (!to.includes('get-history')) return server.fetch(to, init);
      setTimeout(() => controller.abort(reason), 1);
      return new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)));
    };
    const source = mlflowSource({ url, fetch });
    const early = source.keys({}, { signal: AbortSignal.timeout(0) }).catch((error: unknown) => error);
    const keys = await source.keys({});
    expect(keys.entries.map(({ id }) => id)).toContain('metric:loss');
    await early;
    await expect(source.series(lines('a'), { signal: controller.signal })).rejects.toBe(reason);
    expect(signals.map((signal) => signal?.aborted)).toEqual([false, false, true]);
  });

  it.each([
    ['an address that is none', { url: 'localhost:5000' }, /"localhost:5000" is no address of MLflow/],
    ['an unknown experiment', { url, experimentNames: ['nope'] }, /no active experiment named "nope". It has 1 "runs"/],
  ])('names %s', async (_, options, message) => {
    const ask = async (): Promise<unknown> => mlflowSource({ fetch: fakeMlflow([]).fetch, ...options }).keys({});
    await expect(ask()).rejects.toThrow(message);
  });

  it('keeps histories up to a number of points, those asked for last', async () => {
    const { fetch, requests } = fakeMlflow([lossOf('a', 40), lossOf('b', 40), lossOf('c', 40)]);
    const source = mlflowSource({ url, fetch, maxKeptPoints: 80 });
    for (const id of ['a', 'b', 'a', 'c', 'a', 'b']) await source.series(lines(id));
    expect(requests.flatMap(({ fields }) => fields.run_id ?? [])).toEqual(['a', 'b', 'c', 'b']);
  });
});
