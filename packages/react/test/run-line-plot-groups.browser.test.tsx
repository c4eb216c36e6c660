import type { RunInput } from '@runhue/core';
import { BucketLegend, createRunhueStore, plotToSvg, RunhueProvider, RunLinePlot } from '@runhue/react';
import { describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { userEvent } from 'vitest/browser';
import { App, axisOf, drawnPlot, inkAt, pixelsOf, renderPlot, settled, surfaceOf, threeColors, tickTexts } from './run-line-plot-probe.js';

const run = (level: number, steps = [0, 50, 100]): RunInput => ({
  id: `run-${level}`,
  name: `Run ${level}`,
  history: { loss: { steps, values: steps.map(() => level) }, score: { steps: [0], values: [level] } },
});

/** Two buckets of two runs each: 1 and 3, 7 and 9. */
const four = [run(1), run(3), run(7), run(9)];
const mean = { line: 'mean', band: 'range' } as const;

async function renderGroups(plot: object = {}, runs: RunInput[] = four) {
  const store = createRunhueStore({ settings: { key: 'metric:score', bucketCount: 2 } });
  const result = await render(
    <RunhueProvider runs={runs} theme="light" store={store}>
      <div style={{ width: 640 }}>
        <RunLinePlot metric="loss" height={300} groupBy={mean} {...plot} />
        <BucketLegend />
      </div>
    </RunhueProvider>,
  );
  return { ...result, store, plot: await drawnPlot(result.container) };
}

/** How much of a pixel is covered at a data point, 0 to 255. */
function alphaAt(plot: Element, x: number, y: number): number {
  const { data, width, at } = pixelsOf(plot);
  const [column, row] = at(axisOf(plot, 'x')(x), axisOf(plot, 'y')(y)).map(Math.floor) as [number, number];
  return data[(row * width + column) * 4 + 3] ?? 0;
}

const tip = (): string => document.querySelector('[role="tooltip"]')?.textContent ?? '';

describe('RunLinePlot with groupBy', () => {
  test('draws the mean of each bucket in its colour, over a band from the lowest to the highest run', async () => {
    const { plot } = await renderPlot({ runs: four, plot: { groupBy: mean } });
    expect(alphaAt(plot, 50, 2)).toBe(255);
    expect(inkAt(plot, 50, 2)).toBe(threeColors[0]);
    expect(inkAt(plot, 50, 8)).toBe(threeColors[2]);
    for (const value of [1.3, 2.7, 7.3, 8.7]) {
      expect(alphaAt(plot, 50, value), `band at ${value}`).toBeGreaterThan(20);
      expect(alphaAt(plot, 50, value), `band at ${value}`).toBeLessThan(90);
    }
    for (const value of [0.5, 4, 5, 6, 9.5]) expect(alphaAt(plot, 50, value), `outside at ${value}`).toBe(0);
  });

  test('reads runs logged at other steps between their points', async () => {
    const slope: RunInput = { id: 'slope', history: { loss: { steps: [0, 100], values: [2, 4] }, score: { steps: [0], values: [1] } } };
    const { plot } = await renderGroups({ groupBy: { line: 'mean', band: 'none' } }, [run(1, [0, 25, 50, 75, 100]), slope, run(9)]);
    expect(alphaAt(plot, 25, 1.75)).toBeGreaterThan(200);
    expect(alphaAt(plot, 75, 2.25)).toBeGreaterThan(200);
    expect(alphaAt(plot, 75, 1)).toBe(0);
  });

  test('leaves hidden runs out of line and band', async () => {
    const { plot, store } = await renderGroups();
    store.setState(({ view }) => ({ view: { ...view, hiddenRuns: new Set(['run-1']) } }));
    await vi.waitFor(() => expect(alphaAt(plot, 50, 3)).toBe(255));
    expect(alphaAt(plot, 50, 2)).toBe(0);
  });

  test('keeps axes and other lines where they are when a bucket is hidden', async () => {
    const { plot, getByRole } = await renderGroups();
    const ticks = tickTexts(plot, 'y');
    await userEvent.click(getByRole('button', { name: /Min/ }), { modifiers: ['Shift'] });
    await vi.waitFor(() => expect(alphaAt(plot, 50, 2)).toBe(0));
    expect(alphaAt(plot, 50, 1.3)).toBe(0);
    expect(alphaAt(plot, 50, 8)).toBe(255);
    expect(tickTexts(plot, 'y')).toEqual(ticks);
  });

  test('dims the other lines and bands while one bucket is pointed at in the legend', async () => {
    const { plot, getByRole } = await renderGroups();
    const [line, band] = [inkAt(plot, 50, 2), inkAt(plot, 50, 1.3)];
    await userEvent.hover(getByRole('button', { name: /Max/ }));
    await vi.waitFor(() => expect(inkAt(plot, 50, 2)).not.toBe(line));
    expect(inkAt(plot, 50, 1.3)).not.toBe(band);
  });

  test('reads bucket, mean, band and how many runs are there, by keys', async () => {
    const short = run(2, [0, 50]);
    const { plot } = await renderGroups({}, [...four, short]);
    surfaceOf(plot).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Home}');
    await vi.waitFor(() => expect(tip()).toMatch(/Min – 5.*mean loss2min – max1 – 3Runs here3Step0/));
    await userEvent.keyboard('{End}');
    await vi.waitFor(() => expect(tip()).toMatch(/mean loss2min – max1 – 3Runs here2Step100/));
    expect(plot.querySelector('[role="status"].runhue-visually-hidden')?.textContent).toMatch(/Min – 5: loss 2 at Step 100\. min – max 1 – 3, 2 runs/);
  });

  test('copies a pinned reading with its band', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { plot, getByRole } = await renderGroups();
    surfaceOf(plot).focus();
    await userEvent.keyboard('{End}{Enter}');
    await userEvent.click(getByRole('button', { name: 'Copy' }));
    expect(write).toHaveBeenCalledWith('5 – Max\nmean loss\t8\nmin – max\t7 – 9\nRuns here\t2\nStep\t100\nMin – 5\t2');
    write.mockRestore();
  });

  test('reads the nearest line from anywhere within the plot, and points at its bucket in the legend', async () => {
    const { plot, store } = await renderGroups();
    const surface = surfaceOf(plot);
    const y = axisOf(plot, 'y')(5.6) - surface.getBoundingClientRect().top;
    await userEvent.hover(surface, { position: { x: 200, y } });
    await vi.waitFor(() => expect(tip()).toMatch(/5 – Max/));
    expect(store.getState().view.highlight).toEqual({ kind: 'bucket', id: 'range:1' });
  });

  test('never says that a bucket was clicked as a run', async () => {
    const onRunClick = vi.fn();
    const { plot } = await renderGroups({ onRunClick });
    surfaceOf(plot).focus();
    await userEvent.keyboard('{ArrowLeft}{Enter}');
    await vi.waitFor(() => expect(document.querySelector('[role="tooltip"][data-pinned]')).not.toBeNull());
    expect(onRunClick).not.toHaveBeenCalled();
  });

  test('keeps the baseline run as a line of its own', async () => {
    const { plot } = await renderGroups({ baseline: 'run-7' });
    surfaceOf(plot).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await vi.waitFor(() => expect(tip()).toMatch(/7 – Max|5 – Max/));
    expect(tip()).toMatch(/Baseline Run 77Difference\+1/);
  });

  test('ends a band that reaches below zero at the bottom of a log axis', async () => {
    const wide = [run(1), run(1000), run(7), run(9)].map((one, i) => ({ ...one, history: { ...one.history, score: { steps: [0], values: [i < 2 ? 1 : 2] } } }));
    const { plot } = await renderGroups({ groupBy: { line: 'mean', band: 'deviation' }, yScale: 'log' }, wide);
    const { data, width, height } = pixelsOf(plot);
    const column = Math.floor(width / 2);
    expect(data[((height - 6) * width + column) * 4 + 3]).toBeGreaterThan(20);
  });

  test('is switched on, changed and off in the plot itself, and follows the app again when that changes its mind', async () => {
    const { plot, getByRole, rerender } = await renderPlot({ runs: four });
    const control = getByRole('combobox', { name: 'Lines of this plot' });
    await userEvent.selectOptions(control, 'Median · min – max');
    await vi.waitFor(() => expect(surfaceOf(plot).getAttribute('aria-label')).toContain('2 buckets'));
    await userEvent.selectOptions(control, 'Each run');
    await vi.waitFor(() => expect(surfaceOf(plot).getAttribute('aria-label')).toContain('4 runs'));
    await rerender(<App runs={four} plot={{ groupBy: mean }} />);
    await expect.element(control).toHaveValue('mean-range');
  });

  test('draws every run, and says why, while colours have no buckets to group by', async () => {
    const store = createRunhueStore({ settings: { key: 'metric:score', byKey: { 'metric:score': { method: 'continuous' } } } });
    const { plot } = await renderPlot({ runs: four, provider: { store }, plot: { groupBy: mean } });
    expect(alphaAt(plot, 50, 3)).toBe(255);
    expect(plot.textContent).toContain('Each run keeps its line');
    expect(plot.querySelector('select')).toBeNull();
  });

  test('is made of every run, whatever maxRuns says', async () => {
    const { plot } = await renderGroups({ maxRuns: 1 });
    expect(alphaAt(plot, 50, 2)).toBe(255);
    expect(alphaAt(plot, 50, 8)).toBe(255);
    expect(plot.textContent).not.toContain('of 4 runs');
  });

  test('is exported as it stands: bands and lines as vectors', async () => {
    const { plot } = await renderGroups();
    const svg = new DOMParser().parseFromString(plotToSvg(plot), 'image/svg+xml');
    const paths = [...svg.querySelectorAll('g[clip-path] path')];
    const bands = paths.filter((path) => path.getAttribute('stroke') === 'none');
    const lines = paths.filter((path) => path.getAttribute('stroke') !== 'none');
    expect(bands).toHaveLength(2);
    expect(new Set(bands.map((path) => path.getAttribute('fill')))).toEqual(new Set(lines.map((path) => path.getAttribute('stroke'))));
  });

  test('is exported as CSV with a row per bucket and x', async () => {
    const blobs: Blob[] = [];
    const url = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => (blobs.push(blob as Blob), 'blob:test'));
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const { getByRole } = await renderGroups();
    await settled();
    await userEvent.click(getByRole('button', { name: 'Download as CSV' }));
    await vi.waitFor(() => expect(blobs).toHaveLength(1));
    url.mockRestore();
    click.mockRestore();
    const rows = (await blobs[0]?.text())?.trimEnd().split('\r\n') ?? [];
    expect(rows).toEqual([
      'score · latest,Step,loss (mean),loss (min),loss (max),runs',
      ...[0, 50, 100].map((x) => `Min – 5,${x},2,1,3,2`),
      ...[0, 50, 100].map((x) => `5 – Max,${x},8,7,9,2`),
    ]);
  });
});
