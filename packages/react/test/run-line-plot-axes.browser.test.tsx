import type { RunInput } from '@runhue/core';
import { plotToPng, type RunLinePlotProps } from '@runhue/react';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { App, axisOf, drawnPlot, levels, pixelsOf, renderPlot, settled, tickTexts } from './run-line-plot-probe.js';

const spanning = (low: number, high: number): RunInput[] => [{ id: 'a', history: { loss: { steps: [0, 524], values: [low, high] } } }];

/** What a tick says, as a number. */
function numberOf(text: string): number {
  const [, digits = '', suffix = ''] = /^(-?[\d.,e-]+)([kMB]?)$/.exec(text) ?? [];
  return Number(digits.replaceAll(',', '')) * ({ k: 1e3, M: 1e6, B: 1e9 }[suffix] ?? 1);
}

describe('RunLinePlot axes', () => {
  test.each([
    [0, 1, ['0', '0.25', '0.50', '0.75', '1.00']],
    [0.2, 2.4, ['0', '0.5', '1.0', '1.5', '2.0', '2.5']],
    [0, 1400, ['0', '500', '1k', '1.5k']],
    [0, 0.001, ['0', '2.5e-4', '5e-4', '7.5e-4', '1e-3']],
    [1e6, 1_000_003, ['1,000,000', '1,000,001', '1,000,002', '1,000,003']],
    [-2e9, 7.3e9, ['-2.5B', '0', '2.5B', '5B', '7.5B']],
    [3, 3, ['2.6', '2.8', '3.0', '3.2', '3.4']],
    [0, 0, ['-1.0', '-0.5', '0', '0.5', '1.0']],
  ])('y from %d to %d has short, nice ticks', async (low, high, expected) => {
    const { plot } = await renderPlot({ runs: spanning(low, high) });
    expect(tickTexts(plot, 'y')).toEqual(expected);
  });

  test('any finite values: 4 to 6 distinct y ticks that hold them, and no exception', async () => {
    const { container, rerender } = await renderPlot();
    const ends = fc.tuple(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.double({ min: 1e-9, max: 1e6, noNaN: true }));
    await fc.assert(
      fc.asyncProperty(ends, async ([low, share]) => {
        const high = low + Math.max(Math.abs(low) * share * 1e-8, 1e-9);
        fc.pre(high > low);
        await rerender(<App runs={spanning(low, high)} />);
        const plot = await drawnPlot(container);
        await settled();
        const texts = tickTexts(plot, 'y');
        expect(texts.length).toBeGreaterThanOrEqual(4);
        expect(texts.length).toBeLessThanOrEqual(6);
        expect(new Set(texts).size).toBe(texts.length);
        const values = texts.map(numberOf);
        const slack = (high - low) * 0.01 + Math.abs(high) * 1e-12;
        expect(values[0]).toBeLessThanOrEqual(low + slack);
        expect(values.at(-1)).toBeGreaterThanOrEqual(high - slack);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  test.each([5e-324, 1e-300, 1e307, 1.7e308])('values of ±%d draw without an exception', async (size) => {
    const { plot } = await renderPlot({ runs: spanning(-size, size) });
    expect(plot.querySelector('canvas')).not.toBeNull();
  });

  test('x spans the steps, with the name of the axis under its right end', async () => {
    const { plot } = await renderPlot({ runs: spanning(0, 1) });
    expect(tickTexts(plot, 'x')).toEqual(['0', '100', '200', '300', '400', '500']);
    const label = [...plot.querySelectorAll('.recharts-label')].find((text) => text.textContent === 'Step')?.getBoundingClientRect();
    const canvas = plot.querySelector('canvas')?.getBoundingClientRect();
    expect(Math.abs((label?.right ?? 0) - (canvas?.right ?? 0))).toBeLessThan(16);
    expect(label?.top).toBeGreaterThan(canvas?.bottom ?? Infinity);
    expect(label?.bottom).toBeLessThanOrEqual(plot.getBoundingClientRect().bottom);
  });

  const clocked: RunInput[] = [
    {
      id: 'a',
      startTime: 1_700_000_000,
      history: { loss: { steps: [0, 1, 2], values: [1, 2, 3], wallTimes: [1_700_000_060, 1_700_003_600, 1_700_007_200], runtimes: [60, 1800, 3600] } },
    },
  ];
  test.each([
    ['Relative Time (Process)', ['10m', '20m', '30m', '40m', '50m', '1h']],
    ['Relative Time (Wall)', ['20m', '40m', '1h', '1h 20m', '1h 40m', '2h']],
    ['Wall Time', ['22:30', '23:00', '23:30', 'Nov 15']],
  ])('x by %s', async (xAxis, expected) => {
    const { plot } = await renderPlot({ runs: clocked, plot: { xAxis } });
    expect(tickTexts(plot, 'x')).toEqual(expected);
  });

  test('x by another metric, joined at equal steps', async () => {
    const runs: RunInput[] = [
      { id: 'a', history: { loss: { steps: [0, 1, 2, 3], values: [4, 3, 2, 1] }, epoch: { steps: [0, 2, 3], values: [10, 20, 30] } } },
    ];
    const { plot } = await renderPlot({ runs, plot: { xAxis: 'epoch' } });
    expect(tickTexts(plot, 'x')).toEqual(['10', '15', '20', '25', '30']);
  });

  test('log: powers of ten, points ≤ 0 counted, and symlog with one click', async () => {
    const runs: RunInput[] = [{ id: 'a', history: { loss: { steps: [0, 1, 2, 3, 4], values: [-1, 0, 0.001, 1, 1000] } } }];
    const { plot, getByRole } = await renderPlot({ runs, plot: { yScale: 'log' } });
    expect(tickTexts(plot, 'y')).toEqual(['0.001', '0.1', '10', '1k']);
    expect(plot.textContent).toContain('2 points ≤ 0 are not shown.');
    await userEvent.click(getByRole('button', { name: 'Use symlog' }));
    await vi.waitFor(() => expect(tickTexts(plot, 'y')).toContain('0'));
    expect(plot.textContent).not.toContain('not shown');
  });

  test('log puts a value where its logarithm is', async () => {
    const runs: RunInput[] = [{ id: 'a', history: { loss: { steps: [0, 1], values: [0.001, 1000] } } }];
    const { plot } = await renderPlot({ runs, plot: { yScale: 'log' } });
    const ticks = [...plot.querySelectorAll('.recharts-yAxis-tick-labels text')].map((text) => Number(text.getAttribute('y')));
    const gaps = ticks.slice(1).map((y, i) => y - (ticks[i] ?? 0));
    for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? NaN, 6);
  });

  test('symlog on both axes draws points where the ticks say', async () => {
    const steps = [0, 1, 10, 100, 1000];
    const runs: RunInput[] = [{ id: 'a', history: { loss: { steps, values: [0, 0.1, 0.1, 0.1, -0.1] } } }];
    const { plot } = await renderPlot({ runs, plot: { xScale: 'symlog', yScale: 'symlog' } });
    const place = (axis: 'x' | 'y', text: string): number => {
      const label = [...plot.querySelectorAll(`.recharts-${axis}Axis-tick-labels text`)].find((tick) => tick.textContent === text);
      const box = plot.querySelector('.recharts-surface')?.getBoundingClientRect();
      return Number(label?.getAttribute(axis)) + ((axis === 'x' ? box?.left : box?.top) ?? NaN);
    };
    const { data, width, at } = pixelsOf(plot);
    for (const [x, y] of [['1', '0.1'], ['10', '0.1'], ['100', '0.1'], ['0', '0']] as const) {
      const [column, row] = at(place('x', x), place('y', y)).map(Math.floor) as [number, number];
      const ink = [-1, 0, 1].flatMap((d) => [-1, 0, 1].map((e) => data[((row + d) * width + column + e) * 4 + 3] ?? 0));
      expect(Math.max(...ink), `${x}, ${y}`).toBeGreaterThan(100);
    }
  });

  test('yDomain pins its ends', async () => {
    const { plot } = await renderPlot({ runs: spanning(0, 10), plot: { yDomain: [null, 5] } });
    expect(tickTexts(plot, 'y').map(Number).at(-1)).toBe(5);
    expect(tickTexts(plot, 'y').map(Number)[0]).toBe(0);
  });

  test('formatX and formatY give the texts', async () => {
    const { plot } = await renderPlot({ plot: { formatX: (x) => `s${x}`, formatY: (y) => `y${y}` } });
    expect(tickTexts(plot, 'x')[0]).toBe('s0');
    expect(tickTexts(plot, 'y').every((text) => text.startsWith('y'))).toBe(true);
  });

  test('narrow: no two texts overlap and none is cut off', async () => {
    const { plot } = await renderPlot({ runs: spanning(0, 0.5), plot: { style: { width: 220 } } });
    for (const axis of ['x', 'y'] as const) {
      const boxes = [...plot.querySelectorAll(`.recharts-${axis}Axis-tick-labels text`)].map((text) => text.getBoundingClientRect());
      const outer = plot.getBoundingClientRect();
      for (const [i, box] of boxes.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(outer.left);
        expect(box.right).toBeLessThanOrEqual(outer.right);
        const next = boxes[i + 1];
        if (next) expect(axis === 'x' ? next.left - box.right : box.top - next.bottom).toBeGreaterThan(0);
      }
    }
  });

  test('narrow: texts that have no room beside each other are left out, and are back where there is room', async () => {
    const { plot } = await renderPlot({ runs: spanning(0, 0.5), plot: { style: { width: 260 }, formatX: (x) => `about ${x} steps` } });
    const narrow = tickTexts(plot, 'x');
    expect(narrow.length).toBeGreaterThan(0);
    (plot as HTMLElement).style.width = '1100px';
    await vi.waitFor(() => expect(tickTexts(plot, 'x').length).toBeGreaterThan(narrow.length));
    expect(tickTexts(plot, 'x')).toEqual(expect.arrayContaining(narrow));
  });

  test('no text of an axis is laid out by itself before it is placed', async () => {
    await renderPlot({ runs: spanning(0, 0.123) });
    expect(document.querySelector('#recharts_measurement_span')).toBeNull();
  });

  test('hidden runs keep their share of the axes', async () => {
    const { plot } = await renderPlot({ runs: levels });
    expect(axisOf(plot, 'y')(3)).toBeLessThan(axisOf(plot, 'y')(1));
  });
});

describe('plotToPng', () => {
  async function readPng(blob: Blob): Promise<{ width: number; height: number; colorAt(x: number, y: number): string; colors: Set<string> }> {
    const bitmap = await createImageBitmap(blob);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
    const hex = (i: number): string => `#${[...data.slice(i, i + 3)].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
    const colors = new Set<string>();
    for (let i = 0; i < data.length; i += 4) colors.add(hex(i));
    return { width: bitmap.width, height: bitmap.height, colorAt: (x, y) => hex((y * bitmap.width + x) * 4), colors };
  }

  test.each([['light', '#ffffff', '#57606a'], ['dark', '#1a1d23', '#9aa4af']] as const)(
    'is a picture of axes and lines on the card’s background, in %s',
    async (theme, background, text) => {
      const { plot } = await renderPlot({ provider: { theme } });
      const picture = await readPng(await plotToPng(plot, { title: 'loss', pixelRatio: 2 }));
      expect(picture.width).toBeGreaterThan(1000);
      expect(picture.colorAt(0, 0)).toBe(background);
      const expected = theme === 'light' ? ['#af8d00', '#a9003d', '#33006f'] : ['#ffd900', '#ec5767', '#8c48c0'];
      for (const color of [...expected, text]) expect(picture.colors.has(color), color).toBe(true);
    },
  );

  test('of an element without a drawn plot says what to pass', async () => {
    await expect(plotToPng(document.createElement('div'))).rejects.toThrow(/pass the element of a RunLinePlot/);
  });

  test('is what the button downloads, under the plot’s name', async () => {
    const { getByRole } = await renderPlot({ plot: { title: 'val/loss' } satisfies Partial<RunLinePlotProps> });
    const names: string[] = [];
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    await userEvent.click(getByRole('button', { name: 'Download as PNG' }));
    await vi.waitFor(() => expect(names).toEqual(['val-loss.png']));
    click.mockRestore();
  });
});
