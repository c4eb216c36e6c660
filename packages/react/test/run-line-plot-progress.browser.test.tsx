import type { RunInput } from '@runhue/core';
import { createRunhueStore } from '@runhue/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { inkAt, renderPlot, surfaceOf } from './run-line-plot-probe.js';

const steps = Float64Array.from({ length: 600 }, (_, i) => i);
const many: RunInput[] = Array.from({ length: 1500 }, (_, i) => ({
  id: `run-${i}`,
  history: { loss: { steps, values: steps.map((step) => Math.sin((step * (i + 1)) / 500) + (i % 3)) }, score: { steps: [0], values: [i + 0.5] } },
}));

const bar = (): HTMLElement | null => document.querySelector('[role="progressbar"]');

// A machine on which every look at the clock finds 60 ms gone.
let now = 0;
beforeEach(() => {
  const start = performance.now();
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => start + (now += 60));
});
afterEach(() => vi.restoreAllMocks());

/** Every share that the bar shows until it is gone. */
async function watched(): Promise<number[]> {
  const shares: number[] = [];
  await vi.waitFor(() => expect(bar()).not.toBeNull(), { timeout: 20_000, interval: 5 });
  await vi.waitFor(
    () => {
      const share = bar()?.getAttribute('aria-valuenow');
      if (share !== undefined && share !== null) shares.push(Number(share));
      expect(bar()).toBeNull();
    },
    { timeout: 60_000, interval: 5 },
  );
  return shares;
}

describe('RunLinePlot, while lines take long to draw,', () => {
  test('shows how far they are, never less than before, and no bar once they are there', async () => {
    const store = createRunhueStore({ settings: { key: 'metric:score', bucketCount: 3 } });
    const { plot } = await renderPlot({ runs: many, provider: { store } });
    const first = inkAt(plot, 300, 1);
    expect(first).not.toBeNull();
    store.setState(({ view }) => ({ view: { ...view, xWindows: { Step: [100, 500] } } }));
    const shares = await watched();
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThan(100);
    expect(surfaceOf(plot).querySelector('[role="progressbar"]')).toBeNull();
  });

  test('answers keys meanwhile, and draws for the newest zoom alone', async () => {
    const store = createRunhueStore({ settings: { key: 'metric:score', bucketCount: 3 } });
    const { plot } = await renderPlot({ runs: many, provider: { store } });
    store.setState(({ view }) => ({ view: { ...view, xWindows: { Step: [100, 500] } } }));
    await vi.waitFor(() => expect(bar()).not.toBeNull(), { timeout: 20_000, interval: 5 });
    store.setState(({ view }) => ({ view: { ...view, xWindows: { Step: [200, 300] } } }));
    const puts = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData');
    await vi.waitFor(() => expect(bar()).toBeNull(), { timeout: 60_000 });
    await vi.waitFor(() => expect(puts.mock.calls.filter(([image, , top]) => image.width > 100 && top === 0)).toHaveLength(1), { timeout: 60_000 });
    expect(inkAt(plot, 250, 1)).not.toBeNull();
  });
});

describe('A zoom into many runs', () => {
  test('shows at once the picture that is there, moved and stretched to where its data now is, until the sharp one comes', async () => {
    const store = createRunhueStore({ settings: { key: 'metric:score', bucketCount: 3 } });
    const { plot } = await renderPlot({ runs: many, provider: { store } });
    const canvas = plot.querySelector<HTMLCanvasElement>('canvas.runhue-plot-lines');
    const width = canvas?.getBoundingClientRect().width ?? 0;
    store.setState(({ view }) => ({ view: { ...view, xWindows: { Step: [100, 400] } } }));
    await vi.waitFor(() => expect(canvas?.style.transform).toMatch(/^matrix/), { interval: 2 });
    // 600 steps became 300: twice as wide, and still full of lines.
    expect((canvas?.getBoundingClientRect().width ?? 0) / width).toBeCloseTo(2, 1);
    expect(inkAt(plot, 250, 1)).not.toBeNull();
    await vi.waitFor(() => expect(canvas?.style.transform).toBe(''), { timeout: 60_000 });
    expect(inkAt(plot, 250, 1)).not.toBeNull();
  });
});

describe('Grouping very many points', () => {
  test('keeps the runs until the buckets are ready, and the buckets until the next are', async () => {
    const store = createRunhueStore({ settings: { key: 'metric:score', bucketCount: 3 } });
    const { plot, getByRole } = await renderPlot({ runs: many, provider: { store } });
    const name = (): string => surfaceOf(plot).getAttribute('aria-label') ?? '';
    const seen = new Set<string>();
    const watch = new MutationObserver(() => seen.add(name()));
    watch.observe(plot, { subtree: true, attributes: true, childList: true });
    await userEvent.selectOptions(getByRole('combobox', { name: 'Lines of this plot' }), 'Mean · min – max');
    await vi.waitFor(() => expect(name()).toContain('3 buckets'), { timeout: 60_000 });
    expect([...seen].filter((text) => !text.includes('1,500 runs') && !text.includes('3 buckets'))).toEqual([]);
    seen.clear();
    store.setState(({ settings }) => ({ settings: { ...settings, bucketCount: 5 } }));
    await vi.waitFor(() => expect(name()).toContain('5 buckets'), { timeout: 60_000 });
    watch.disconnect();
    expect([...seen].filter((text) => text.includes('runs'))).toEqual([]);
  });
});
