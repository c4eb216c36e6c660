import { RunSourceError } from '@runhue/core';
import { act } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { fakeSource } from './fixtures/fake-source.js';
import { renderHooks } from './fixtures/probe.js';

const settle = (): Promise<void> => act(() => new Promise<void>((resolve) => setTimeout(resolve, 20)));
const settings = { key: 'metric:acc', bucketCount: 5 } as const;

describe('RunhueProvider with a source', () => {
  test('colours every run of the source from one column, and counts all of them in the legend', async () => {
    const source = fakeSource({ runs: 1000 });
    const probe = renderHooks({ source, defaultSettings: settings });
    await settle();
    const { legend, colors, keys } = probe.now();
    expect(legend.title).toBe('acc · latest');
    expect(legend.items.map(({ count, visibleCount }) => [count, visibleCount])).toEqual(Array.from({ length: 5 }, () => [200, 200]));
    expect(colors.bucketOf('run-999')?.index).toBe(4);
    expect(colors.colorOf('run-0')).toBe(legend.items[0]?.style.color);
    expect(keys.map(({ id }) => id)).toEqual(['metric:acc', 'metric:loss', 'config:lr', 'config:kind']);
    expect([source.count('column'), source.count('keys'), source.count('series')]).toEqual([1, 1, 0]);
  });

  test('without a chosen Key asks for the column of the first varying metric', async () => {
    const source = fakeSource();
    const probe = renderHooks({ source });
    await settle();
    expect(probe.now().choices.key).toBe('metric:acc');
    expect(source.asks.find(({ what }) => what === 'column')?.query).toEqual({ keyId: 'metric:acc', yValue: 'latest' });
  });

  test('bucket count, palette, method, edges, reverse and original colours ask the source nothing', async () => {
    const source = fakeSource({ runs: 500 });
    const probe = renderHooks({ source, defaultSettings: settings });
    await settle();
    const asked = source.asks.length;
    probe.act(({ choices }) => choices.setBucketCount(8));
    expect(probe.now().buckets.buckets).toHaveLength(8);
    probe.act(({ choices }) => choices.setPalette('viridis'));
    probe.act(({ choices }) => choices.setReverse(true));
    probe.act(({ choices }) => choices.setKeySettings('metric:acc', { method: 'quantile' }));
    probe.act(({ choices }) => choices.setKeySettings('metric:acc', { method: 'custom', edges: [0.1, 0.2] }));
    expect(probe.now().buckets.edges).toEqual([0.1, 0.2]);
    probe.act(({ choices }) => choices.setMode('original'));
    probe.act(({ legend }) => legend.toggle(legend.items[0]?.id ?? ''));
    await settle();
    expect(source.asks).toHaveLength(asked);
  });

  test('another Key or Y value asks one column; going back to it asks nothing', async () => {
    const source = fakeSource();
    const probe = renderHooks({ source, defaultSettings: settings });
    await settle();
    probe.act(({ choices }) => choices.setKey('metric:loss'));
    await settle();
    expect(source.count('column')).toBe(2);
    expect(probe.now().legend.title).toBe('loss · latest');
    probe.act(({ choices }) => choices.setYValue('max'));
    await settle();
    expect(source.count('column')).toBe(3);
    probe.act(({ choices }) => choices.setYValue('latest'));
    expect(probe.now().legend.title).toBe('loss · latest');
    probe.act(({ choices }) => choices.setKey('metric:acc'));
    expect(probe.now().legend.title).toBe('acc · latest');
    await settle();
    expect([source.count('column'), source.count('keys')]).toEqual([3, 1]);
  });

  test('while a Key is on its way the one before stays, buckets, colours and title', async () => {
    const source = fakeSource();
    const probe = renderHooks({ source, defaultSettings: settings });
    await settle();
    const { legend, buckets } = probe.now();
    source.hold('column');
    probe.act(({ choices }) => choices.setKey('metric:loss'));
    await settle();
    expect(probe.now().buckets).toBe(buckets);
    expect(probe.now().legend.items).toBe(legend.items);
    expect(probe.now().legend.title).toBe('acc · latest');
    await act(async () => source.pending('column')[0]?.answer());
    await settle();
    expect(probe.now().legend.title).toBe('loss · latest');
  });

  test('of a slow Key and a quick one chosen after it, the quick one wins and the slow one is told to stop', async () => {
    const source = fakeSource();
    const probe = renderHooks({ source, defaultSettings: settings });
    await settle();
    source.hold('column');
    probe.act(({ choices }) => choices.setKey('metric:loss'));
    await settle();
    const [slow] = source.pending('column');
    probe.act(({ choices }) => choices.setKey('config:lr'));
    await settle();
    const quick = source.pending('column').find((ask) => ask !== slow);
    expect(slow?.signal?.aborted).toBe(true);
    await act(async () => quick?.answer());
    await settle();
    expect(probe.now().legend.title).toBe('lr');
    await act(async () => slow?.answer());
    await settle();
    expect(probe.now().legend.title).toBe('lr');
    expect(probe.now().buckets.keyId).toBe('config:lr');
  });

  test('a column that cannot be read leaves the last good one; what the source says is there to be read and asked again', async () => {
    const source = fakeSource();
    const probe = renderHooks({ source, defaultSettings: settings });
    await settle();
    source.breakDown('column');
    probe.act(({ choices }) => choices.setKey('metric:loss'));
    await settle();
    expect(probe.now().legend.title).toBe('acc · latest');
    expect(probe.now().source?.problems.map(({ what, error }) => [what, error.code, error.canRetry])).toEqual([['loss', 'unreachable', true]]);
    source.mend();
    probe.act(({ source: status }) => status?.problems[0]?.retry());
    await settle();
    expect(probe.now().legend.title).toBe('loss · latest');
    expect(probe.now().source?.problems).toEqual([]);
  });

  test('keys that cannot be read leave the colours, where the Key is chosen', async () => {
    const source = fakeSource();
    source.breakDown('keys');
    const probe = renderHooks({ source, defaultSettings: settings });
    await settle();
    expect(probe.now().legend.items).toHaveLength(5);
    expect(probe.now().source?.problems.map(({ id }) => id)).toEqual(['keys']);
  });

  test('an answer that is no column is an error, not a broken picture', async () => {
    const source = fakeSource();
    const wrong = { ...source, column: () => Promise.resolve({ column: { keyId: 'metric:acc', yValue: 'latest', type: 'number', runIds: ['a', 'b'], values: new Float64Array(1) }, fidelity: 'exact' }) };
    const probe = renderHooks({ source: wrong as never, defaultSettings: settings });
    await settle();
    expect(probe.now().source?.problems[0]?.error).toMatchObject({ code: 'garbled', message: 'The column "metric:acc" has 1 values for 2 runs: ask the source again.' });
  });

  test('whatever a source throws is told in its own words', async () => {
    const source = { ...fakeSource(), column: () => { throw new TypeError('fetch failed'); } };
    const probe = renderHooks({ source: source as never, defaultSettings: settings });
    await settle();
    const error = probe.now().source?.problems[0]?.error;
    expect(error).toBeInstanceOf(RunSourceError);
    expect([error?.code, error?.message, error?.canRetry]).toEqual(['failed', 'fetch failed', true]);
  });

  test('a Y value that the source cannot reduce to is not asked for', async () => {
    const source = fakeSource({ abilities: { yValues: ['latest'] } });
    const probe = renderHooks({ source, defaultSettings: { ...settings, yValue: 'max' } });
    await settle();
    expect(source.asks.find(({ what }) => what === 'column')?.query).toEqual({ keyId: 'metric:acc', yValue: 'latest' });
    expect(probe.now().legend.title).toBe('acc · latest');
  });

  test('a second Key asks one column, and its dashes count all runs', async () => {
    const source = fakeSource({ runs: 10 });
    const probe = renderHooks({ source, defaultSettings: { ...settings, dashKey: 'config:kind' } });
    await settle();
    expect(source.count('column')).toBe(2);
    expect(probe.now().legend.dashes?.items.map(({ label, count, visibleCount }) => [label, count, visibleCount])).toEqual([['even', 5, 5], ['odd', 5, 5]]);
    probe.act(({ legend }) => legend.dashes?.isolate(legend.dashes.items[1]?.id ?? ''));
    expect(probe.now().legend.items.map(({ visibleCount }) => visibleCount)).toEqual([1, 1, 1, 1, 1]);
    expect(probe.now().visible.isVisible('run-0')).toBe(false);
    expect(probe.now().visible.isVisible('run-1')).toBe(true);
  });

  test('display names of the app stand for the names of the source', async () => {
    const probe = renderHooks({ source: fakeSource(), defaultSettings: settings, keyLabels: { acc: 'Accuracy' } });
    await settle();
    expect(probe.now().legend.title).toBe('Accuracy · latest');
  });

  test('unmounting tells the source to stop', async () => {
    const source = fakeSource();
    source.hold('column', 'keys');
    const probe = renderHooks({ source, defaultSettings: settings });
    await settle();
    const pending = [...source.pending('column'), ...source.pending('keys')];
    expect(pending).toHaveLength(2);
    probe.unmount();
    expect(pending.every(({ signal }) => signal?.aborted)).toBe(true);
  });

  test('original colours of a source: one legend item for all runs, each in the colour of its id', async () => {
    const probe = renderHooks({ source: fakeSource({ runs: 50 }), defaultSettings: { ...settings, mode: 'original' } });
    await settle();
    const { legend, colors } = probe.now();
    expect(legend.items.map(({ label, count }) => [label, count])).toEqual([['All runs, each in its own color', 50]]);
    expect(new Set(['run-1', 'run-2', 'run-3', 'run-4', 'run-5', 'run-6'].map((id) => colors.colorOf(id))).size).toBeGreaterThan(3);
  });

  test('a million runs are bucketed, hidden and counted', async () => {
    const probe = renderHooks({ source: fakeSource({ runs: 1_000_000 }), defaultSettings: settings });
    for (let i = 0; i < 200 && probe.now().legend.items.length === 0; i += 1) await settle();
    expect(probe.now().legend.items.map(({ count }) => count)).toEqual(Array(5).fill(200_000));
    probe.act(({ legend }) => legend.isolate(legend.items[2]?.id ?? ''));
    expect(probe.now().legend.items.map(({ visibleCount }) => visibleCount)).toEqual([0, 0, 200_000, 0, 0]);
    expect(probe.now().visible.hiddenCount).toBe(800_000);
    expect(probe.now().visible.isVisible('run-500000')).toBe(true);
    expect(probe.now().colors.bucketOf('run-1000000')).toBeNull();
  }, 60_000);
});
