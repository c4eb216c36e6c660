import { createRunhueStore, RunhueProvider, RunLinePlot } from '@runhue/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { userEvent } from 'vitest/browser';
import { axisOf, countDraws, drawnPlot, levels, pixelsOf, renderPlot, settled, surfaceOf, tickTexts } from './run-line-plot-probe.js';

afterEach(async () => {
  vi.restoreAllMocks();
  await userEvent.unhover(document.body);
});

const tooltip = (): HTMLElement | null => document.querySelector('[role="tooltip"]');

/** Moves the real mouse to a data point. */
async function hoverAt(plot: Element, x: number, y: number, off = 0): Promise<void> {
  const surface = surfaceOf(plot);
  const { left, top } = surface.getBoundingClientRect();
  await userEvent.hover(surface, { position: { x: axisOf(plot, 'x')(x) - left, y: axisOf(plot, 'y')(y) - top + off } });
  await settled();
}

async function clickAt(plot: Element, x: number, y: number): Promise<void> {
  const surface = surfaceOf(plot);
  const { left, top } = surface.getBoundingClientRect();
  await userEvent.click(surface, { position: { x: axisOf(plot, 'x')(x) - left, y: axisOf(plot, 'y')(y) - top } });
  await settled();
}

/** Drags with pointer events from one x to another, in data. */
async function drag(plot: Element, from: number, to: number): Promise<void> {
  const surface = surfaceOf(plot);
  const { top, height } = surface.getBoundingClientRect();
  const px = axisOf(plot, 'x');
  const [start, end] = [px(from), px(to)];
  const fire = (type: string, clientX: number, buttons: number): void => {
    const options = { clientX, clientY: top + height / 2, pointerId: 1, pointerType: 'mouse', button: 0, buttons, bubbles: true, isPrimary: true };
    surface.dispatchEvent(new PointerEvent(type, options));
  };
  vi.spyOn(surface, 'setPointerCapture').mockImplementation(() => {});
  fire('pointerdown', start, 1);
  for (const part of [0.3, 0.7, 1]) fire('pointermove', start + (end - start) * part, 1);
  fire('pointerup', end, 0);
  await settled();
}

