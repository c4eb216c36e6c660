import { createRuns, type Run } from '@runhue/core';
import { memorySource } from '@runhue/sources/memory-source';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileDataSets } from './hostile-runs.js';
import { expectSamePicture } from './picture.js';
import { realDataSets } from './real-runs.js';

const metricsOf = (runs: readonly Run[]): string[] => [...new Set(runs.flatMap(({ history }) => [...history.keys()]))].slice(0, 3);

describe('series of memorySource draws the very pixels that all points draw', () => {
  it.each([...realDataSets, ...hostileDataSets.filter(({ name }) => !name.includes('keys'))])('on $name', async (set) => {
    const { runs } = createRuns([...(await set.load())]);
    for (const metric of metricsOf(runs)) {
      for (const xAxis of ['Step', 'Wall Time', 'Relative Time (Wall)', metricsOf(runs).at(-1) ?? '']) {
        const { x } = await memorySource(runs).extent({ metric, xAxis });
        if (!x || x[0] === x[1] || x[1] - x[0] === Infinity) continue;
        const inner = [x[0] + (x[1] - x[0]) * 0.27, x[0] + (x[1] - x[0]) * 0.81] as const;
        await expectSamePicture(memorySource(runs), runs, { metric, xAxis }, { domain: x, columns: 23 });
        await expectSamePicture(memorySource(runs), runs, { metric, xAxis }, { domain: inner, columns: 160 });
        await expectSamePicture(memorySource(runs), runs, { metric, xAxis }, { domain: x, columns: 90, scale: 'symlog' });
        if (inner[0] > 0) await expectSamePicture(memorySource(runs), runs, { metric, xAxis }, { domain: inner, columns: 71, scale: 'log' });
      }
    }
  });

  it('from fewer points than were logged', async () => {
    const { runs } = createRuns([{ id: 'a', history: { loss: { steps: Array.from({ length: 20_000 }, (_, i) => i), values: Array.from({ length: 20_000 }, (_, i) => Math.sin(i * i)) } } }]);
    expect(await expectSamePicture(memorySource(runs), runs, { metric: 'loss', xAxis: 'Step' }, { domain: [0, 19_999], columns: 50 })).toBeLessThanOrEqual(200);
  });

  it('on any line with gaps and any window', async () => {
    const value = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -160, max: 160 }).map((n) => n / 16) }, fc.constant(NaN));
    const line = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), value), { minLength: 1, maxLength: 400 });
    const property = fc.asyncProperty(line, fc.integer({ min: -10, max: 2000 }), fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 90 }), async (points, left, width, columns) => {
      let at = 0;
      const steps = points.map(([gap]) => (at += gap / 8));
      const { runs } = createRuns([{ id: 'a', history: { loss: { steps, values: points.map(([, y]) => y) } } }]);
      await expectSamePicture(memorySource(runs), runs, { metric: 'loss', xAxis: 'Step' }, { domain: [left / 8, (left + width) / 8], columns });
    });
    await fc.assert(property, { numRuns: 300 });
  });
});
