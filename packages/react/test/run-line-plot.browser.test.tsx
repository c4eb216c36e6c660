import type { RunInput } from '@runhue/core';
import { BucketLegend, createRunhueStore, RunhueProvider, RunLinePlot, RunTable } from '@runhue/react';
import { StrictMode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { userEvent } from 'vitest/browser';
import { App, axisOf, countDraws, drawnPlot, inkAt, levels, pixelsOf, renderPlot, settled, threeColors, tickTexts } from './run-line-plot-probe.js';

afterEach(() => vi.restoreAllMocks());

const one = (id: string, steps: number[], values: number[]): RunInput => ({ id, history: { loss: { steps, values }, score: { steps: [0], values: [1] } } });

describe('RunLinePlot draws', () => {
  test('each run in the colour of its bucket, at the points of its data', async () => {
    const { plot } = await renderPlot();
    for (const level of [1, 2, 3]) {
      for (const step of [10, 50, 90]) expect(inkAt(plot, step, level), `run ${level} at ${step}`).toBe(threeColors[level - 1]);
    }
    expect(inkAt(plot, 50, 1.5)).toBeNull();
  });

  test('a sloping line where its points are, and straight between them', async () => {
    const runs = [one('slope', [0, 40, 100], [0, 8, 2])];
    const { plot } = await renderPlot({ runs });
    for (const [step, value] of [[20, 4], [40, 8], [70, 5], [99, 2.1]] as const) expect(inkAt(plot, step, value)).not.toBeNull();
  });

  test('nothing across a value that is NaN or infinite', async () => {
    const runs = [one('gap', [0, 20, 40, 60, 80, 100], [2, 2, NaN, 2, 2, 2]), one('inf', [0, 20, 40, 60, 80, 100], [4, 4, Infinity, 4, 4, 4])];
    const { plot } = await renderPlot({ runs });
    for (const value of [2, 4]) {
      expect(inkAt(plot, 10, value)).not.toBeNull();
      expect(inkAt(plot, 70, value)).not.toBeNull();
      for (const step of [25, 30, 40, 50, 55]) expect(inkAt(plot, step, value), `${value} at ${step}`).toBeNull();
    }
  });

  test('a point without neighbours as a dot', async () => {
    const runs = [one('line', [0, 100], [1, 1]), one('dot', [50], [3]), one('among', [0, 20, 40, 60, 80], [2, NaN, 2, NaN, 2])];
    const { plot } = await renderPlot({ runs });
    expect(inkAt(plot, 50, 3)).not.toBeNull();
    expect(inkAt(plot, 40, 2)).not.toBeNull();
    expect(inkAt(plot, 45, 3)).toBeNull();
  });

  test('a line along the edge of the plot at its full width', async () => {
    const { plot } = await renderPlot({ runs: [one('zero', [0, 100], [0, 0]), one('up', [0, 100], [0, 1])] });
    const { at } = pixelsOf(plot);
    const [column, row] = at(axisOf(plot, 'x')(80), axisOf(plot, 'y')(0));
    const { data, width } = pixelsOf(plot);
    const covered = [-2, -1, 0, 1].map((d) => data[((Math.round(row) + d) * width + Math.round(column)) * 4 + 3] ?? 0);
    expect(covered.reduce((sum, alpha) => sum + alpha, 0)).toBeGreaterThan(1.8 * 255);
  });

  test('at the pixel ratio of the device', async () => {
    vi.spyOn(window, 'devicePixelRatio', 'get').mockReturnValue(2);
    const { plot } = await renderPlot();
    const canvas = plot.querySelector('canvas');
    expect(canvas?.width).toBe(Math.round((canvas?.getBoundingClientRect().width ?? 0) * 2));
    for (const level of [1, 2, 3]) expect(inkAt(plot, 50, level)).toBe(threeColors[level - 1]);
  });

  test('the same under StrictMode', async () => {
    const { container } = await render(<StrictMode><App /></StrictMode>);
    const plot = await drawnPlot(container);
    for (const level of [1, 2, 3]) expect(inkAt(plot, 50, level)).toBe(threeColors[level - 1]);
  });

  test('in the width that the app says, from half a px to six; else by the number of runs', async () => {
    const thick = async (lineWidth?: number, runs = levels): Promise<number> => {
      const { plot, unmount } = await renderPlot({ runs, plot: lineWidth === undefined ? {} : { lineWidth } });
      const { data, width, at } = pixelsOf(plot);
      const [column, row] = at(axisOf(plot, 'x')(50), axisOf(plot, 'y')(2)).map(Math.round) as [number, number];
      const covered = Array.from({ length: 17 }, (_, d) => data[((row + d - 8) * width + column) * 4 + 3] ?? 0);
      await unmount();
      return covered.reduce((sum, alpha) => sum + alpha, 0) / 255;
    };
    const many = Array.from({ length: 30 }, (_, i) => ({ ...one(`r${i}`, [0, 100], [i < 29 ? 9 : 2, i < 29 ? 9 : 2]) }));
    expect(await thick()).toBeCloseTo(2, 0.5);
    expect(await thick(undefined, many)).toBeCloseTo(1.5, 0.5);
    expect(await thick(4)).toBeCloseTo(4, 0.5);
    expect(await thick(99)).toBeCloseTo(6, 0.5);
    expect(await thick(NaN)).toBeCloseTo(2, 0.5);
  });

  test('only the first maxRuns runs, and says so', async () => {
    const { plot } = await renderPlot({ plot: { maxRuns: 2 } });
    expect(plot.textContent).toContain('2 of 3 runs');
    expect(tickTexts(plot, 'y').map(Number).at(-1)).toBeLessThan(3);
  });

  test('no count when every run is shown', async () => {
    const { plot } = await renderPlot();
    expect(plot.textContent).not.toContain('of 3 runs');
  });
});

describe('RunLinePlot follows', () => {
  test('a change of colours without touching axes, at one draw', async () => {
    const store = createRunhueStore({ settings: { key: 'metric:score', bucketCount: 3 } });
    const { plot } = await renderPlot({ provider: { store } });
    const svg = plot.querySelector('.recharts-surface')?.outerHTML;
    const draws = countDraws();
    store.setState((state) => ({ settings: { ...state.settings, reverse: true } }));
    await settled();
    expect(draws.count).toBe(1);
    for (const level of [1, 2, 3]) expect(inkAt(plot, 50, level)).toBe(threeColors[3 - level]);
    expect(plot.querySelector('.recharts-surface')?.outerHTML).toBe(svg);
  });

  test('the theme', async () => {
    const { plot, rerender } = await renderPlot();
    await rerender(<App provider={{ theme: 'dark' }} />);
    expect([1, 2, 3].map((level) => inkAt(plot, 50, level))).toEqual(['#ffd900', '#ec5767', '#8c48c0']);
  });

  test('hiding: that run leaves no ink, and every other pixel and the axes stay', async () => {
    const store = createRunhueStore({ settings: { key: 'metric:score', bucketCount: 3 } });
    const { plot } = await renderPlot({ provider: { store } });
    const before = pixelsOf(plot);
    const ticks = tickTexts(plot, 'y');
    const [, row] = before.at(0, axisOf(plot, 'y')(3));
    store.setState((state) => ({ view: { ...state.view, hiddenRuns: new Set(['run-3']) } }));
    await settled();
    const after = pixelsOf(plot);
    let changed = 0;
    let left = 0;
    for (let i = 0; i < after.data.length; i++) {
      const near = Math.abs(Math.floor(i / 4 / after.width) - row) < 5;
      if (!near && after.data[i] !== before.data[i]) changed++;
      if (near && after.data[i] !== 0) left++;
    }
    expect({ changed, left }).toEqual({ changed: 0, left: 0 });
    expect(tickTexts(plot, 'y')).toEqual(ticks);
    expect(plot.textContent).toContain('2 of 3 runs');
  });

  test('runs written inline: a render with equal runs draws nothing', async () => {
    const inline = (): RunInput[] => levels.map((run) => ({ ...run, history: { ...run.history } }));
    const { rerender } = await renderPlot({ runs: inline(), plot: { formatY: (value) => String(value) } });
    await settled();
    const draws = countDraws();
    await rerender(<App runs={inline()} plot={{ formatY: (value) => String(value) }} />);
    await settled();
    expect(draws.count).toBe(0);
  });

  test('the legend: a highlighted bucket keeps its colour and the others turn neutral', async () => {
    const { container, getByRole } = await render(
      <RunhueProvider runs={levels} theme="light" defaultSettings={{ key: 'metric:score', bucketCount: 3 }}>
        <BucketLegend orientation="horizontal" />
        <RunLinePlot metric="loss" height={300} />
      </RunhueProvider>,
    );
    const plot = await drawnPlot(container);
    await userEvent.hover(getByRole('button', { name: /Min –/ }));
    await vi.waitFor(() => expect(inkAt(plot, 50, 3)).toBe('#dfe3e7'));
    expect(inkAt(plot, 50, 2)).toBe('#dfe3e7');
    expect(inkAt(plot, 50, 1)).toBe(threeColors[0]);
    await userEvent.hover(container);
    await vi.waitFor(() => expect(inkAt(plot, 50, 3)).toBe(threeColors[2]));
  });

  test('smoothing: the smoothed line in its colour, the logged one faint behind', async () => {
    const values = Array.from({ length: 101 }, (_, i) => (i === 50 ? 10 : 0));
    const { plot } = await renderPlot({ runs: [one('spike', [...values.keys()], values)], plot: { smoothing: { method: 'time-ema', amount: 0.99 } } });
    const color = inkAt(plot, 20, 0);
    expect(color).toBe('#a9003d');
    const faint = inkAt(plot, 50, 8);
    expect(faint).not.toBeNull();
    expect(faint).not.toBe(color);
  });

  test('a run without a value lies beneath the others', async () => {
    const runs = [...levels.slice(0, 2), { id: 'none', history: { loss: { steps: [0, 100], values: [2, 2] } } }];
    const { plot } = await renderPlot({ runs, provider: { defaultSettings: { key: 'metric:score', bucketCount: 2 } } });
    for (let step = 5; step < 100; step += 5) expect(inkAt(plot, step, 2)).not.toBe('#768898');
  });

  test('the table: a run pointed at there stands out', async () => {
    const { container, getByRole } = await render(
      <RunhueProvider runs={levels} theme="light" defaultSettings={{ key: 'metric:score', bucketCount: 3 }}>
        <RunLinePlot metric="loss" height={200} />
        <div style={{ height: 200 }}><RunTable /></div>
      </RunhueProvider>,
    );
    const plot = await drawnPlot(container);
    await userEvent.hover(getByRole('row', { name: /Run 2/ }));
    await vi.waitFor(() => expect(inkAt(plot, 50, 3)).toBe('#dfe3e7'));
    expect(inkAt(plot, 50, 2)).toBe(threeColors[1]);
  });
});

describe('RunLinePlot fills', () => {
  test('300 px in a parent without a height', async () => {
    const { plot } = await renderPlot({ plot: { height: undefined } });
    expect(plot.getBoundingClientRect().height).toBe(300);
  });

  test.each([180, 500])('its parent of %d px', async (height) => {
    const { container } = await render(
      <RunhueProvider runs={levels}>
        <div style={{ height }}><RunLinePlot metric="loss" /></div>
      </RunhueProvider>,
    );
    const plot = await drawnPlot(container);
    expect(plot.getBoundingClientRect().height).toBe(height);
    expect(plot.querySelector('.recharts-surface')?.getBoundingClientRect().bottom).toBeLessThanOrEqual(plot.getBoundingClientRect().bottom);
  });

  test('a new width, with one draw for it', async () => {
    const { container, plot } = await renderPlot();
    const box = container.querySelector<HTMLElement>('div[style]');
    if (box) box.style.width = '480px';
    await vi.waitFor(() => expect(plot.querySelector('canvas')?.getBoundingClientRect().right).toBeLessThan(480));
    await vi.waitFor(() => expect(inkAt(plot, 90, 2)).toBe('#a9003d'));
  });
});