describe('RunLinePlot reads by pointer', () => {
  test('the nearest run: its name, y, x, key value and bucket in words', async () => {
    const { plot } = await renderPlot();
    await hoverAt(plot, 52, 2, 6);
    const text = tooltip()?.textContent ?? '';
    expect(text).toContain('Run 2');
    expect(text).toMatch(/loss2Step50/);
    expect(text).toContain('score · latest 2.2');
    expect(text).toContain('bucket 2 of 3, 1.833 – 2.567');
  });

  test('nothing when no line is near, and nothing after the pointer has left', async () => {
    const { plot, container } = await renderPlot();
    await hoverAt(plot, 50, 2.5);
    expect(tooltip()).toBeNull();
    await hoverAt(plot, 50, 3);
    expect(tooltip()).not.toBeNull();
    await userEvent.unhover(surfaceOf(plot));
    await settled();
    expect(tooltip()).toBeNull();
    expect(container.querySelector('.runhue-plot-cursor')).toBeNull();
  });

  test('in the top layer, whole in the window, never over the pointer or the point', async () => {
    const { plot } = await renderPlot();
    for (const [x, y] of [[0, 1], [100, 3], [50, 2], [100, 1], [0, 3]] as const) {
      await hoverAt(plot, x, y);
      const box = tooltip()?.getBoundingClientRect();
      if (!box) throw new Error('no tooltip');
      expect(tooltip()?.matches(':popover-open')).toBe(true);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(document.documentElement.clientWidth);
      expect(box.bottom).toBeLessThanOrEqual(document.documentElement.clientHeight);
      const [px, py] = [axisOf(plot, 'x')(x), axisOf(plot, 'y')(y)];
      expect(px >= box.left && px <= box.right && py >= box.top && py <= box.bottom, `${x}, ${y}`).toBe(false);
    }
  });

  test('without drawing the lines or the chart again', async () => {
    const { plot } = await renderPlot();
    const svg = plot.querySelector('.recharts-surface')?.outerHTML;
    const draws = countDraws();
    for (const level of [1, 2, 3, 2]) await hoverAt(plot, 30 + level * 10, level);
    expect(draws.count).toBe(0);
    expect(plot.querySelector('.recharts-surface')?.outerHTML).toBe(svg);
  });

  test('the run wider on top, with a halo', async () => {
    const { plot } = await renderPlot();
    await hoverAt(plot, 50, 2);
    const overlay = plot.querySelectorAll('canvas')[1];
    const data = overlay?.getContext('2d')?.getImageData(0, 0, overlay.width, overlay.height).data ?? [];
    const { at, width } = pixelsOf(plot);
    const [column, row] = at(axisOf(plot, 'x')(20), axisOf(plot, 'y')(2)).map(Math.round) as [number, number];
    const ink = [-3, 0, 2].map((d) => [...data.slice(((row + d) * width + column) * 4, ((row + d) * width + column) * 4 + 3)].join());
    expect(ink).toEqual(['255,255,255', '169,0,61', '255,255,255']);
  });

  test('draws a line on top once, not with every move along it', async () => {
    const { plot } = await renderPlot({ plot: { baseline: 'run-1' } });
    const put = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData');
    for (const x of [20, 40, 60]) await hoverAt(plot, x, 2);
    expect(put).toHaveBeenCalledTimes(1);
    await hoverAt(plot, 60, 3);
    expect(put).toHaveBeenCalledTimes(2);
    expect(new Set(put.mock.contexts).size).toBe(1);
    const [baseline, pointed] = plot.querySelectorAll<HTMLCanvasElement>('.runhue-plot-overlay');
    const opaque = (canvas?: HTMLCanvasElement): boolean[] => {
      const { at, width } = pixelsOf(plot);
      const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return [1, 2, 3].map((level) => {
        const [column, row] = at(axisOf(plot, 'x')(20), axisOf(plot, 'y')(level)).map(Math.floor) as [number, number];
        return (data[(row * width + column) * 4 + 3] ?? 0) > 128;
      });
    };
    expect([opaque(baseline), opaque(pointed)]).toEqual([[true, false, false], [false, false, true]]);
  });

  test('a click pins it and tells the app the run; Escape lets go', async () => {
    const onRunClick = vi.fn();
    const { plot } = await renderPlot({ plot: { onRunClick } });
    await clickAt(plot, 50, 3);
    expect(onRunClick.mock.calls).toEqual([['run-3']]);
    await hoverAt(plot, 50, 1);
    expect(tooltip()?.textContent).toContain('Run 3');
    await userEvent.keyboard('{Escape}');
    expect(tooltip()).toBeNull();
  });

  test('Escape closes what the pointer opened, wherever the focus is', async () => {
    const { plot } = await renderPlot();
    await hoverAt(plot, 50, 3);
    expect(document.activeElement).toBe(document.body);
    await userEvent.keyboard('{Escape}');
    expect(tooltip()).toBeNull();
  });

  test('smoothed and raw values when smoothing is on', async () => {
    const values = Array.from({ length: 101 }, (_, i) => (i < 50 ? 0 : 10));
    const runs = [{ id: 'step', history: { loss: { steps: [...values.keys()], values } } }];
    const { plot } = await renderPlot({ runs, plot: { smoothing: { method: 'ema', amount: 0.9 } } });
    await hoverAt(plot, 51, 1.9);
    expect(tooltip()?.textContent).toMatch(/loss[\d.]+ smoothedraw10/);
  });

  test('by touch: a tap reads and keeps', async () => {
    const { plot } = await renderPlot();
    const surface = surfaceOf(plot);
    const at = { clientX: axisOf(plot, 'x')(50), clientY: axisOf(plot, 'y')(2) + 20, pointerId: 2, pointerType: 'touch', bubbles: true };
    for (const type of ['pointerdown', 'pointerup', 'pointerleave']) surface.dispatchEvent(new PointerEvent(type, at));
    await settled();
    expect(tooltip()?.textContent).toContain('Run 2');
  });

  test('gone when its run is hidden', async () => {
    const store = createRunhueStore({ settings: { key: 'metric:score' } });
    const { plot } = await renderPlot({ provider: { store } });
    await clickAt(plot, 50, 2);
    store.setState((state) => ({ view: { ...state.view, hiddenRuns: new Set(['run-2']) } }));
    await settled();
    expect(tooltip()).toBeNull();
  });
});

