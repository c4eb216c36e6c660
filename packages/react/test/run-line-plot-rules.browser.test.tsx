import { smooth } from '@runhue/lines';
import type { RunInput } from '@runhue/core';
import { createRunhueStore } from '@runhue/react';
import { describe, expect, test, vi } from 'vitest';
import { App, axisOf, countDraws, drawnPlot, inkAt, pixelsOf, renderPlot, settled, tickTexts } from './run-line-plot-probe.js';

const line = (id: string, steps: number[], values: number[]): RunInput => ({ id, history: { loss: { steps, values }, score: { steps: [0], values: [1] } } });

describe('RunLinePlot', () => {
  test('a formatter that prints something else changes the ticks; one that prints the same draws nothing', async () => {
    const { container, plot, rerender } = await renderPlot({ plot: { formatY: (value) => `${value} s` } });
    expect(tickTexts(plot, 'y').every((text) => text.endsWith(' s'))).toBe(true);
    await rerender(<App plot={{ formatY: (value) => `${value * 1000} ms` }} />);
    await vi.waitFor(() => expect(tickTexts(plot, 'y').every((text) => text.endsWith('00 ms'))).toBe(true));
    await drawnPlot(container);
    await settled();
    const draws = countDraws();
    await rerender(<App plot={{ formatY: (value) => `${value * 1000} ms` }} />);
    await settled();
    expect(draws.count).toBe(0);
  });

  test('has no line of Recharts: lines are drawn on the canvas only', async () => {
    const { plot } = await renderPlot();
    expect(plot.querySelector('.recharts-surface')).not.toBeNull();
    expect(plot.querySelector('.recharts-line, .recharts-line-curve')).toBeNull();
  });

  test('smooths over the range of all series, so that a zoom changes no value', async () => {
    const steps = Array.from({ length: 101 }, (_, i) => i);
    const values = steps.map((step) => (step < 50 ? 0 : 10));
    const amount = 0.9;
    const long = line('long', [0, 400], [0, 10]);
    const smoothed = (xRange: [number, number]): number =>
      smooth(Float64Array.from(steps), Float64Array.from(values), { method: 'time-ema', amount, xRange }).y[60] ?? NaN;
    const whole = smoothed([0, 400]);
    expect(Math.abs(whole - smoothed([0, 100]))).toBeGreaterThan(0.8);
    expect(Math.abs(whole - smoothed([40, 80]))).toBeGreaterThan(0.8);
    const store = createRunhueStore();
    const { plot } = await renderPlot({ runs: [line('step', steps, values), long], provider: { store }, plot: { smoothing: { method: 'time-ema', amount } } });
    const ink = inkAt(plot, 60, whole);
    expect(ink).not.toBeNull();
    store.setState((state) => ({ view: { ...state.view, xWindows: { Step: [40, 80] } } }));
    await vi.waitFor(() => expect(tickTexts(plot, 'x').map(Number).at(-1)).toBe(80));
    await vi.waitFor(() => expect(inkAt(plot, 60, whole)).toBe(ink));
    // The logged points lie there, faint.
    expect(inkAt(plot, 60, smoothed([40, 80]))).not.toBe(ink);
  });
});

describe('RunLinePlot with xScale', () => {
  test('"log" puts 10 midway between 1 and 100, and leaves out what is not above zero', async () => {
    const { plot } = await renderPlot({ runs: [line('a', [0, 1, 10, 100], [4, 1, 3, 1])], plot: { xScale: 'log' } });
    expect(plot.textContent).toContain('1 point ≤ 0 is not shown.');
    const { data, width, height } = pixelsOf(plot);
    const y = axisOf(plot, 'y')(3);
    const row = Math.round(pixelsOf(plot).at(0, y)[1]);
    const inked = Array.from({ length: width }, (_, column) => column).filter((column) =>
      [-1, 0, 1].some((d) => row + d < height && (data[((row + d) * width + column) * 4 + 3] ?? 0) > 200),
    );
    expect(inked.length).toBeGreaterThan(0);
    for (const column of inked) expect(Math.abs(column / width - 0.5)).toBeLessThan(0.03);
  });

  test('"symlog" shows both sides of zero, alike', async () => {
    const { plot } = await renderPlot({ runs: [line('a', [-100, -1, 0, 1, 100], [1, 1, 3, 1, 1])], plot: { xScale: 'symlog' } });
    expect(plot.textContent).not.toContain('≤ 0');
    const ticks = tickTexts(plot, 'x').map((text) => Number(text.replace('−', '-')));
    expect(ticks).toContain(0);
    expect(ticks.filter((tick) => tick < 0).map((tick) => -tick).sort()).toEqual(ticks.filter((tick) => tick > 0).sort());
  });
});
