import { createRunhueStore, RunhueProvider, RunLinePlot, type RunhueProviderProps, type RunhueStore, type RunLinePlotProps } from '@runhue/react';
import '@runhue/react/styles.css';
import type { ColumnQuery, RunSource, SeriesQuery } from '@runhue/core';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';
import { fakeSource, type FakeSource } from './fixtures/fake-source.js';

const seriesAsks = (source: FakeSource): SeriesQuery[] => source.asks.filter(({ what }) => what === 'series').map(({ query }) => query);
const columnAsks = (source: FakeSource): ColumnQuery[] => source.asks.filter(({ what }) => what === 'column').map(({ query }) => query);
const drawnPlaces = (source: FakeSource): number[] => (seriesAsks(source).at(-1)?.runIds ?? []).map((id) => Number(id.slice(4))).sort((a, b) => a - b);
const rest = (ms = 250): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const note = (): string => document.querySelector('.runhue-source-facts')?.textContent ?? '';
const warning = (): string => document.querySelector('.runhue-plot-note[data-tone="warning"]')?.textContent ?? '';

interface Shown {
  readonly source: RunSource;
  readonly store?: RunhueStore;
  readonly provider?: Partial<RunhueProviderProps>;
  readonly plots?: readonly Partial<RunLinePlotProps>[];
}

function App({ source, store, provider, plots = [{}] }: Shown) {
  return (
    <RunhueProvider source={source} theme="light" defaultSettings={{ key: 'metric:acc', bucketCount: 5 }} {...(store && { store })} {...provider}>
      {plots.map((plot, i) => (
        <div key={i} style={{ width: 640 }}>
          <RunLinePlot metric="acc" height={240} {...plot} />
        </div>
      ))}
    </RunhueProvider>
  );
}

async function show(shown: Shown) {
  const result = await render(<App {...shown} />);
  return { ...result, show: (next: Partial<Shown>) => result.rerender(<App {...shown} {...next} />) };
}

