import { createRunhueStore, RunhueProvider, RunLinePlot } from '@runhue/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { userEvent } from 'vitest/browser';
import { axisOf, drawnPlot, levels, renderPlot, settled, surfaceOf, tickTexts } from './run-line-plot-probe.js';

afterEach(() => {
  vi.restoreAllMocks();
});

type Point = readonly [x: number, y: number];

/** Drags with pointer events from one data point to another; `during` looks before the button is let go. */
async function drag(plot: Element, from: Point, to: Point, during?: () => void): Promise<void> {
  const surface = surfaceOf(plot);
  const [x, y] = [axisOf(plot, 'x'), axisOf(plot, 'y')];
  const fire = (type: string, part: number, buttons: number): void => {
    const clientX = x(from[0]) + (x(to[0]) - x(from[0])) * part;
    const clientY = y(from[1]) + (y(to[1]) - y(from[1])) * part;
    const options = { clientX, clientY, pointerId: 1, pointerType: 'mouse', button: 0, buttons, bubbles: true, isPrimary: true };
    surface.dispatchEvent(new PointerEvent(type, options));
  };
  vi.spyOn(surface, 'setPointerCapture').mockImplementation(() => {});
  fire('pointerdown', 0, 1);
  for (const part of [0.3, 0.7, 1]) fire('pointermove', part, 1);
  await settled();
  during?.();
  fire('pointerup', 1, 0);
  await settled();
}

const numbers = (plot: Element, axis: 'x' | 'y'): number[] => tickTexts(plot, axis).map(Number);
const ends = (plot: Element, axis: 'x' | 'y'): readonly [number, number] => {
  const ticks = numbers(plot, axis);
  return [ticks[0] ?? NaN, ticks.at(-1) ?? NaN];
};
const markOf = (plot: Element): DOMRect | undefined => plot.querySelector('.runhue-plot-selection')?.getBoundingClientRect();

describe('RunLinePlot zooms by a drag', () => {
  test('mostly horizontal: x alone', async () => {
    const { plot } = await renderPlot();
    const y = numbers(plot, 'y');
    await drag(plot, [20, 2], [60, 2.2], () => {
      expect(markOf(plot)?.height).toBeCloseTo(surfaceOf(plot).clientHeight, 0);
    });
    await vi.waitFor(() => expect(ends(plot, 'x')).toEqual([20, 60]));
    expect(numbers(plot, 'y')).toEqual(y);
  });

  test('mostly vertical: y alone', async () => {
    const { plot } = await renderPlot();
    await drag(plot, [50, 1.5], [52, 2.5], () => {
      expect(markOf(plot)?.width).toBeCloseTo(surfaceOf(plot).clientWidth, 0);
    });
    await vi.waitFor(() => expect(ends(plot, 'y')[0]).toBeGreaterThanOrEqual(1.5));
    expect(ends(plot, 'y')[1]).toBeLessThanOrEqual(2.5);
    expect(ends(plot, 'x')).toEqual([0, 100]);
  });

  test('in both ways: the rectangle, from any corner', async () => {
    const { plot } = await renderPlot();
    await drag(plot, [60, 1.5], [20, 2.5]);
    await vi.waitFor(() => expect(ends(plot, 'x')).toEqual([20, 60]));
    expect(ends(plot, 'y')[0]).toBeGreaterThanOrEqual(1.5);
    expect(ends(plot, 'y')[1]).toBeLessThanOrEqual(2.5);
  });

  test('x in every plot, y in its own only; a double click shows all again', async () => {
    const { container } = await render(
      <RunhueProvider runs={levels} theme="light">
        <RunLinePlot metric="loss" height={240} />
        <RunLinePlot metric="loss" height={240} title="again" />
      </RunhueProvider>,
    );
    const [first, second] = [await drawnPlot(container), await drawnPlot(container, 1)];
    const whole = numbers(first, 'y');
    await drag(first, [20, 1.4], [60, 2.6]);
    await vi.waitFor(() => expect(ends(second, 'x')).toEqual([20, 60]));
    expect(numbers(first, 'y')).not.toEqual(whole);
    expect(numbers(second, 'y')).toEqual(whole);
    surfaceOf(first).dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    await vi.waitFor(() => expect(numbers(first, 'y')).toEqual(whole));
    expect(ends(first, 'x')).toEqual([0, 100]);
  });

  test('and Reset zoom shows all again, also when only y is zoomed', async () => {
    const { plot, getByRole } = await renderPlot();
    const whole = numbers(plot, 'y');
    await drag(plot, [50, 1.5], [50, 2.5]);
    await userEvent.click(getByRole('button', { name: 'Reset zoom' }));
    await vi.waitFor(() => expect(numbers(plot, 'y')).toEqual(whole));
    expect(getByRole('button', { name: 'Reset zoom' }).query()).toBeNull();
  });

  test('over the domain that the app has set, which comes back', async () => {
    const { plot } = await renderPlot({ plot: { yDomain: [0, 4] } });
    await drag(plot, [50, 1], [50, 2]);
    await vi.waitFor(() => expect(ends(plot, 'y')).toEqual([1, 2]));
    surfaceOf(plot).dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    await vi.waitFor(() => expect(ends(plot, 'y')).toEqual([0, 4]));
  });

  test('and leaves nothing in the store when the plot is gone', async () => {
    const store = createRunhueStore();
    const { plot, unmount } = await renderPlot({ provider: { store } });
    await drag(plot, [50, 1.5], [50, 2.5]);
    expect(Object.keys(store.getState().view.yWindows)).toHaveLength(1);
    await unmount();
    expect(store.getState().view.yWindows).toEqual({});
  });
});

