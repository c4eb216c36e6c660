import type { ColorSettings, RunInput } from '@runhue/core';
import { plotToPng, plotToSvg, RunhueProvider, RunLinePlot, useLegend, type Legend } from '@runhue/react';
import { describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { userEvent } from 'vitest/browser';
import { drawnPlot, levels, renderPlot, threeColors } from './run-line-plot-probe.js';

/** The text that a click on a download button hands to the browser. */
async function downloaded(act: () => Promise<void>): Promise<{ name: string; text: string }> {
  const blobs: Blob[] = [];
  const names: string[] = [];
  const url = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:test';
  });
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  await act();
  await vi.waitFor(() => expect(names).toHaveLength(1));
  url.mockRestore();
  click.mockRestore();
  return { name: names[0] ?? '', text: (await blobs[0]?.text()) ?? '' };
}

async function drawSvg(text: string, canvas: HTMLCanvasElement): Promise<CanvasRenderingContext2D> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  context.drawImage(image, 0, 0);
  return context;
}

describe('plotToSvg', () => {
  test('has a path per shown line, in the colours of the plot', async () => {
    const { plot } = await renderPlot();
    const svg = new DOMParser().parseFromString(plotToSvg(plot, { title: 'loss' }), 'image/svg+xml');
    const strokes = [...svg.querySelectorAll('g[clip-path] path')].map((path) => path.getAttribute('stroke'));
    expect(new Set(strokes)).toEqual(new Set(threeColors));
    expect(svg.querySelector('title')?.textContent).toBe('loss');
  });

  test('shows each line where the canvas shows it', async () => {
    const { plot } = await renderPlot();
    const canvas = plot.querySelector<HTMLCanvasElement>('canvas.runhue-plot-lines');
    const chart = plot.querySelector('.runhue-plot-body svg');
    if (!canvas || !chart) throw new Error('no plot');
    const context = await drawSvg(plotToSvg(plot), document.createElement('canvas'));
    const [inner, outer] = [canvas.getBoundingClientRect(), chart.getBoundingClientRect()];
    const x = Math.round(canvas.width / 2);
    const drawn = canvas.getContext('2d')?.getImageData(x, 0, 1, canvas.height).data ?? new Uint8ClampedArray();
    const rows = Array.from({ length: canvas.height }, (_, y) => y).filter((y) => drawn[4 * y + 3] === 255);
    expect(rows.length).toBeGreaterThanOrEqual(3);
    for (const y of rows) {
      const left = Math.round(inner.left - outer.left + x);
      const [r = 0, g = 0, b = 0] = context.getImageData(left, Math.round(inner.top - outer.top + y), 1, 1).data;
      const off = Math.abs(r - (drawn[4 * y] ?? 0)) + Math.abs(g - (drawn[4 * y + 1] ?? 0)) + Math.abs(b - (drawn[4 * y + 2] ?? 0));
      expect(off, `row ${y}`).toBeLessThan(60);
    }
  });

  test('of an element without a drawn plot says what to pass', () => {
    expect(() => plotToSvg(document.createElement('div'))).toThrow(/pass the element of a RunLinePlot/);
  });
});

describe('The CSV of a plot', () => {
  const named: RunInput[] = levels.map((run, i) => (i === 0 ? { ...run, name: '=1+1' } : run));

  test('has the shown points with value and bucket, and runs no formula', async () => {
    const { getByRole } = await renderPlot({ runs: named, plot: { title: 'val/loss' } });
    const { name, text } = await downloaded(() => userEvent.click(getByRole('button', { name: 'Download as CSV' })));
    expect(name).toBe('val-loss.csv');
    const rows = text.trimEnd().split('\r\n');
    expect(rows[0]).toBe('run_id,run,Step,loss,score · latest,bucket');
    expect(rows).toHaveLength(1 + 3 * 5);
    expect(rows[1]).toBe(`run-1,'=1+1,0,1,1.1,"bucket 1 of 3, Min – 1.833"`);
    expect(rows.at(-1)).toBe('run-3,Run 3,100,3,3.3000000000000003,"bucket 3 of 3, 2.567 – Max"');
  });

  test('keeps the logged value beside the smoothed one', async () => {
    const { getByRole } = await renderPlot({ plot: { smoothing: { method: 'average', amount: 3 } } });
    const { text } = await downloaded(() => userEvent.click(getByRole('button', { name: 'Download as CSV' })));
    expect(text.split('\r\n').slice(0, 2)).toEqual(['run_id,run,Step,loss,loss (smoothed),score · latest,bucket', expect.stringMatching(/^run-1,Run 1,0,1,1,1\.1,/)]);
  });
});

describe('The legend of a PNG', () => {
  async function legendOf(settings: Partial<ColorSettings>): Promise<{ texts: string[]; colors: Set<string> }> {
    let legend: Legend | null = null;
    const Grab = (): null => {
      legend = useLegend();
      return null;
    };
    const { container } = await render(
      <RunhueProvider runs={levels} theme="light" defaultSettings={{ key: 'metric:score', ...settings }}>
        <RunLinePlot metric="loss" height={300} />
        <Grab />
      </RunhueProvider>,
    );
    const plot = await drawnPlot(container);
    const written = vi.spyOn(CanvasRenderingContext2D.prototype, 'fillText');
    const picture = await createImageBitmap(await plotToPng(plot, { legend: legend ?? undefined, pixelRatio: 1 }));
    const texts = written.mock.calls.map(([text]) => text.trim());
    written.mockRestore();
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    context?.drawImage(picture, 0, 0);
    const bottom = Math.ceil(plot.querySelector('.runhue-plot-body')?.getBoundingClientRect().height ?? 0) + 12;
    const data = context?.getImageData(0, bottom, picture.width, picture.height - bottom).data ?? new Uint8ClampedArray();
    const colors = new Set<string>();
    for (let i = 0; i < data.length; i += 4) colors.add(`#${[...data.slice(i, i + 3)].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`);
    return { texts, colors };
  }

  test('has an item per bucket', async () => {
    const { texts, colors } = await legendOf({ bucketCount: 3 });
    expect(texts).toEqual(['score · latest', 'Min – 1.833', '1', '1.833 – 2.567', '1', '2.567 – Max', '1']);
    for (const color of threeColors) expect(colors.has(color), color).toBe(true);
  });

  test('has the ramp and its ends under continuous colours', async () => {
    const { texts, colors } = await legendOf({ byKey: { 'metric:score': { method: 'continuous' } } });
    expect(texts).toEqual(['score · latest', '1.100', '3.300']);
    expect(colors.size).toBeGreaterThan(100);
  });

  test('says what the dashes of a second Key mean', async () => {
    const { texts } = await legendOf({ bucketCount: 3, dashKey: 'metric:loss' });
    expect(texts.slice(7)).toEqual(['loss · latest', '1', '1', '2', '1', '3', '1']);
  });
});
