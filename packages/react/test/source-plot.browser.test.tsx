import { BucketLegend, createRunhueStore, RunhueProvider, RunLinePlot, type RunhueProviderProps, type RunhueStore, type RunLinePlotProps } from '@runhue/react';
import '@runhue/react/styles.css';
import type { SeriesQuery } from '@runhue/core';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';
import { fakeSource, type FakeSource } from './fixtures/fake-source.js';
import { drawnPlot, inkAt, threeColors } from './run-line-plot-probe.js';

const bucketOf = (id: string, runs: number, count: number): number => Math.min(count - 1, Math.floor((Number(id.slice(4)) / (runs - 1)) * count));
const perBucket = (ids: readonly string[], runs: number, count: number): number[] =>
  Array.from({ length: count }, (_, bucket) => ids.filter((id) => bucketOf(id, runs, count) === bucket).length);
const seriesAsks = (source: FakeSource): SeriesQuery[] => source.asks.filter(({ what }) => what === 'series').map(({ query }) => query);
const rest = (ms = 250): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const zoom = (store: RunhueStore, window: readonly [number, number]): void => store.setState((state) => ({ view: { ...state.view, xWindows: { Step: window } } }));
const note = (): string => document.querySelector('.runhue-source-facts')?.textContent ?? '';

/** Whether two colours are the same but for the rounding of see-through pixels. */
function isNear(color: string | null, wanted: string): boolean {
  const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const other = channels(wanted);
  return color !== null && channels(color).every((channel, i) => Math.abs(channel - (other[i] ?? 0)) <= 4);
}

interface Shown {
  readonly source: FakeSource;
  readonly store?: RunhueStore;
  readonly provider?: Partial<RunhueProviderProps>;
  readonly plot?: Partial<RunLinePlotProps>;
  readonly legend?: boolean;
}

function App({ source, store, provider, plot, legend }: Shown) {
  return (
    <RunhueProvider source={source} theme="light" defaultSettings={{ key: 'metric:acc', bucketCount: 5 }} {...(store && { store })} {...provider}>
      {legend && <BucketLegend />}
      <div style={{ width: 640 }}>
        <RunLinePlot metric="acc" height={300} endLabels={false} {...plot} />
      </div>
    </RunhueProvider>
  );
}

async function show(shown: Shown) {
  const result = await render(<App {...shown} />);
  await expect.poll(() => shown.source.count('series')).toBeGreaterThan(0);
  const plot = await drawnPlot(result.container);
  return { ...result, plot, show: (next: Partial<Shown>) => result.rerender(<App {...shown} {...next} />) };
}

const colored = (bucketCount: number): RunhueStore => createRunhueStore({ settings: { key: 'metric:acc', bucketCount } });

