import type { ExtentQuery, PixelWindow, Run, RunSource } from '@runhue/core';
import { colorPixels, createColorTable, createIdBuffer, decimateLines, rasterLines, type Line, type View } from '@runhue/lines';
import { expect } from 'vitest';
import { fullLine } from './full-line.js';
import { axesFor, sample, type SourcePair } from './source-pair.js';

const height = 60;

/** Pixels of lines on top of each other, each in its own colour. */
function picture(lines: readonly Line[], { domain, scale, symlogConstant, columns }: PixelWindow, yDomain: readonly [number, number], exact: boolean): Uint32Array {
  const view: View = { xDomain: domain, yDomain, width: columns, height, xScale: scale, symlogConstant };
  const styles = lines.map((_, i) => ({ color: (i * 2_654_435) % 0xffffff }));
  const buffer = createIdBuffer(columns, height);
  rasterLines(decimateLines(lines, view), styles, buffer, { exact, lineWidth: 1.5 });
  const pixels = new Uint32Array(columns * height);
  colorPixels(buffer, createColorTable(styles, 0xcccccc), pixels);
  return pixels;
}

function fullLines(runs: readonly Run[], metric: string, xAxis: string): Line[] {
  return runs.flatMap((run, order) => {
    const line = fullLine(run, metric, xAxis);
    return line ? [{ x: Float64Array.from(line.x), y: Float64Array.from(line.y), order }] : [];
  });
}

/** The picture of the reduced lines is that of all points. Gives how many points the reduced lines have. */
export async function expectSamePicture(source: RunSource, runs: readonly Run[], { metric, xAxis }: ExtentQuery, window: PixelWindow): Promise<number> {
  const { series } = await source.series({ metric, xAxis, runIds: runs.map(({ id }) => id), window });
  const places = new Map(runs.map(({ id }, place) => [id, place]));
  const reduced = series.map(({ runId, x, y, hiddenVariation }): Line => ({ x, y, hiddenVariation, order: places.get(runId) ?? 0 }));
  const full = fullLines(runs, metric, xAxis);
  const ys = full.flatMap(({ y }) => Array.from(y)).filter(Number.isFinite);
  const yDomain = [Math.max(-1e3, ys.reduce((a, b) => Math.min(a, b), 0)), Math.min(1e3, ys.reduce((a, b) => Math.max(a, b), 1))] as const;
  for (const exact of [false, true]) {
    const wanted = picture(full, window, yDomain, exact);
    const differing = picture(reduced, window, yDomain, exact).reduce((count, pixel, i) => count + Number(pixel !== wanted[i]), 0);
    expect(differing, `pixels of ${metric} along ${xAxis} (${exact ? 'exact' : 'dense'}) that differ`).toBe(0);
  }
  return reduced.reduce((sum, { x }) => sum + x.length, 0);
}

/** The pictures of some metrics along some axes, whole and zoomed in. */
export async function expectSamePictures(pair: SourcePair, count = 2): Promise<void> {
  const { source, oracle, entries } = pair;
  const runs = sample(pair.runs, Math.min(pair.runs.length > 24 ? 10 : 24, source.abilities.maxSeriesRuns));
  for (const metric of sample(entries.filter(({ group }) => group === 'metric').map(({ name }) => name), count)) {
    for (const xAxis of sample(axesFor(pair, metric), 3)) {
      const { x } = await oracle.extent({ metric, xAxis });
      if (!x || x[0] === x[1] || x[1] - x[0] === Infinity) continue;
      const inner = [x[0] + (x[1] - x[0]) * 0.27, x[0] + (x[1] - x[0]) * 0.81] as const;
      await expectSamePicture(source, runs, { metric, xAxis }, { domain: x, columns: 23 });
      await expectSamePicture(source, runs, { metric, xAxis }, { domain: inner, columns: 160 });
    }
  }
}
