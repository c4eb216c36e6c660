import type { RunInput } from '@runhue/core';
import { BucketLegend, createRunhueStore, plotToPng, plotToSvg, RunhueProvider, RunLinePlot, type RunLinePlotProps } from '@runhue/react';
import { describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { userEvent } from 'vitest/browser';
import { axisOf, drawnPlot, renderPlot, surfaceOf } from './run-line-plot-probe.js';

const steps = [0, 25, 50, 75, 100];

function runsAt(values: readonly number[], name = (i: number): string => `Run ${i + 1}`): RunInput[] {
  return values.map((value, i) => ({
    id: `run-${i + 1}`,
    name: name(i),
    history: { loss: { steps, values: steps.map((step) => (value * step) / 100) }, score: { steps: [0], values: [value * 1.1] } },
  }));
}

async function renderEnds(runs: RunInput[], plot: Partial<RunLinePlotProps> = {}, width = 640) {
  const store = createRunhueStore({ settings: { key: 'metric:score', bucketCount: 3 } });
  const result = await render(
    <RunhueProvider runs={runs} theme="light" store={store}>
      <div style={{ width }}>
        <RunLinePlot metric="loss" height={300} {...plot} />
        <BucketLegend />
      </div>
    </RunhueProvider>,
  );
  return { ...result, store, plot: await drawnPlot(result.container) };
}

const texts = (plot: Element): SVGTextElement[] => [...plot.querySelectorAll<SVGTextElement>('.runhue-plot-ends text')];
/** Names from the top, without the full name of shortened ones. */
const names = (plot: Element): string[] => texts(plot).map((text) => text.firstChild?.textContent ?? '');
const boxes = (plot: Element): DOMRect[] => texts(plot).map((text) => text.getBoundingClientRect());

describe('End labels', () => {
  test('name each of a few lines where it ends, beside the plot, over no line and over no other name', async () => {
    const { plot } = await renderEnds(runsAt([1, 1.02, 1.04, 5, 5.01, 9]));
    await vi.waitFor(() => expect(names(plot)).toEqual(['Run 6', 'Run 5', 'Run 4', 'Run 3', 'Run 2', 'Run 1']));
    const edge = plot.querySelector('canvas')?.getBoundingClientRect().right ?? Infinity;
    const surface = surfaceOf(plot).getBoundingClientRect();
    const card = plot.getBoundingClientRect();
    boxes(plot).forEach((box, i, all) => {
      expect(box.left).toBeGreaterThanOrEqual(edge);
      expect(box.right).toBeLessThanOrEqual(card.right);
      expect(box.top).toBeGreaterThan(surface.top - 12);
      expect(box.bottom).toBeLessThan(surface.bottom + 12);
      const next = all[i + 1];
      if (next) expect(box.bottom - next.top).toBeLessThan(1.5);
    });
    const middle = (i: number): number => ((boxes(plot)[i]?.top ?? 0) + (boxes(plot)[i]?.bottom ?? 0)) / 2;
    expect(Math.abs(middle(0) - axisOf(plot, 'y')(9))).toBeLessThan(3);
  });

  test('lead from the end of the line, in its colour, to its name', async () => {
    const { plot } = await renderEnds(runsAt([1, 5, 9]));
    const ends = [...plot.querySelectorAll('.runhue-plot-end')];
    const colors = ends.map((end) => end.querySelector('path')?.getAttribute('stroke'));
    expect(colors).toEqual(['#33006f', '#a9003d', '#af8d00']);
  });

  test('shorten a long name and keep it whole as a title', async () => {
    const long = 'a-very-long-name-of-a-run-that-no-gutter-can-hold';
    const { plot } = await renderEnds(runsAt([1, 2], (i) => `${long}-${i}`));
    await vi.waitFor(() => expect(names(plot)[0]).toMatch(/^a-very.*…$/));
    expect(plot.querySelector('.runhue-plot-ends title')?.textContent).toBe(`${long}-1`);
    expect(boxes(plot)[0]?.right).toBeLessThanOrEqual(plot.getBoundingClientRect().right);
  });

  test('of more than a dozen runs wait until some stand out: the baseline, the run that is read, a selected one, a small bucket', async () => {
    const { plot, store, getByRole } = await renderEnds(runsAt([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 5, 5.1, 9]), { endLabels: true, baseline: 'run-1' });
    await vi.waitFor(() => expect(names(plot)).toEqual(['Run 1']));
    store.setState(({ view }) => ({ view: { ...view, selectedRuns: new Set(['run-16']) } }));
    await vi.waitFor(() => expect(names(plot)).toEqual(['Run 16', 'Run 1']));
    store.setState(({ view }) => ({ view: { ...view, selectedRuns: new Set() } }));
    await userEvent.hover(getByRole('button', { name: /4.03 – 6.97/ }));
    await vi.waitFor(() => expect(names(plot)).toEqual(['Run 15', 'Run 14', 'Run 1']));
    await userEvent.hover(getByRole('button', { name: /Min/ }));
    await vi.waitFor(() => expect(names(plot)).toEqual(['Run 1']));
    surfaceOf(plot).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await vi.waitFor(() => expect(names(plot)).toEqual(['Run 16', 'Run 1']));
    expect(texts(plot)[0]?.parentElement?.dataset['strong']).toBe('');
  });

  test('keep their room while nothing is named, so that pointing moves no line', async () => {
    const { plot, store } = await renderEnds(runsAt(Array.from({ length: 60 }, (_, i) => i + 1)), { endLabels: true });
    const width = surfaceOf(plot).getBoundingClientRect().width;
    expect(width).toBeLessThan(540);
    store.setState(({ view }) => ({ view: { ...view, selectedRuns: new Set(['run-3']) } }));
    await vi.waitFor(() => expect(names(plot)).toEqual(['Run 3']));
    expect(surfaceOf(plot).getBoundingClientRect().width).toBe(width);
  });

  test('follow a zoom to where lines leave the plot, and leave out lines that leave it above', async () => {
    const { plot, store } = await renderEnds(runsAt([2, 8]), { yDomain: [0, 5] });
    await vi.waitFor(() => expect(names(plot)).toEqual(['Run 1']));
    store.setState(({ view }) => ({ view: { ...view, xWindows: { Step: [0, 40] } } }));
    await vi.waitFor(() => expect(names(plot)).toEqual(['Run 2', 'Run 1']));
    await vi.waitFor(() => {
      const box = boxes(plot)[0];
      expect(Math.abs(((box?.top ?? 0) + (box?.bottom ?? 0)) / 2 - axisOf(plot, 'y')(3.2))).toBeLessThan(3);
    });
  });

  test('name a line that ends early at its height, with a faint line across', async () => {
    const short: RunInput = { id: 'short', name: 'Short', history: { loss: { steps: [0, 50], values: [4, 4] }, score: { steps: [0], values: [1] } } };
    const { plot } = await renderEnds([...runsAt([1, 9]), short]);
    await vi.waitFor(() => expect(names(plot)).toEqual(['Run 2', 'Short', 'Run 1']));
    expect(plot.querySelectorAll('.runhue-plot-end-far')).toHaveLength(1);
  });

  test('leave hidden runs out, and the width to the lines where a plot is narrow or the app says so', async () => {
    const { plot, store, rerender } = await renderEnds(runsAt([1, 9]));
    store.setState(({ view }) => ({ view: { ...view, hiddenRuns: new Set(['run-1']) } }));
    await vi.waitFor(() => expect(names(plot)).toEqual(['Run 2']));
    await rerender(
      <RunhueProvider runs={runsAt([1, 9])} theme="light" store={store}>
        <RunLinePlot metric="loss" height={300} endLabels={false} />
      </RunhueProvider>,
    );
    const { container } = await renderEnds(runsAt([1, 9]), {}, 400);
    const narrow = await drawnPlot(container);
    await vi.waitFor(() => expect(names(narrow)).toEqual([]));
    await vi.waitFor(() => expect(surfaceOf(narrow).getBoundingClientRect().width).toBeGreaterThan(320));
  });

  test('name buckets where runs are grouped', async () => {
    const { plot } = await renderEnds(runsAt([1, 1, 5, 5, 9, 9]), { groupBy: { line: 'mean', band: 'none' } });
    await vi.waitFor(() => expect(names(plot)).toEqual(['6.97 – Max', '4.03 – 6.97', 'Min – 4.03']));
  });

  test('are in the exported picture, and are read to a screen reader from the top', async () => {
    const { plot } = await renderPlot();
    await vi.waitFor(() => expect(names(plot)).toEqual(['Run 3', 'Run 2', 'Run 1']));
    const svg = new DOMParser().parseFromString(plotToSvg(plot), 'image/svg+xml');
    expect([...svg.querySelectorAll('svg svg text')].map((text) => text.textContent)).toEqual(['Run 3', 'Run 2', 'Run 1']);
    expect(plot.querySelector('.runhue-plot-ends')?.getAttribute('aria-label')).toBe('Lines end, from the top: Run 3, Run 2, Run 1');
  });
});

test('plotToPng draws the names at the ends of lines', async () => {
  const { plot } = await renderPlot();
  await vi.waitFor(() => expect(names(plot)).toHaveLength(3));
  const picture = await createImageBitmap(await plotToPng(plot, { pixelRatio: 1 }));
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  context?.drawImage(picture, 0, 0);
  const body = plot.querySelector('.runhue-plot-body')?.getBoundingClientRect() ?? new DOMRect();
  for (const box of boxes(plot)) {
    const { data } = context?.getImageData(box.left - body.left + 12, box.top - body.top + 12, box.width, box.height) ?? { data: new Uint8ClampedArray() };
    expect(data.some((value, i) => i % 4 === 0 && value < 90)).toBe(true);
  }
});