describe('RunLinePlot over a source', () => {
  test('draws as many runs as asked, the same number of each bucket, and says of how many', async () => {
    const source = fakeSource({ runs: 1000 });
    await show({ source, plot: { maxRuns: 50 } });
    const [asked] = seriesAsks(source);
    expect(asked?.runIds).toHaveLength(50);
    expect(perBucket(asked?.runIds ?? [], 1000, 5)).toEqual([10, 10, 10, 10, 10]);
    expect(note()).toBe('50 of 1,000 runs · reduced to pixels by Testbase');
  });

  test('draws 200 runs of a source, or what the provider says, when the plot says nothing', async () => {
    const source = fakeSource({ runs: 1000 });
    const { show: change } = await show({ source });
    expect(seriesAsks(source)[0]?.runIds).toHaveLength(200);
    await change({ provider: { maxRuns: 30 } });
    await expect.poll(note).toMatch(/^30 of 1,000 runs/);
  });

  test('asks for the pixels of its canvas: columns in device pixels, over the axis from edge to edge', async () => {
    const source = fakeSource();
    const { plot } = await show({ source });
    const canvas = plot.querySelector('canvas.runhue-plot-lines') as HTMLCanvasElement;
    const [asked] = seriesAsks(source);
    expect(asked?.window.columns).toBe(canvas.width);
    expect(asked?.window.domain[0]).toBeLessThan(0);
    expect(asked?.window.domain[1]).toBeGreaterThan(100);
  });

  test('lines have the colours of their buckets', async () => {
    const source = fakeSource({ runs: 30 });
    const { plot } = await show({ source, provider: { defaultSettings: { key: 'metric:acc', bucketCount: 3 } }, plot: { yDomain: [0, 1] } });
    await expect.poll(() => isNear(inkAt(plot, 50, 2 / 30), threeColors[0])).toBe(true);
    expect(isNear(inkAt(plot, 50, 14 / 30), threeColors[1])).toBe(true);
    expect(isNear(inkAt(plot, 50, 28 / 30), threeColors[2])).toBe(true);
  });

  test('more runs keep those that are drawn and ask only for the new ones', async () => {
    const source = fakeSource({ runs: 1000 });
    const { show: change } = await show({ source, plot: { maxRuns: 50 } });
    const few = seriesAsks(source)[0]?.runIds ?? [];
    await change({ plot: { maxRuns: 80 } });
    await expect.poll(() => source.count('series')).toBe(2);
    const added = seriesAsks(source)[1]?.runIds ?? [];
    expect(added).toHaveLength(30);
    expect(added.filter((id) => few.includes(id))).toEqual([]);
    await expect.poll(note).toMatch(/^80 of/);
  });

  test('bucket count, method, edges and palette ask for no lines', async () => {
    const source = fakeSource({ runs: 1000 });
    const store = colored(5);
    await show({ source, store });
    const asked = source.asks.length;
    for (const patch of [{ bucketCount: 8 }, { palette: 'viridis' }, { byKey: { 'metric:acc': { method: 'quantile' as const } } }, { byKey: { 'metric:acc': { method: 'custom' as const, edges: [0.5] } } }, { mode: 'original' as const }]) {
      store.setState((state) => ({ settings: { ...state.settings, ...patch } }));
      await rest(150);
    }
    expect(source.asks).toHaveLength(asked);
  });

  test('an isolated bucket is drawn with all the room there is; those that were drawn are not asked for again', async () => {
    const source = fakeSource({ runs: 1000 });
    await show({ source, store: colored(5), plot: { maxRuns: 50 }, legend: true });
    const [, second] = page.getByRole('toolbar').getByRole('button').elements();
    if (second) await userEvent.click(second);
    await expect.poll(() => source.count('series')).toBe(2);
    const added = seriesAsks(source)[1]?.runIds ?? [];
    expect(added).toHaveLength(40);
    expect(perBucket(added, 1000, 5)).toEqual([0, 0, 0, 40, 0]);
    await expect.poll(note).toMatch(/^50 of 1,000 runs/);
    if (second) await userEvent.click(second);
    await rest();
    expect(source.count('series')).toBe(2);
  });

  test('selected runs and the baseline are drawn whatever is picked', async () => {
    const source = fakeSource({ runs: 1000 });
    const store = colored(5);
    const { show: change } = await show({ source, store, plot: { maxRuns: 5 } });
    const drawn = seriesAsks(source)[0]?.runIds ?? [];
    const other = ['run-1', 'run-2', 'run-3'].filter((id) => !drawn.includes(id));
    store.setState((state) => ({ view: { ...state.view, selectedRuns: new Set([other[0] ?? '']) } }));
    await expect.poll(() => seriesAsks(source)[1]?.runIds).toEqual([other[0]]);
    await change({ plot: { maxRuns: 5, baseline: other[1] } });
    await expect.poll(() => seriesAsks(source)[2]?.runIds).toEqual([other[1]]);
    store.setState((state) => ({ view: { ...state.view, highlight: { kind: 'run', id: 'run-777' } } }));
    await expect.poll(() => seriesAsks(source)[3]?.runIds).toEqual(['run-777']);
  });

  test('pickRuns "highest" draws the runs with the highest values of the Key', async () => {
    const source = fakeSource({ runs: 1000 });
    await show({ source, plot: { maxRuns: 3, pickRuns: 'highest' } });
    expect([...(seriesAsks(source)[0]?.runIds ?? [])].sort()).toEqual(['run-997', 'run-998', 'run-999']);
  });

  test('asks for no more runs at once than the source takes', async () => {
    const source = fakeSource({ runs: 1000, abilities: { maxSeriesRuns: 64 } });
    await show({ source });
    await expect.poll(note).toMatch(/^200 of/);
    expect(seriesAsks(source).map(({ runIds }) => runIds.length)).toEqual([64, 64, 64, 8]);
  });

  test('a zoom asks for its window while the old lines stay under the new axes', async () => {
    const source = fakeSource();
    const store = colored(3);
    const { plot } = await show({ source, store, plot: { yDomain: [0, 1] } });
    await expect.poll(() => isNear(inkAt(plot, 50, 0.02), threeColors[0])).toBe(true);
    source.hold('series');
    zoom(store, [40, 60]);
    await expect.poll(() => source.pending('series').length).toBe(1);
    await expect.poll(() => plot.querySelector('.runhue-source-bar')).not.toBeNull();
    await expect.poll(() => isNear(inkAt(plot, 50, 0.02), threeColors[0])).toBe(true);
    const query = source.pending('series')[0]?.query as unknown as SeriesQuery;
    expect(query.window.domain[0]).toBeGreaterThan(35);
    expect(query.window.domain[1]).toBeLessThan(65);
    source.pending('series')[0]?.answer();
    await expect.poll(() => plot.querySelector('.runhue-source-bar')).toBeNull();
    expect(isNear(inkAt(plot, 50, 0.02), threeColors[0])).toBe(true);
  });

  test('of two zooms the later one wins, whichever is answered first', async () => {
    const source = fakeSource();
    const store = colored(3);
    const { plot } = await show({ source, store });
    source.hold('series');
    zoom(store, [0, 50]);
    await expect.poll(() => source.pending('series').length).toBe(1);
    const [slow] = source.pending('series');
    zoom(store, [50, 100]);
    await expect.poll(() => source.pending('series').length).toBe(2);
    expect(slow?.signal?.aborted).toBe(true);
    source.pending('series').find((ask) => ask !== slow)?.answer();
    await expect.poll(() => plot.querySelector('.runhue-source-bar')).toBeNull();
    slow?.answer();
    await rest();
    expect(source.count('series')).toBe(3);
    expect(page.getByRole('alert').elements()).toHaveLength(0);
  });

  test('a zoom that fails leaves the last good picture, says so, and works when it is tried again', async () => {
    const source = fakeSource();
    const store = colored(3);
    const { plot } = await show({ source, store, plot: { yDomain: [0, 1] } });
    await expect.poll(() => isNear(inkAt(plot, 50, 0.02), threeColors[0])).toBe(true);
    source.breakDown('series');
    zoom(store, [40, 60]);
    await expect.element(page.getByRole('alert')).toHaveTextContent('Could not read acc from Testbase. No connection to the test: start it. The last answer is still shown. Try again');
    expect(isNear(inkAt(plot, 50, 0.02), threeColors[0])).toBe(true);
    source.mend();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.poll(() => page.getByRole('alert').elements()).toHaveLength(0);
  });

  test('before the first lines there is their place, then why they cannot be read, then they', async () => {
    const source = fakeSource();
    source.hold('series');
    const { plot, container } = await show({ source });
    await expect.element(page.getByText('Waiting for acc from Testbase…')).toBeInTheDocument();
    expect(plot.querySelector('.runhue-source-skeleton svg')).not.toBeNull();
    source.pending('series')[0]?.fail();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Could not read acc from Testbase.');
    source.mend();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.poll(() => container.querySelector('.runhue-source-facts, .runhue-source-skeleton')?.className).toMatch('facts');
  });

  test('an extent that cannot be read is told and asked for again', async () => {
    const source = fakeSource();
    source.breakDown('extent');
    await render(<App source={source} />);
    await expect.element(page.getByRole('alert')).toHaveTextContent('Could not read acc from Testbase.');
    source.mend();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.poll(note).toMatch(/reduced to pixels by Testbase/);
  });

  test('names that cannot be read leave the lines, under their ids', async () => {
    const source = fakeSource({ runs: 3 });
    source.breakDown('runs');
    const { plot } = await show({ source, plot: { endLabels: true } });
    await expect.poll(() => plot.textContent).toContain('run-2');
  });

  test('names that do not come leave the lines too', async () => {
    const source = fakeSource({ runs: 3 });
    source.hold('runs');
    const { plot } = await show({ source, plot: { endLabels: true } });
    await expect.poll(() => plot.textContent, { timeout: 5000 }).toContain('run-2');
  });

  test('an x axis that the source cannot give offers Step', async () => {
    const source = fakeSource();
    await render(<App source={source} plot={{ xAxis: 'Wall Time' }} />);
    await expect.element(page.getByText(/No run has Wall Time for acc/)).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Use Step' }));
    await expect.poll(() => source.count('series')).toBe(1);
  });

  test('another metric starts from its own axes, not from the picture of the one before', async () => {
    const source = fakeSource();
    const { show: change, plot } = await show({ source });
    source.hold('series');
    await change({ plot: { metric: 'loss' } });
    await expect.poll(() => plot.querySelector('.runhue-source-skeleton')).not.toBeNull();
    expect(seriesAsks(source).at(-1)?.metric).toBe('loss');
  });
});

