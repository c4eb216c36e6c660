import { fromPixel, toPixel, xAxisMap, yAxisMap, type Line, type View } from '@runhue/lines';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphaAt, draw, lineOf } from './draw-lines.js';

const view: View = { xDomain: [0, 40], yDomain: [-10, 10], width: 40, height: 30 };
const finite = fc.double({ min: -12, max: 12, noNaN: true });
const step = fc.record({ gap: fc.double({ min: 0, max: 6, noNaN: true }), y: fc.oneof({ weight: 6, arbitrary: finite }, fc.constant(NaN)) });
const anyLine = fc.tuple(fc.array(step, { minLength: 1, maxLength: 60 }), fc.double({ min: -8, max: 38, noNaN: true })).map(([steps, start]) => {
  let at = start;
  return lineOf(steps.map(({ gap, y }) => [(at += gap), y] as const));
});

/** Smallest distance, in pixels, from the middle of a pixel to a line as straight segments. */
function distance(line: Line, on: View, column: number, row: number): number {
  const px = xAxisMap(on);
  const py = yAxisMap(on);
  let best = Infinity;
  for (let i = 0; i < line.x.length; i++) {
    const bx = toPixel(px, line.x[i]!);
    const by = toPixel(py, line.y[i]!);
    if (!Number.isFinite(by)) continue;
    let ax = i > 0 ? toPixel(px, line.x[i - 1]!) : bx;
    let ay = i > 0 ? toPixel(py, line.y[i - 1]!) : by;
    if (!Number.isFinite(ay)) [ax, ay] = [bx, by];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = length > 0 ? Math.min(1, Math.max(0, ((column + 0.5 - ax) * (bx - ax) + (row + 0.5 - ay) * (by - ay)) / length)) : 0;
    best = Math.min(best, Math.hypot(ax + t * (bx - ax) - column - 0.5, ay + t * (by - ay) - row - 0.5));
  }
  return best;
}

describe.each(['linear', 'log', 'symlog'] as const)('rasterLines on a %s y scale', (yScale) => {
  const on: View = { ...view, yScale, yDomain: yScale === 'log' ? [0.01, 10] : [-10, 10] };

  it.each([
    [1, true],
    [1.5, true],
    [3, true],
    [1, false],
    [2, false],
  ])('covers the pixel of each finite sample, width %d, exact %s', (lineWidth, exact) => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const pixels = draw([line], on, undefined, { lineWidth, exact });
        for (let i = 0; i < line.x.length; i++) {
          const px = toPixel(xAxisMap(on), line.x[i]!);
          const py = toPixel(yAxisMap(on), line.y[i]!);
          if (!(px >= 0 && px <= on.width && py >= 0 && py < on.height)) continue;
          const column = Math.min(on.width - 1, Math.floor(px));
          // A sample on the border of two rows belongs to both.
          const rows = Number.isInteger(py) && py > 0 ? [py - 1, py] : [Math.floor(py)];
          expect(Math.max(...rows.map((row) => alphaAt(pixels, on, column, row)))).toBeGreaterThan(0);
        }
      }),
    );
  });

  it.each([
    [1, true],
    [3, true],
    [1, false],
    [2, false],
  ])('leaves no ink where no line runs, width %d, exact %s', (lineWidth, exact) => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const pixels = draw([line], on, undefined, { lineWidth, exact });
        for (let row = 0; row < on.height; row++) {
          for (let column = 0; column < on.width; column++) {
            if (alphaAt(pixels, on, column, row) > 0) expect(distance(line, on, column, row)).toBeLessThanOrEqual(lineWidth + 2);
          }
        }
      }),
    );
  });
});

describe('fromPixel', () => {
  it.each(['linear', 'log', 'symlog'] as const)('undoes toPixel on a %s scale', (xScale) => {
    const map = xAxisMap({ ...view, xScale, xDomain: [1, 40] });
    for (const value of [1, 2.5, 17, 40]) expect(fromPixel(map, toPixel(map, value))).toBeCloseTo(value, 9);
  });
});