describe('RunLinePlot pickRuns by a Key of its own', () => {
  test('draws the runs with its highest or lowest values whatever the colours show, and says so', async () => {
    const source = fakeSource({ runs: 1000 });
    const { show: change } = await show({ source, plots: [{ maxRuns: 3, pickRuns: { keyId: 'metric:loss', yValue: 'max', take: 'highest' } }] });
    await expect.poll(note).toBe('3 of 1,000 runs: the highest loss (max) · reduced to pixels by Testbase');
    expect(drawnPlaces(source)).toEqual([0, 1, 2]);
    expect(columnAsks(source)).toEqual([{ keyId: 'metric:acc', yValue: 'latest' }, { keyId: 'metric:loss', yValue: 'max' }]);
    await change({ plots: [{ maxRuns: 3, pickRuns: { keyId: 'config:lr', take: 'lowest' } }] });
    await expect.poll(note).toMatch(/^3 of 1,000 runs: the lowest lr ·/);
    await change({ provider: { locale: 'ko', keyLabels: { loss: '손실' } }, plots: [{ maxRuns: 3, pickRuns: { keyId: 'metric:loss', take: 'lowest' } }] });
    await expect.poll(note).toMatch(/^run 1,000개 중 손실\(최신\) 하위 3개 ·/);
    expect(drawnPlaces(source)).toEqual([997, 998, 999]);
  });

  test('keeps its runs when another Key colours them, and asks for no lines', async () => {
    const source = fakeSource({ runs: 1000 });
    const store = createRunhueStore({ settings: { key: 'metric:acc' } });
    await show({ source, store, plots: [{ maxRuns: 3, pickRuns: { keyId: 'metric:loss', take: 'highest' } }] });
    await expect.poll(note).toMatch(/highest loss/);
    for (const key of ['config:lr', 'metric:loss', 'metric:acc'] as const) {
      store.setState((state) => ({ settings: { ...state.settings, key } }));
      await rest();
    }
    expect(source.count('series')).toBe(1);
    expect(note()).toMatch(/^3 of 1,000 runs: the highest loss \(latest\)/);
    expect(columnAsks(source).map(({ keyId }) => keyId)).toEqual(['metric:acc', 'metric:loss', 'config:lr']);
  });

  test('asks for one column when it is that of the colours, or of other plots', async () => {
    const source = fakeSource({ runs: 1000 });
    const byLoss = { maxRuns: 3, pickRuns: { keyId: 'metric:loss', take: 'lowest' } } as const;
    await show({ source, plots: [{ maxRuns: 3, pickRuns: { keyId: 'metric:acc', take: 'lowest' } }, byLoss, byLoss] });
    await expect.poll(() => document.querySelectorAll('.runhue-source-facts').length).toBe(3);
    expect(columnAsks(source).map(({ keyId }) => keyId)).toEqual(['metric:acc', 'metric:loss']);
  });

  test('written inline by the provider, holds for every plot and asks once', async () => {
    const source = fakeSource({ runs: 1000 });
    const provider = () => ({ maxRuns: 4, pickRuns: { keyId: 'metric:loss', take: 'highest' } as const });
    const { show: change } = await show({ source, provider: provider() });
    await expect.poll(note).toMatch(/^4 of 1,000 runs: the highest loss/);
    const asked = source.asks.length;
    await change({ provider: provider() });
    await rest();
    expect(source.asks).toHaveLength(asked);
  });

  test('takes the best of the shown runs: a hidden bucket gives its room to others', async () => {
    const source = fakeSource({ runs: 1000 });
    const store = createRunhueStore({ settings: { key: 'metric:acc', bucketCount: 2 } });
    await show({ source, store, plots: [{ maxRuns: 2, pickRuns: { keyId: 'config:lr', take: 'highest' } }] });
    await expect.poll(() => drawnPlaces(source)).toEqual([998, 999]);
    store.setState((state) => ({ view: { ...state.view, hiddenRuns: new Set(['run-999', 'run-998']) } }));
    await expect.poll(() => drawnPlaces(source)).toEqual([996, 997]);
  });

  test('counts only ranked runs in its words, not those that are selected', async () => {
    const source = fakeSource({ runs: 1000 });
    const store = createRunhueStore({ settings: { key: 'metric:acc' } });
    await show({ source, store, plots: [{ maxRuns: 2, pickRuns: { keyId: 'metric:loss', take: 'highest' } }] });
    store.setState((state) => ({ view: { ...state.view, selectedRuns: new Set(['run-500']) } }));
    await expect.poll(() => drawnPlaces(source)).toEqual([500]);
    await expect.poll(note).toMatch(/^2 of 1,000 runs: the highest loss/);
  });

  test('draws no run without a finite value, and evenly where no run has one', async () => {
    const source = fakeSource({ runs: 1000 });
    const thin: RunSource = {
      ...source,
      async column(query, options) {
        const answer = await source.column(query, options);
        if (query.keyId !== 'metric:loss' || answer.column.type !== 'number') return answer;
        const values = answer.column.values.map((value, place) => (place === 3 ? Infinity : place < 3 ? value : NaN));
        return { ...answer, column: { ...answer.column, values } };
      },
    };
    const { show: change } = await show({ source: thin, plots: [{ maxRuns: 50, pickRuns: { keyId: 'metric:loss', take: 'highest' } }] });
    await expect.poll(note).toMatch(/^3 of 1,000 runs: the highest loss/);
    await change({ plots: [{ maxRuns: 50, pickRuns: { keyId: 'config:kind', take: 'highest' } }] });
    await expect.poll(note).toMatch(/^50 of 1,000 runs ·/);
  });

  test('takes the Y value that the source can give', async () => {
    const source = fakeSource({ abilities: { yValues: ['latest'] } });
    await show({ source, plots: [{ maxRuns: 3, pickRuns: { keyId: 'metric:loss', yValue: 'max', take: 'highest' } }] });
    await expect.poll(note).toMatch(/highest loss \(latest\)/);
  });

  test('waits for its values; what cannot be read is said by name, and can be tried again', async () => {
    const source = fakeSource({ runs: 1000 });
    source.hold('column');
    await show({ source, plots: [{ maxRuns: 3, pickRuns: { keyId: 'metric:loss', take: 'highest' } }] });
    await expect.poll(() => source.pending('column').length).toBe(2);
    source.pending('column').find(({ query }) => (query as ColumnQuery).keyId === 'metric:acc')?.answer();
    await expect.element(page.getByText('Waiting for loss from Testbase…')).toBeInTheDocument();
    expect(page.getByText(/hidden/).elements()).toHaveLength(0);
    source.pending('column')[0]?.fail();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Could not read loss from Testbase.');
    expect(source.count('series')).toBe(0);
    source.mend();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.poll(note).toMatch(/^3 of 1,000 runs: the highest loss/);
  });

  test('leaves the picture that is there while another Key’s values are on their way, or fail', async () => {
    const source = fakeSource({ runs: 1000 });
    const { show: change, container } = await show({ source, plots: [{ maxRuns: 3 }] });
    await expect.poll(note).toMatch(/^3 of/);
    source.breakDown('column');
    await change({ plots: [{ maxRuns: 3, pickRuns: { keyId: 'metric:loss', take: 'highest' } }] });
    await expect.element(page.getByRole('alert')).toHaveTextContent('Could not read loss from Testbase. No connection to the test: start it. The last answer is still shown. Try again');
    expect(container.querySelector('canvas.runhue-plot-lines')).not.toBeNull();
    expect(note()).toMatch(/^3 of 1,000 runs ·/);
    source.mend();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.poll(note).toMatch(/highest loss/);
  });
});

describe('RunLinePlot over a source that samples', () => {
  const sampled = (source: FakeSource): RunSource => ({ ...source, extent: async (query, options) => ({ ...(await source.extent(query, options)), fidelity: 'sampled' }) });

  test('says that the axes come from a sample, until they are the reader’s own', async () => {
    const source = fakeSource();
    const store = createRunhueStore({ settings: { key: 'metric:acc' } });
    const { show: change } = await show({ source: sampled(source), store });
    await expect.poll(warning).toBe('Axes from a sample of Testbase: lines may go beyond them.');
    await change({ provider: { locale: 'ko' } });
    await expect.poll(warning).toBe('축 범위는 Testbase에서 일부만 추출해 정했으므로 선이 축 밖으로 나갈 수 있습니다.');
    store.setState((state) => ({ view: { ...state.view, xWindows: { Step: [40, 60] } } }));
    await expect.poll(warning).toBe('');
  });

  test('says so of lines and axes in one place', async () => {
    const source = sampled(fakeSource());
    const both: RunSource = { ...source, series: async (query, options) => ({ ...(await source.series(query, options)), fidelity: 'sampled' }) };
    await show({ source: both });
    await expect.poll(warning).toBe('Sampled by Testbase: spikes may be missing. Axes from a sample of Testbase: lines may go beyond them.');
  });

  test('says so of the density', async () => {
    const source = fakeSource();
    const density: NonNullable<RunSource['density']> = async (query, options) => ({ counts: (await source.density?.(query, options))?.counts ?? [], fidelity: 'sampled' });
    await show({ source: { ...source, density }, plots: [{ density: true }] });
    await expect.element(page.getByText('Density from a sample of Testbase.')).toBeVisible();
  });
});