describe('RunLinePlot density', () => {
  const behind = (plot: Element): Uint8ClampedArray => {
    const canvas = plot.querySelector<HTMLCanvasElement>('.runhue-plot-density');
    return canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
  };
  const inkOf = (plot: Element): string => `#${[...behind(plot).slice(0, 3)].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

  test('lies beneath the lines, by bucket, and follows palette and hidden buckets without another question', async () => {
    const source = fakeSource();
    const store = colored(3);
    const { plot } = await show({ source, store, plot: { density: true }, legend: true });
    await expect.poll(() => behind(plot).length).toBeGreaterThan(0);
    const canvases = [...plot.querySelectorAll('canvas')].map(({ className }) => className);
    expect(canvases.indexOf('runhue-plot-density')).toBeLessThan(canvases.indexOf('runhue-plot-lines'));
    expect(source.asks.find(({ what }) => what === 'density')?.query).toMatchObject({ metric: 'acc', buckets: { keyId: 'metric:acc', yValue: 'latest', edges: [expect.closeTo(0.33, 2), expect.closeTo(0.66, 2)] } });
    expect(isNear(inkOf(plot), threeColors[0])).toBe(true);
    expect(behind(plot)[3]).toBeLessThan(128);
    await rest();
    const asked = source.count('density');
    const last = page.getByRole('toolbar').getByRole('button').elements().at(-1);
    if (last) await userEvent.click(last, { modifiers: ['Control'] });
    await expect.poll(() => isNear(inkOf(plot), threeColors[1])).toBe(true);
    await rest();
    expect(source.count('density')).toBe(asked);
  });

  test('that cannot be counted is told, and the lines stay', async () => {
    const source = fakeSource();
    source.breakDown('density');
    const { plot } = await show({ source, plot: { density: true } });
    await expect.element(page.getByText('Testbase could not count all runs.')).toBeVisible();
    source.mend();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.poll(() => behind(plot).length).toBeGreaterThan(0);
  });

  test('is not asked for where the source cannot count, or the y axis is not linear', async () => {
    const poor = fakeSource({ abilities: { density: false } });
    await show({ source: poor, plot: { density: true } });
    const log = fakeSource();
    await show({ source: log, plot: { density: true, yScale: 'log' } });
    await rest();
    expect([poor.count('density'), log.count('density')]).toEqual([0, 0]);
  });
});

describe('the runs that a plot picks', () => {
  const picked = async (byKey: object, mode: { hide?: number } = {}) => {
    const source = fakeSource({ runs: 1000 });
    const store = createRunhueStore({ settings: { key: 'metric:acc', byKey: { 'metric:acc': byKey } } });
    await show({ source, store, plot: { maxRuns: 50 }, legend: true });
    const [asked] = seriesAsks(source);
    const places = (asked?.runIds ?? []).map((id) => Number(id.slice(4)));
    if (mode.hide !== undefined) await userEvent.click(page.getByRole('toolbar').getByRole('button').elements()[mode.hide] ?? document.body, { modifiers: ['Control'] });
    return { source, places };
  };
  const within = (places: readonly number[], lower: number, upper: number): number => places.filter((place) => place / 1000 >= lower && place / 1000 < upper).length;

  test('are all of a small bucket, whose room the others take', async () => {
    const { places } = await picked({ method: 'custom', edges: [0.004, 0.5] });
    expect([within(places, 0, 0.004), within(places, 0.004, 0.5), within(places, 0.5, 1)]).toEqual([4, 23, 23]);
  });

  test('come from all parts of a continuous Key’s domain', async () => {
    const { places } = await picked({ method: 'continuous' });
    for (let part = 0; part < 8; part += 1) expect(within(places, part / 8, (part + 1) / 8)).toBeGreaterThanOrEqual(5);
  });

  test('of a hidden bucket give their room to the others, which keep theirs', async () => {
    const { source, places } = await picked({ method: 'custom', edges: [0.5] }, { hide: 0 });
    await expect.poll(() => source.count('series')).toBe(2);
    const added = (seriesAsks(source)[1]?.runIds ?? []).map((id) => Number(id.slice(4)));
    expect(added).toHaveLength(25);
    expect(added.some((place) => places.includes(place))).toBe(false);
    expect(new Set(added.map((place) => place >= 500)).size).toBe(1);
  });
});
