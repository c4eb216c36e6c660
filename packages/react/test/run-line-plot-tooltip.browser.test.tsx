import { createRunhueStore, type RunhueStore } from '@runhue/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { App, axisOf, inkAt, renderPlot, settled, surfaceOf } from './run-line-plot-probe.js';

afterEach(async () => {
  vi.restoreAllMocks();
  await userEvent.unhover(document.body);
});

/** Runs at the levels 1 to 20; the last one ends at step 50. */
const twenty = Array.from({ length: 20 }, (_, i) => ({
  id: `run-${i + 1}`,
  name: `Run ${i + 1}`,
  history: { loss: i === 19 ? { steps: [0, 50], values: [20, 20] } : { steps: [0, 50, 100], values: [i + 1, i + 1, i + 1] } },
}));

const tooltip = (): HTMLElement | null => document.querySelector('[role="tooltip"]');
const others = (): string[] => [...(tooltip()?.querySelectorAll('li') ?? [])].map((item) => item.textContent ?? '');

/** A store in which one run is hidden. */
function hiding(runId: string): RunhueStore {
  const store = createRunhueStore({ settings: { key: 'metric:score' } });
  store.setState((state) => ({ view: { ...state.view, hiddenRuns: new Set([runId]) } }));
  return store;
}

async function pointAt(plot: Element, x: number, y: number, act: 'hover' | 'click'): Promise<void> {
  const surface = surfaceOf(plot);
  const { left, top } = surface.getBoundingClientRect();
  await userEvent[act](surface, { position: { x: axisOf(plot, 'x')(x) - left, y: axisOf(plot, 'y')(y) - top } });
  await settled();
}

describe('RunLinePlot tooltip', () => {
  test('nearby, the default, names the nearest run and up to four neighbours there, high on top', async () => {
    const { plot } = await renderPlot({ runs: twenty });
    await pointAt(plot, 50, 10, 'hover');
    expect(tooltip()?.querySelector('.runhue-plot-tooltip-run')?.textContent).toBe('Run 10');
    expect(others()).toEqual(['Run 1212', 'Run 1111', 'Run 99', 'Run 88']);
    expect(tooltip()?.querySelectorAll('li .runhue-swatch')).toHaveLength(4);
  });

  test('prints values that stand below each other with decimals in common, unless the app has its own', async () => {
    const near = [1.583, 1.5877, 1.6].map((level, i) => ({ id: `r${i}`, name: `R${i}:`, history: { loss: { steps: [0, 50, 100], values: Array(3).fill(level) } } }));
    const { plot, rerender } = await renderPlot({ runs: near });
    surfaceOf(plot).focus();
    await userEvent.keyboard('{Home}');
    expect(tooltip()?.querySelector('dd')?.textContent).toBe('1.6000');
    expect(others()).toEqual(['R1:1.5877', 'R0:1.5830']);
    await rerender(<App runs={near} plot={{ formatY: (value) => `${value}!` }} />);
    await vi.waitFor(() => expect(others()).toEqual(['R1:1.5877!', 'R0:1.583!']));
  });

  test('does not stretch a large value by the decimals of a small one', async () => {
    const far = [12345.678, 0.012345].map((level, i) => ({ id: `r${i}`, name: `R${i}:`, history: { loss: { steps: [0, 100], values: [level, level] } } }));
    const { plot } = await renderPlot({ runs: far });
    surfaceOf(plot).focus();
    await userEvent.keyboard('{Home}');
    expect([tooltip()?.querySelector('dd')?.textContent, ...others()]).toEqual(['12,345.68', 'R1:0.01']);
  });

  test('leaves out hidden runs and runs that have ended', async () => {
    const { plot } = await renderPlot({ runs: twenty, provider: { store: hiding('run-5') }, plot: { tooltip: 'all' } });
    await pointAt(plot, 100, 19, 'click');
    expect(others()).toHaveLength(17);
    expect(others()).not.toContain('Run 2020');
    expect(others()).not.toContain('Run 55');
  });

  test('takes each neighbour at its own point nearest to the x that is read, beyond a gap too', async () => {
    const histories = [{ steps: [0, 50, 100], values: [1, 1, 1] }, { steps: [0, 40, 100], values: [2, 2.5, 2] }, { steps: [0, 50, 100], values: [3, NaN, 3.5] }];
    const { plot } = await renderPlot({ runs: histories.map((loss, i) => ({ id: `r${i}`, name: `R${i}:`, history: { loss } })) });
    await pointAt(plot, 50, 1, 'hover');
    expect(others()).toEqual(['R2:3.0', 'R1:2.5']);
  });

  test('single names the nearest run alone', async () => {
    const { plot } = await renderPlot({ runs: twenty, plot: { tooltip: 'single' } });
    await pointAt(plot, 50, 10, 'hover');
    expect(tooltip()?.textContent).toContain('Run 10');
    expect(others()).toEqual([]);
  });

  test('all says how many it leaves out while it follows the pointer, and lists them when pinned, in a list that keys can scroll', async () => {
    const { plot } = await renderPlot({ runs: twenty, plot: { tooltip: 'all' } });
    await pointAt(plot, 50, 10, 'hover');
    expect(others()).toHaveLength(12);
    expect(tooltip()?.textContent).toContain('7 more: click to list all');
    await pointAt(plot, 50, 5, 'click');
    expect(others()).toHaveLength(19);
    expect(others()[0]).toBe('Run 2020');
    const list = tooltip()?.querySelector('ul');
    expect(list?.scrollHeight).toBeGreaterThan(list?.clientHeight ?? NaN);
    const near = [...(list?.children ?? [])].find((item) => item.textContent === 'Run 44')?.getBoundingClientRect();
    const box = list?.getBoundingClientRect();
    expect(near && box && near.top >= box.top && near.bottom <= box.bottom).toBe(true);
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(list);
  });

  test('copies a pinned reading as text, by keys too; Escape gives the focus back to the plot', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { plot, getByRole } = await renderPlot();
    surfaceOf(plot).focus();
    await userEvent.keyboard('{Home}');
    expect(getByRole('button', { name: 'Copy' }).query()).toBeNull();
    await userEvent.keyboard('{Enter}{Tab}{Tab}{Enter}');
    await settled();
    const [text] = write.mock.calls[0] ?? [];
    expect(text?.split('\n')).toEqual(['Run 3', 'loss\t3', 'Step\t0', expect.stringMatching(/^score · latest\t3\.3\d*, bucket 3 of 3/), 'Run 2\t2', 'Run 1\t1']);
    expect(tooltip()?.querySelector('[role="status"]')?.textContent).toBe('Copied');
    await userEvent.keyboard('{Escape}');
    expect(tooltip()).toBeNull();
    expect(document.activeElement).toBe(surfaceOf(plot));
  });
});

