import { createRuns, type PixelWindow, type Run } from '@runhue/core';
import { colorPixels, createColorTable, createIdBuffer, decimateLines, rasterLines, type Line, type View } from '@runhue/lines';
import { memorySource } from '@runhue/sources/memory-source';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullLine } from './full-line.js';
import { hostileDataSets } from './hostile-runs.js';
import { realDataSets } from './real-runs.js';

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
async function expectSamePicture(runs: readonly Run[], metric: string, xAxis: string, window: PixelWindow): Promise<number> {
  const { series } = await memorySource(runs).series({ metric, xAxis, runIds: runs.map(({ id }) => id), window });
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

const metricsOf = (runs: readonly Run[]): string[] => [...new Set(runs.flatMap(({ history }) => [...history.keys()]))].slice(0, 3);

describe('series of memorySource draws the very pixels that all points draw', () => {
  it.each([...realDataSets, ...hostileDataSets.filter(({ name }) => !name.includes('keys'))])('on $name', async (set) => {
    const { runs } = createRuns([...(await set.load())]);
    for (const metric of metricsOf(runs)) {
      for (const xAxis of ['Step', 'Wall Time', 'Relative Time (Wall)', metricsOf(runs).at(-1) ?? '']) {
        const { x } = await memorySource(runs).extent({ metric, xAxis });
        if (!x || x[0] === x[1] || x[1] - x[0] === Infinity) continue;
        const inner = [x[0] + (x[1] - x[0]) * 0.27, x[0] + (x[1] - x[0]) * 0.81] as const;
        await expectSamePicture(runs, metric, xAxis, { domain: x, columns: 23 });
        await expectSamePicture(runs, metric, xAxis, { domain: inner, columns: 160 });
        await expectSamePicture(runs, metric, xAxis, { domain: x, columns: 90, scale: 'symlog' });
        if (inner[0] > 0) await expectSamePicture(runs, metric, xAxis, { domain: inner, columns: 71, scale: 'log' });
      }
    }
  });

  it('from fewer points than were logged', async () => {
    const { runs } = createRuns([{ id: 'a', history: { loss: { steps: Array.from({ length: 20_000 }, (_, i) => i), values: Array.from({ length: 20_000 }, (_, i) => Math.sin(i * i)) } } }]);
    expect(await expectSamePicture(runs, 'loss', 'Step', { domain: [0, 19_999], columns: 50 })).toBeLessThanOrEqual(200);
  });

  it('on any line with gaps and any window', async () => {
    const value = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -160, max: 160 }).map((n) => n / 16) }, fc.constant(NaN));
    const line = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), value), { minLength: 1, maxLength: 400 });
    const property = fc.asyncProperty(line, fc.integer({ min: -10, max: 2000 }), fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 90 }), async (points, left, width, columns) => {
      let at = 0;
      const steps = points.map(([gap]) => (at += gap / 8));
      const { runs } = createRuns([{ id: 'a', history: { loss: { steps, values: points.map(([, y]) => y) } } }]);
      await expectSamePicture(runs, 'loss', 'Step', { domain: [left / 8, (left + width) / 8], columns });
    });
    await fc.assert(property, { numRuns: 300 });
  });
});