describe('RunLinePlot reads by keys', () => {
  const spoken = (plot: Element): string => plot.querySelector('[role="status"]')?.textContent ?? '';
  const press = async (keys: string): Promise<void> => {
    await userEvent.keyboard(keys);
    await settled();
  };

  test('Tab reaches it by name; arrows move along x and between runs, and each reading is announced', async () => {
    const onRunClick = vi.fn();
    const { plot, getByRole } = await renderPlot({ plot: { onRunClick } });
    const surface = getByRole('application', { name: 'loss over Step, 3 runs' }).element() as HTMLElement;
    surface.focus();
    await press('{ArrowLeft}');
    expect(spoken(plot)).toMatch(/^Run 3: loss 3 at Step 100. score · latest 3\.3\d*, bucket 3 of 3/);
    await press('{ArrowLeft}');
    expect(spoken(plot)).toMatch(/^Run 3: loss 3 at Step 75/);
    await press('{ArrowDown}');
    expect(spoken(plot)).toMatch(/^Run 2: loss 2 at Step 75/);
    await press('{ArrowDown}{ArrowDown}{ArrowRight}');
    expect(spoken(plot)).toMatch(/^Run 1: loss 1 at Step 100/);
    await press('{Home}{ArrowUp}');
    expect(spoken(plot)).toMatch(/^Run 2: loss 2 at Step 0/);
    expect(tooltip()?.textContent).toContain('Run 2');
    await press('{Enter}');
    expect(onRunClick.mock.calls).toEqual([['run-2']]);
    await press('{Escape}');
    expect(tooltip()).toBeNull();
    expect(spoken(plot)).toBe('');
  });

  test('Up and Down skip hidden runs', async () => {
    const store = createRunhueStore({ settings: { key: 'metric:score' } });
    const { plot } = await renderPlot({ provider: { store } });
    store.setState((state) => ({ view: { ...state.view, hiddenRuns: new Set(['run-2']) } }));
    await settled();
    surfaceOf(plot).focus();
    await press('{End}{ArrowDown}');
    expect(spoken(plot)).toMatch(/^Run 1/);
  });

  test('+, − and 0 zoom around what is read', async () => {
    const { plot } = await renderPlot();
    surfaceOf(plot).focus();
    await press('{Home}+');
    await vi.waitFor(() => expect(tickTexts(plot, 'x').map(Number).at(-1)).toBe(50));
    await press('-');
    await vi.waitFor(() => expect(tickTexts(plot, 'x').at(-1)).toBe('100'));
    await press('++0');
    await vi.waitFor(() => expect(tickTexts(plot, 'x').at(-1)).toBe('100'));
  });
});

describe('RunLinePlot zooms', () => {
  const two = (
    <RunhueProvider runs={levels} theme="light" defaultSettings={{ key: 'metric:score' }}>
      <RunLinePlot metric="loss" height={200} />
      <RunLinePlot metric="loss" height={200} title="again" />
      <RunLinePlot metric="loss" height={200} xAxis="score" title="other x" />
    </RunhueProvider>
  );

  test('by a drag in x, in every plot with that x axis; a double click shows all again', async () => {
    const { container } = await render(two);
    const [first, second] = [await drawnPlot(container), await drawnPlot(container, 1)];
    const other = await drawnPlot(container, 2);
    const otherTicks = tickTexts(other, 'x');
    await drag(first, 20, 60);
    for (const plot of [first, second]) {
      await vi.waitFor(() => expect(tickTexts(plot, 'x').map(Number)).toEqual([20, 30, 40, 50, 60]));
    }
    expect(tickTexts(other, 'x')).toEqual(otherTicks);
    surfaceOf(first).dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    for (const plot of [first, second]) await vi.waitFor(() => expect(tickTexts(plot, 'x').at(-1)).toBe('100'));
  });

  test('by the wheel with Ctrl, around the pointer; a bare wheel is left to the page', async () => {
    const { plot } = await renderPlot();
    const surface = surfaceOf(plot);
    const turn = (ctrlKey: boolean): WheelEvent => {
      const event = new WheelEvent('wheel', { clientX: axisOf(plot, 'x')(0), deltaY: -300 * Math.LN2, ctrlKey, bubbles: true, cancelable: true });
      surface.dispatchEvent(event);
      return event;
    };
    expect(turn(false).defaultPrevented).toBe(false);
    expect(turn(true).defaultPrevented).toBe(true);
    await vi.waitFor(() => expect(tickTexts(plot, 'x').at(-1)).toBe('50'));
    expect(tickTexts(plot, 'x')[0]).toBe('0');
  });

  test('with a button that shows all again', async () => {
    const { plot, getByRole } = await renderPlot();
    await drag(plot, 20, 60);
    await userEvent.click(getByRole('button', { name: 'Reset zoom' }));
    await vi.waitFor(() => expect(tickTexts(plot, 'x').at(-1)).toBe('100'));
    expect(getByRole('button', { name: 'Reset zoom' }).query()).toBeNull();
  });

  test('and the cursor is shown in every plot with that x axis', async () => {
    const { container } = await render(two);
    const [first, second] = [await drawnPlot(container), await drawnPlot(container, 1)];
    await hoverAt(first, 50, 2);
    const cursor = second.querySelector('.runhue-plot-cursor')?.getBoundingClientRect();
    expect(Math.abs((cursor?.left ?? NaN) - axisOf(second, 'x')(50))).toBeLessThan(1.5);
    expect(second.querySelector('.runhue-plot-point')).not.toBeNull();
    expect((await drawnPlot(container, 2)).querySelector('.runhue-plot-cursor')).toBeNull();
  });
});