describe('RunLinePlot baseline', () => {
  const textColor = '#1b1f24';

  test('is drawn dashed in the text colour, on top; the others keep their colours', async () => {
    const { plot } = await renderPlot({ plot: { baseline: 'run-2' } });
    const inks = new Set(Array.from({ length: 40 }, (_, i) => inkAt(plot, 20 + i / 4, 2)));
    expect([...inks].some((ink) => ink === textColor)).toBe(true);
    expect([...inks].some((ink) => ink === null)).toBe(true);
    expect(inkAt(plot, 50, 3)).toBe('#33006f');
  });

  test('is named in the tooltip with the difference to what is read, which is spoken too', async () => {
    const { plot } = await renderPlot({ plot: { baseline: 'run-2' } });
    await pointAt(plot, 50, 1, 'hover');
    expect(tooltip()?.textContent).toContain('Baseline Run 22Difference−1');
    await pointAt(plot, 50, 2, 'hover');
    expect(tooltip()?.querySelector('.runhue-plot-tooltip-run')?.textContent).toBe('Run 2baseline');
    expect(tooltip()?.textContent).not.toContain('Difference');
    surfaceOf(plot).focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(plot.querySelector('[role="status"]')?.textContent).toMatch(/Difference \+1$/);
  });

  test('that no run has changes nothing; a hidden one is hidden', async () => {
    const gone = await renderPlot({ plot: { baseline: 'gone' } });
    await pointAt(gone.plot, 50, 1, 'hover');
    expect(tooltip()?.textContent).not.toContain('Baseline');
    await gone.unmount();
    const { plot } = await renderPlot({ provider: { store: hiding('run-2') }, plot: { baseline: 'run-2' } });
    expect(inkAt(plot, 20, 2)).toBeNull();
    await pointAt(plot, 50, 1, 'hover');
    expect(tooltip()?.textContent).not.toContain('Baseline');
  });
});