describe('RunLinePlot zooms y', () => {
  test('by keys: Alt with +, − and 0 around what is read, and says so', async () => {
    const { plot } = await renderPlot({ plot: { yDomain: [0, 4] } });
    const said = (): string => plot.querySelector('[role="status"]')?.textContent ?? '';
    surfaceOf(plot).focus();
    await userEvent.keyboard('{Alt>}={/Alt}');
    await vi.waitFor(() => expect(ends(plot, 'y')).toEqual([1, 3]));
    expect(said()).toBe('loss from 1 to 3');
    expect(ends(plot, 'x')).toEqual([0, 100]);
    await userEvent.keyboard('{Alt>}0{/Alt}');
    await vi.waitFor(() => expect(ends(plot, 'y')).toEqual([0, 4]));
    expect(said()).toBe('The whole y axis is shown.');
    await userEvent.keyboard('+');
    await settled();
    expect(said()).toBe('Step from 25 to 75');
    await userEvent.keyboard('0{ArrowLeft}{Alt>}={/Alt}');
    await vi.waitFor(() => expect(ends(plot, 'y')).toEqual([1.5, 3.5]));
  });

  test('by keys around the highest run in view, or the middle once what is read lies beyond the axis, so that something stays in view', async () => {
    const { plot } = await renderPlot({ plot: { yDomain: [0, 2.4] } });
    surfaceOf(plot).focus();
    await userEvent.keyboard('{ArrowLeft}{Alt>}={/Alt}');
    await vi.waitFor(() => expect(plot.querySelector('[role="status"]')?.textContent).toBe('loss from 1 to 2.2'));
    await userEvent.keyboard('{Alt>}0{/Alt}{ArrowUp}{Alt>}={/Alt}');
    await vi.waitFor(() => expect(plot.querySelector('[role="status"]')?.textContent).toBe('loss from 0.6 to 1.8'));
  });

  test('by the wheel with Alt, around the pointer', async () => {
    const { plot } = await renderPlot({ plot: { yDomain: [0, 4] } });
    const turn = { clientX: axisOf(plot, 'x')(50), clientY: axisOf(plot, 'y')(0), deltaY: -300 * Math.LN2, altKey: true };
    const event = new WheelEvent('wheel', { ...turn, bubbles: true, cancelable: true });
    surfaceOf(plot).dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    await vi.waitFor(() => expect(ends(plot, 'y')).toEqual([0, 2]));
  });
});
