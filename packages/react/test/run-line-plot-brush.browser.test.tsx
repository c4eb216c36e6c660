import { createRunhueStore, RunhueProvider, RunLinePlot, type RunLinePlotProps } from '@runhue/react';
import { describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { userEvent } from 'vitest/browser';
import { drawnPlot, levels, settled, tickTexts } from './run-line-plot-probe.js';

async function renderBrush(plot: Partial<RunLinePlotProps> = {}) {
  const store = createRunhueStore({ settings: { key: 'metric:score', bucketCount: 3 } });
  const result = await render(
    <RunhueProvider runs={levels} theme="light" store={store}>
      <div style={{ width: 640 }}>
        <RunLinePlot metric="loss" height={300} brush {...plot} />
        <RunLinePlot metric="loss" height={200} />
      </div>
    </RunhueProvider>,
  );
  const first = await drawnPlot(result.container);
  await vi.waitFor(() => expect(first.querySelectorAll('[role="slider"]')).toHaveLength(2));
  return { ...result, store, plot: first, other: await drawnPlot(result.container, 1), ends: () => [...first.querySelectorAll<SVGGElement>('[role="slider"]')] };
}

/** Presses an element and moves the mouse by so many CSS px. */
async function drag(target: Element | undefined | null, by: number): Promise<void> {
  const box = target?.getBoundingClientRect();
  if (!target || !box) throw new Error('nothing to drag');
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const at = (offset: number): MouseEventInit => ({ bubbles: true, cancelable: true, clientX: x + offset, clientY: y, button: 0 });
  target.dispatchEvent(new MouseEvent('mousedown', at(0)));
  for (let i = 1; i <= 10; i++) {
    await settled();
    target.dispatchEvent(new MouseEvent('mousemove', at((by * i) / 10)));
  }
  await settled();
  window.dispatchEvent(new MouseEvent('mouseup', at(by)));
}

describe('RunLinePlot with a brush', () => {
  test('zooms every plot with this x axis when an end is dragged', async () => {
    const { plot, other, ends, store } = await renderBrush();
    await drag(ends()[0], 260);
    await vi.waitFor(() => expect(store.getState().view.xWindows['Step']?.[0]).toBeGreaterThan(30));
    expect(store.getState().view.xWindows['Step']?.[0]).toBeLessThan(70);
    expect(store.getState().view.xWindows['Step']?.[1]).toBe(100);
    await vi.waitFor(() => expect(Number(tickTexts(plot, 'x')[0])).toBeGreaterThanOrEqual(30));
    expect(tickTexts(other, 'x')).toEqual(tickTexts(plot, 'x'));
  });

  test('moves by the part between its ends', async () => {
    const { plot, ends, store } = await renderBrush();
    await drag(ends()[1], -300);
    await vi.waitFor(() => expect(store.getState().view.xWindows['Step']?.[1]).toBeLessThan(70));
    const [lower, upper] = store.getState().view.xWindows['Step'] ?? [0, 0];
    await drag(plot.querySelector('.recharts-brush-slide'), 150);
    await vi.waitFor(() => expect(store.getState().view.xWindows['Step']?.[0]).toBeGreaterThan(lower + 10));
    const after = store.getState().view.xWindows['Step'] ?? [0, 0];
    expect(Math.abs(after[1] - after[0] - (upper - lower))).toBeLessThanOrEqual(1.01);
  });

  test('works by keys, says which part is shown, and shows all again at both ends', async () => {
    const { ends, store } = await renderBrush();
    expect(ends()[0]?.getAttribute('aria-label')).toBe('Step from 0 to 100');
    ends()[0]?.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await vi.waitFor(() => expect(store.getState().view.xWindows['Step']).toEqual([1, 100]));
    expect(ends()[0]?.getAttribute('aria-label')).toBe('Step from 1 to 100');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await vi.waitFor(() => expect(store.getState().view.xWindows['Step']).toBeUndefined());
  });

  test('follows a zoom that comes from elsewhere', async () => {
    const { ends, plot, store } = await renderBrush();
    store.setState(({ view }) => ({ view: { ...view, xWindows: { Step: [25, 75] } } }));
    await vi.waitFor(() => expect(ends()[0]?.getAttribute('aria-label')).toBe('Step from 25 to 75'));
    const area = plot.querySelector('.recharts-brush > rect')?.getBoundingClientRect();
    const place = (end: Element | undefined): number => {
      const box = end?.getBoundingClientRect();
      return ((box?.left ?? 0) + (box?.width ?? 0) / 2 - (area?.left ?? 0)) / (area?.width ?? 1);
    };
    await vi.waitFor(() => expect(place(ends()[0])).toBeCloseTo(0.25, 1));
    expect(place(ends()[1])).toBeCloseTo(0.75, 1);
  });

  test('shows where the lines lie along the whole axis, while zoomed too', async () => {
    const { plot, store } = await renderBrush();
    const overview = (): string => plot.querySelector('.runhue-plot-overview')?.getAttribute('d') ?? '';
    const before = overview();
    expect(before).toMatch(/^M.+Z$/);
    store.setState(({ view }) => ({ view: { ...view, xWindows: { Step: [40, 60] } } }));
    await vi.waitFor(() => expect(tickTexts(plot, 'x')[0]).toBe('40'));
    expect(overview()).toBe(before);
  });

  test('is there only where the app asks for it', async () => {
    const { other } = await renderBrush();
    expect(other.querySelector('.recharts-brush')).toBeNull();
  });
});
