import type { RunInput } from '@runhue/core';
import { createRunhueStore } from '@runhue/react';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { App, axisOf, pixelsOf, renderPlot, surfaceOf } from './run-line-plot-probe.js';

const points = 1_000_000;
const spikeAt = 654_321;
const steps = Float64Array.from({ length: points }, (_, i) => i);

/** A run of a million steps around 1 with one step of 100, above a level one. */
function spiked(): RunInput[] {
  const values = Float64Array.from(steps, (step) => 1 + 0.2 * Math.sin(step / 5000) * Math.cos(step));
  values[spikeAt] = 100;
  const score = (value: number) => ({ steps: [0], values: [value] });
  return [
    { id: 'spiked', name: 'Spiked', history: { loss: { steps, values }, score: score(2) } },
    { id: 'level', name: 'Level', history: { loss: { steps: [0, points - 1], values: [0, 0] }, score: score(1) } },
  ];
}

const store = () => createRunhueStore({ settings: { key: 'metric:score', bucketCount: 2 } });

/** The most ink, 0 to 255, of the columns around a value of x at a value of y. */
function inkNear(plot: Element, x: number, y: number): number {
  const canvas = plot.querySelector('canvas')!.getBoundingClientRect();
  const { data, width, height } = pixelsOf(plot);
  const column = Math.floor(((axisOf(plot, 'x')(x) - canvas.left) / canvas.width) * width);
  const row = Math.floor(((axisOf(plot, 'y')(y) - canvas.top) / canvas.height) * height);
  return Math.max(...[-1, 0, 1].map((d) => data[(row * width + column + d) * 4 + 3] ?? 0));
}

describe('A 100-fold spike at one of a million steps', () => {
  test.each([1, 10, 100, 1000, 10_000, 100_000])('is drawn to its top %d-fold zoomed, and read there', async (zoom) => {
    const own = store();
    const half = points / 2 / zoom;
    if (zoom > 1) own.setState(({ view }) => ({ view: { ...view, xWindows: { Step: [spikeAt - 0.7 * half, spikeAt + 1.3 * half] } } }));
    const { plot } = await renderPlot({ runs: spiked(), provider: { store: own }, plot: { formatX: String, formatY: String } });
    // Near enough, the spike is the flank that rises from the step before.
    const flank = (y: number): number => spikeAt - (100 - y) / 99;
    await vi.waitFor(() => expect(inkNear(plot, flank(50), 50)).toBeGreaterThan(60), { timeout: 20_000 });
    for (const y of [20, 40, 60, 80, 99]) expect(inkNear(plot, flank(y), y)).toBeGreaterThan(60);
    const surface = surfaceOf(plot);
    const box = surface.getBoundingClientRect();
    await userEvent.hover(surface, { position: { x: axisOf(plot, 'x')(spikeAt) - box.left, y: axisOf(plot, 'y')(90) - box.top } });
    const tooltip = await vi.waitFor(() => {
      const tip = document.querySelector('[role="tooltip"]');
      expect(tip).not.toBeNull();
      return tip!;
    });
    expect(tooltip.textContent).toContain('Spiked');
    expect(tooltip.textContent).toContain(`loss100`);
    expect(tooltip.textContent).toContain(`Step${spikeAt}`);
  });
});

describe('Very many points', () => {
  test('keep their lines while they are smoothed, and the spike stays faint behind', async () => {
    const own = store();
    const { plot, rerender } = await renderPlot({ runs: spiked(), provider: { store: own }, plot: { formatX: String } });
    expect(inkNear(plot, spikeAt, 80)).toBeGreaterThan(60);
    await rerender(<App runs={spiked()} provider={{ store: own }} plot={{ formatX: String, smoothing: { method: 'average', amount: 1000 } }} />);
    // Smoothed, the spike is a tenth of a unit high; behind it the logged one stays, fainter.
    expect(inkNear(plot, spikeAt, 80)).toBeGreaterThan(60);
    await vi.waitFor(() => expect(colorNear(plot, spikeAt, 80)).not.toBe(colorNear(plot, spikeAt, 1)), { timeout: 20_000 });
    expect(inkNear(plot, spikeAt, 80)).toBeGreaterThan(60);
  });
});

/** The colour of the column around a value of x at a value of y, where it is strongest. */
function colorNear(plot: Element, x: number, y: number): string {
  const canvas = plot.querySelector('canvas')!.getBoundingClientRect();
  const { data, width, height } = pixelsOf(plot);
  const column = Math.floor(((axisOf(plot, 'x')(x) - canvas.left) / canvas.width) * width);
  const row = Math.floor(((axisOf(plot, 'y')(y) - canvas.top) / canvas.height) * height);
  const at = [-1, 0, 1].map((d) => (row * width + column + d) * 4).sort((a, b) => (data[b + 3] ?? 0) - (data[a + 3] ?? 0))[0] ?? 0;
  return data.slice(at, at + 3).join(' ');
}
