import { createIdBuffer, decimateLines, extendSpans, rasterLines, type Line, type View } from '@runhue/lines';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf } from './draw-lines.js';

const view: View = { xDomain: [0, 64], yDomain: [-8, 8], width: 32, height: 60 };

/** Keeps of each gapless stretch within a column of the view the first, lowest, highest and last point, and what varied between them. */
function reduce({ x, y, order }: Line, { xDomain: [left, right], width }: View): Line {
  const columnOf = (i: number): number => (x[i] === right ? width - 1 : Math.floor((x[i]! - left) * (width / (right - left))));
  const kept: number[] = [];
  for (let from = 0; from < x.length; ) {
    let to = from + 1;
    while (to < x.length && columnOf(to) === columnOf(from) && Number.isFinite(y[to]) && Number.isFinite(y[from])) to++;
    let low = from;
    let high = from;
    for (let i = from; i < to; i++) {
      if (y[i]! < y[low]!) low = i;
      if (y[i]! > y[high]!) high = i;
    }
    kept.push(...[...new Set([from, low, high, to - 1])].sort((a, b) => a - b));
    from = to;
  }
  const hidden = kept.map((i, k) => {
    if (k === 0) return 0;
    let all = 0;
    for (let j = kept[k - 1]! + 1; j <= i; j++) all += Math.abs(y[j]! - y[j - 1]!);
    return all - Math.abs(y[i]! - y[kept[k - 1]!]!) || 0;
  });
  return { x: Float64Array.from(kept, (i) => x[i]!), y: Float64Array.from(kept, (i) => y[i]!), hiddenVariation: Float64Array.from(hidden), order };
}

// Sixteenths add up exactly, so that sums in another order are the same numbers.
const value = fc.oneof({ weight: 12, arbitrary: fc.integer({ min: -160, max: 160 }).map((n) => n / 16) }, fc.constant(NaN));
const series = fc.array(value, { minLength: 2, maxLength: 600 }).map((values) => lineOf(values.map((y, i) => [-1 + (i * 66) / values.length, y] as const)));

function drawn(lines: readonly Line[], on: View) {
  const buffer = createIdBuffer(on.width, on.height);
  // As in a plot of many lines, where the variation says how densely rows are filled.
  rasterLines(decimateLines(lines, on), lines.map(() => ({ color: 0 })), buffer, { lineWidth: 1.5, exact: false });
  return buffer;
}

describe('Line hiddenVariation', () => {
  it('gives a reduced line the columns and pixels of all its points', () => {
    fc.assert(
      fc.property(series, (line) => {
        const whole = decimateLines([line], view);
        const reduced = decimateLines([reduce(line, view)], view);
        expect(reduced.columns).toEqual(whole.columns);
        expect(reduced.pieces).toEqual(whole.pieces);
        expect(drawn([reduce(line, view)], view)).toEqual(drawn([line], view));
      }),
    );
  });

  it.each(['log', 'symlog'] as const)('gives it the same extremes, and the variation they need, on a %s scale', (yScale) => {
    const on: View = { ...view, yScale, yDomain: yScale === 'log' ? [0.5, 30] : [-30, 30] };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 8, max: 400 }), { minLength: 2, maxLength: 600 }), (values) => {
        const line = lineOf(values.map((y, i) => [-1 + (i * 66) / values.length, y / 16] as const));
        const whole = decimateLines([line], on).columns!;
        const reduced = decimateLines([reduce(line, on)], on).columns!;
        const stride = whole.length / on.width;
        whole.forEach((number, p) => {
          if (p % stride !== 2) expect(reduced[p]).toEqual(number);
          else if (reduced[p - 2] === reduced[p - 2]) expect(reduced[p]).toBeGreaterThan(reduced[p - 1]! - reduced[p - 2]! - 1e-5);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('draws a line that turns unseen denser than without it', () => {
    // Rises through each column and falls back in the next, with small turns on the way.
    const full = lineOf(Array.from({ length: 4096 }, (_, i) => [i / 64, Math.abs(128 - (i % 256)) / 256 + (i % 2) / 32] as const));
    const ink = ({ top }: { readonly top: Uint32Array }): number => top.reduce((sum, cell) => sum + (cell & 255), 0);
    const reduced = reduce(full, view);
    expect(ink(drawn([reduced], view))).toBe(ink(drawn([full], view)));
    expect(ink(drawn([{ ...reduced, hiddenVariation: null }], view))).not.toBe(ink(drawn([full], view)));
  });

  it('is read anew when it changes', () => {
    const line = reduce(lineOf(Array.from({ length: 640 }, (_, i) => [i / 10, (i % 7) - 3] as const)), view);
    const spans = decimateLines([{ ...line, hiddenVariation: null }], view);
    const { spans: extended, fromColumn } = extendSpans(spans, [line]);
    expect(fromColumn).toBe(0);
    expect(extended.columns).toEqual(decimateLines([line], view).columns);
  });
});
