import { createRuns, listKeys, readColumn, RunSourceError, type RunInput, type RunSource } from '@runhue/core';
import { memorySource } from '@runhue/sources/memory-source';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullLine } from './full-line.js';
import { hostileDataSets } from './hostile-runs.js';
import { randomRuns } from './random-runs.js';

const sourceOf = (...inputs: RunInput[]): RunSource => memorySource(createRuns(inputs));
const loss = (id: string, values: readonly number[], more: Partial<RunInput> = {}): RunInput => ({ id, history: { loss: { steps: values.map((_, i) => i), values } }, ...more });
const byValue = (id: string, lr: unknown): RunInput => ({ id, config: { lr: lr as number } });

describe('memorySource', () => {
  it('takes runs or a createRuns result, and gives listKeys and readColumn of them', async () => {
    const inputs = await Promise.all(hostileDataSets.filter(({ name }) => name !== '5,000 keys').map((set) => set.load()));
    for (const set of inputs.map((runs) => createRuns([...runs]))) {
      const entries = listKeys(set.runs);
      for (const source of [memorySource(set), memorySource(set.runs)]) {
        expect(await source.keys({ limit: 10_000 })).toEqual({ entries, total: entries.length });
        for (const { id } of entries) {
          for (const yValue of ['latest', 'max', 'min'] as const) {
            expect(await source.column({ keyId: id, yValue })).toEqual({ column: readColumn(set.runs, id, yValue), fidelity: 'exact' });
          }
        }
      }
    }
  });

  it('gives 1,000 Keys unless told otherwise', async () => {
    const source = sourceOf({ id: 'a', config: Object.fromEntries(Array.from({ length: 1500 }, (_, i) => [`k${i}`, i])) });
    expect((await source.keys({})).entries).toHaveLength(1000);
    expect((await source.keys({})).total).toBe(1500);
    expect((await source.keys({ search: '', limit: 1200 })).entries).toHaveLength(1200);
  });

  it('sums a column up: extent, quantiles between neighbours, bars, what is not finite and what is missing', async () => {
    const source = sourceOf(byValue('a', 0), byValue('b', 1), byValue('c', 2), byValue('d', 4), byValue('e', Infinity), byValue('f', NaN), { id: 'g' });
    const summary = await source.summary({ keyId: 'config:lr', yValue: 'latest', bars: 4, quantiles: [0, 0.5, 0.9, 1] });
    expect(summary).toMatchObject({ extent: [0, 4], finite: 4, nonFinite: 1, missing: 2, fidelity: 'exact' });
    expect(Array.from(summary.bars)).toEqual([1, 1, 1, 1]);
    Array.from(summary.quantiles).forEach((quantile, i) => expect(quantile).toBeCloseTo([0, 1.5, 3.4, 4][i] ?? NaN, 12));
  });

  it('puts a value on a bar\'s edge into the upper bar, and all values of one bar into the first', async () => {
    const source = sourceOf(...[0, 0.25, 0.5, 1].map((lr, i) => byValue(`${i}`, lr)), { id: 'x', config: { same: 3 } });
    expect(Array.from((await source.summary({ keyId: 'config:lr', yValue: 'latest', bars: 2 })).bars)).toEqual([2, 2]);
    expect(Array.from((await source.summary({ keyId: 'config:same', yValue: 'latest', bars: 3 })).bars)).toEqual([1, 0, 0]);
  });

  it('has an empty summary where no run has a value, and none for categories', async () => {
    const source = sourceOf({ id: 'a', config: { opt: 'adam' } }, { id: 'b' });
    for (const keyId of ['metric:loss', 'config:lr'] as const) {
      expect(await source.summary({ keyId, yValue: 'latest', quantiles: [0.5] })).toEqual({
        extent: null,
        quantiles: new Float64Array(),
        bars: new Float64Array(),
        finite: 0,
        nonFinite: 0,
        missing: 2,
        fidelity: 'exact',
      });
    }
    await expect(source.summary({ keyId: 'config:opt', yValue: 'latest' })).rejects.toThrow(/"config:opt" has values of type category.*column/);
  });

  it('orders runs by number, infinities at the ends, categories naturally, ties as given, and those without a value last', async () => {
    const source = sourceOf(
      { id: 'none' }, byValue('nan', NaN), byValue('two', 2), byValue('inf', Infinity), byValue('one', 1), byValue('low', -Infinity), byValue('two again', 2),
      { id: 'lr10', config: { name: 'lr10' } }, { id: 'lr2', config: { name: 'lr2' } },
    );
    const ids = async (keyId: `config:${string}`, direction: 'ascending' | 'descending'): Promise<string[]> =>
      (await source.runs({ limit: 1000, orderBy: { keyId, yValue: 'latest', direction } })).runs.map(({ id }) => id);
    expect(await ids('config:lr', 'ascending')).toEqual(['low', 'one', 'two', 'two again', 'inf', 'none', 'nan', 'lr10', 'lr2']);
    expect(await ids('config:lr', 'descending')).toEqual(['inf', 'two', 'two again', 'one', 'low', 'none', 'nan', 'lr10', 'lr2']);
    expect((await ids('config:name', 'ascending')).slice(0, 2)).toEqual(['lr2', 'lr10']);
  });

  it('measures an axis over points that have a finite x, whatever their y', async () => {
    const source = sourceOf(
      { id: 'a', history: [{ _step: -2, loss: -1 }, { _step: 0, loss: NaN }, { _step: 3, loss: 8 }] },
      { id: 'b', history: [{ _step: 9, loss: Infinity, acc: 0.5 }] },
      { id: 'c', history: [{ _step: 50, acc: 1 }] },
    );
    expect(await source.extent({ metric: 'loss', xAxis: 'Step' })).toEqual({ x: [-2, 9], y: [-1, 8], positive: [3, 8], runs: 2, points: 4, fidelity: 'exact' });
    expect(await source.extent({ metric: 'loss', xAxis: 'acc' })).toEqual({ x: [0.5, 0.5], y: null, positive: [0.5, null], runs: 1, points: 1, fidelity: 'exact' });
    expect(await source.extent({ metric: 'loss', xAxis: 'Wall Time' })).toEqual({ x: null, y: null, positive: [null, null], runs: 0, points: 0, fidelity: 'exact' });
  });

  it('says that lines are exact until a column holds more than four points, and keeps those that do not', async () => {
    const source = sourceOf(loss('a', [0, 5, 1, 4, 2, 3, 9, 8, 7, 6, 5]));
    const lines = (columns: number) => source.series({ metric: 'loss', xAxis: 'Step', runIds: ['a'], window: { domain: [0, 10], columns } });
    expect(await lines(5)).toMatchObject({ fidelity: 'exact', series: [{ hiddenVariation: null, pointCount: 11, nonFiniteCount: 0 }] });
    const { fidelity, series } = await lines(2);
    expect(fidelity).toBe('m4');
    expect(series[0]?.x).toEqual(Float64Array.of(0, 1, 4, 5, 6, 10));
    expect(series[0]?.y).toEqual(Float64Array.of(0, 5, 2, 3, 9, 5));
    expect(series[0]?.hiddenVariation).toEqual(Float64Array.of(0, 0, 6, 0, 0, 0));
    expect(series[0]?.pointCount).toBe(11);
  });

  it('takes lines from the last point left of a window to the first right of it', async () => {
    const source = sourceOf(loss('a', [0, 1, 2, 3, 4, 5, 6, 7]));
    const inWindow = async (left: number, right: number): Promise<number[]> =>
      Array.from((await source.series({ metric: 'loss', xAxis: 'Step', runIds: ['a'], window: { domain: [left, right], columns: 4 } })).series[0]?.x ?? []);
    expect(await inWindow(2, 5)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await inWindow(2.5, 2.6)).toEqual([2, 3]);
    expect(await inWindow(-5, -1)).toEqual([0]);
    expect(await inWindow(8, 9)).toEqual([7]);
  });

  it('has all of a window without width in one column, and in one cell', async () => {
    const source = sourceOf({ id: 'a', history: Array.from({ length: 30 }, (_, i) => ({ _step: i, loss: i % 7, acc: 1 })) });
    const question = { metric: 'loss', xAxis: 'acc', window: { domain: [1, 1], columns: 10 } } as const;
    expect((await source.series({ ...question, runIds: ['a'] })).series[0]?.y).toEqual(Float64Array.of(0, 6, 1));
    const cells = await source.density?.({ ...question, yDomain: [2, 2], rows: 3, buckets: null });
    expect(cells?.counts[0]?.[0]).toBe(4);
  });

  it('counts points per cell from the top, ends included, in the bucket of their run', async () => {
    const source = sourceOf(loss('low', [0, 1, 2, NaN], { config: { lr: 1 } }), loss('high', [2, 0, 9, 1], { config: { lr: 5 } }), loss('none', [1, 1, 1, 1]));
    const question = { metric: 'loss', xAxis: 'Step', window: { domain: [0, 3], columns: 3 }, yDomain: [0, 2], rows: 2 } as const;
    const plain = await source.density?.({ ...question, buckets: null });
    expect(plain?.counts.map((counts) => [...counts])).toEqual([[1, 0, 1, 2, 3, 3]]);
    const split = await source.density?.({ ...question, buckets: { keyId: 'config:lr', yValue: 'latest', edges: [5] } });
    expect(split?.counts.map((counts) => [...counts])).toEqual([[0, 0, 1, 1, 1, 0], [1, 0, 0, 0, 1, 1]]);
  });

  it('counts every finite point of any runs in some cell when the window holds them all', async () => {
    const property = fc.asyncProperty(randomRuns, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), async (inputs, columns, rows) => {
      const { runs } = createRuns(inputs);
      const source = memorySource(runs);
      for (const xAxis of ['Step', 'Relative Time (Wall)', 'acc']) {
        const { x, y } = await source.extent({ metric: 'loss', xAxis });
        if (!x || !y) continue;
        const answer = await source.density?.({ metric: 'loss', xAxis, window: { domain: x, columns }, yDomain: y, rows, buckets: null });
        const points = runs.flatMap((run) => fullLine(run, 'loss', xAxis)?.y ?? []).filter(Number.isFinite).length;
        expect(answer?.counts[0]?.reduce((sum, count) => sum + count, 0)).toBe(points);
      }
    });
    await fc.assert(property);
  });

  it('stops between runs when a long question is aborted', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => loss(`r${i}`, Array.from({ length: 1000 }, (_, step) => (step * i) % 101)));
    const source = sourceOf(...many);
    const controller = new AbortController();
    const reason = new Error('zoomed on');
    const answer = source.series({ metric: 'loss', xAxis: 'Step', runIds: many.map(({ id }) => String(id)), window: { domain: [0, 1000], columns: 300 } }, { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 1);
    await expect(answer).rejects.toBe(reason);
  });

  it.each([
    ['limit', () => sourceOf().keys({ limit: 20_000 }), 'keys: limit is 20000; the most is 10000. Ask for less.'],
    ['columns', () => sourceOf().series({ metric: 'a', xAxis: 'Step', runIds: [], window: { domain: [0, 1], columns: 1.5 } }), 'series: window.columns is 1.5; give a whole number from 1 to 16384.'],
    ['a text', () => sourceOf().column({ keyId: 'loss' as 'metric:loss', yValue: 'max' }), 'column.keyId is "loss"; write metric:<name>, config:<path> or default:<name>.'],
    ['a long text', () => sourceOf().keys({ search: 'x'.repeat(10_001) }), 'keys: search has 10001 characters; the most is 10000.'],
    ['too many ids', () => sourceOf().runs({ limit: 1, runIds: Array.from({ length: 10_001 }, String) }), 'runs: runIds has 10001 entries; the most is 10000. Ask for fewer at a time.'],
    ['nothing', () => sourceOf().runs(null as unknown as { limit: number }), 'runs is null; give an object.'],
  ])('refuses %s beyond a bound and says the value and the bound', async (_, ask, message) => {
    const error: unknown = await ask().catch((problem: unknown) => problem);
    expect(error).toBeInstanceOf(RunSourceError);
    expect((error as Error).message).toBe(message);
  });

  it('does not recognise cursors that it did not give', async () => {
    await expect(sourceOf().runs({ limit: 1, cursor: '-1' })).rejects.toThrow(/cursor is "-1"/);
  });
});
