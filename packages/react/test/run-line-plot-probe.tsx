import type { RunInput } from '@runhue/core';
import { RunhueProvider, RunLinePlot, type RunhueProviderProps, type RunLinePlotProps } from '@runhue/react';
import '@runhue/react/styles.css';
import type { JSX, ReactNode } from 'react';
import { expect, vi } from 'vitest';
import { render, type RenderResult } from 'vitest-browser-react';

/** Three runs with level lines at 1, 2 and 3, and a rising `score` as the Key. */
export const levels: RunInput[] = [1, 2, 3].map((level) => ({
  id: `run-${level}`,
  name: `Run ${level}`,
  history: {
    loss: { steps: [0, 25, 50, 75, 100], values: Array(5).fill(level) },
    score: { steps: [0], values: [level * 1.1] },
  },
}));

export interface PlotApp {
  readonly provider?: Partial<RunhueProviderProps>;
  readonly plot?: Partial<RunLinePlotProps>;
  readonly runs?: RunInput[];
  /** Within the same provider. */
  readonly beside?: ReactNode;
}

export function App({ provider, plot, runs = levels, beside }: PlotApp): JSX.Element {
  return (
    <RunhueProvider runs={runs} theme="light" defaultSettings={{ key: 'metric:score', bucketCount: 3 }} {...provider}>
      <div style={{ width: 640 }}>
        <RunLinePlot metric="loss" height={300} {...plot} />
      </div>
      {beside}
    </RunhueProvider>
  );
}

/** The runhue table for three buckets in the light theme, low to high. */
export const threeColors = ['#af8d00', '#a9003d', '#33006f'] as const;

export async function renderPlot(app: PlotApp = {}): Promise<RenderResult & { plot: HTMLElement }> {
  const result = await render(<App {...app} />);
  const plot = await drawnPlot(result.container);
  return { ...result, plot };
}

/** The first plot, once it is laid out and painted (an unpainted canvas is 150 px high). */
export async function drawnPlot(container: Element, index = 0): Promise<HTMLElement> {
  await vi.waitFor(() => expect(container.querySelectorAll('.runhue-plot')[index]?.querySelector('canvas')?.height ?? 150).not.toBe(150));
  const plot = container.querySelectorAll<HTMLElement>('.runhue-plot')[index];
  if (!plot) throw new Error('no plot');
  return plot;
}

export function surfaceOf(plot: Element): HTMLElement {
  const surface = plot.querySelector<HTMLElement>('[role="application"]');
  if (!surface) throw new Error('no surface');
  return surface;
}

export function tickTexts(plot: Element, axis: 'x' | 'y'): string[] {
  return ticksOf(plot, axis).map((tick) => tick.textContent ?? '');
}

function ticksOf(plot: Element, axis: 'x' | 'y'): SVGTextElement[] {
  return [...plot.querySelectorAll<SVGTextElement>(`.recharts-${axis}Axis-tick-labels text`)];
}

/** Value → CSS px of the viewport, read off the printed ticks of a linear axis: nothing of the kit's own is asked. */
export function axisOf(plot: Element, axis: 'x' | 'y'): (value: number) => number {
  const ticks = ticksOf(plot, axis).map((tick) => ({ at: Number(tick.getAttribute(axis)), value: Number(tick.textContent) }));
  const [first, last] = [ticks[0], ticks.at(-1)];
  const box = plot.querySelector('.recharts-surface')?.getBoundingClientRect();
  if (!first || !last || !box) throw new Error(`no ticks on ${axis}`);
  const origin = axis === 'x' ? box.left : box.top;
  return (value) => origin + first.at + ((value - first.value) / (last.value - first.value)) * (last.at - first.at);
}

/** Pixels of the canvas with the lines. */
export function pixelsOf(plot: Element): { data: Uint8ClampedArray; width: number; height: number; at: (x: number, y: number) => [number, number] } {
  const canvas = plot.querySelector('canvas');
  const image = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
  if (!canvas || !image) throw new Error('no canvas');
  const box = canvas.getBoundingClientRect();
  const scale = canvas.width / box.width;
  return { data: image.data, width: canvas.width, height: canvas.height, at: (x, y) => [(x - box.left) * scale, (y - box.top) * scale] };
}

/** Colour of the most opaque pixel within a pixel of a data point, null where there is no ink. */
export function inkAt(plot: Element, x: number, y: number): string | null {
  const { data, width, at } = pixelsOf(plot);
  const [column, row] = at(axisOf(plot, 'x')(x), axisOf(plot, 'y')(y)).map(Math.floor) as [number, number];
  let best: number[] = [0, 0, 0, 0];
  for (let r = row - 1; r <= row + 1; r++) {
    for (let c = column - 1; c <= column + 1; c++) {
      const pixel = [...data.slice((r * width + c) * 4, (r * width + c) * 4 + 4)];
      if ((pixel[3] ?? 0) > (best[3] ?? 0)) best = pixel;
    }
  }
  if (best[3] === 0) return null;
  return `#${best.slice(0, 3).map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Counts the pictures of all lines from now on, by their first strip; not those of single lines on top. */
export function countDraws(): { readonly count: number } {
  const put = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData');
  return {
    get count() {
      const ofLines = (context: unknown): boolean => context instanceof CanvasRenderingContext2D && context.canvas.classList.contains('runhue-plot-lines');
      return put.mock.calls.filter(([, , top], i) => top === 0 && ofLines(put.mock.contexts[i])).length;
    },
  };
}

/** Two frames: what a pointer move asks for is done. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
