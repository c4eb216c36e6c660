import { createIdBuffer, decimateLines, lineDistance, linePath, nearestLine, nearestLines, rasterLines, toPixel, xAxisMap, yAxisMap, type Line, type View } from '@runhue/lines';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf } from './draw-lines.js';

const view: View = { xDomain: [0, 100], yDomain: [0, 100], width: 100, height: 100 };
const y = fc.oneof({ weight: 8, arbitrary: fc.double({ min: -20, max: 120, noNaN: true }) }, fc.constant(NaN));
const series = fc.array(fc.array(y, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 6 });
const linesOf = (values: number[][]): Line[] =>
  values.map((own, i) => lineOf(own.map((v, j) => [(j * 100) / own.length + i / 3, v] as const), i));

/** Distance by looking at every segment. */
function bruteDistance(line: Line, px: number, py: number): number {
  let best = Infinity;
  for (let i = 0; i < line.x.length; i++) {
    const bx = line.x[i]!;
    const by = 100 - line.y[i]!;
    if (!Number.isFinite(by)) continue;
    const joined = i > 0 && Number.isFinite(line.y[i - 1]!);
    const ax = joined ? line.x[i - 1]! : bx;
    const ay = joined ? 100 - line.y[i - 1]! : by;
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = length > 0 ? Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length)) : 0;
    best = Math.min(best, Math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay)));
  }
  return best;
}

describe('lineDistance', () => {
  it('is the distance to the nearest of all segments and single samples', () => {
    const at = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(series, at, at, (values, px, py) => {
        const line = linesOf(values)[0]!;
        const hit = lineDistance(line, xAxisMap(view), yAxisMap(view), px, py, Infinity);
        const want = bruteDistance(line, px, py);
        if (want === Infinity) expect(hit).toBeNull();
        else expect(hit!.distance).toBeCloseTo(want, 6);
      }),
      { numRuns: 300 },
    );
  });
});

describe('nearestLines', () => {
  it.each([undefined, 0])('finds what a search of all lines finds, with at most %s bytes of columns', (maxBytes) => {
    const at = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(series, at, at, (values, px, py) => {
        const lines = linesOf(values);
        const spans = decimateLines(lines, view, maxBytes === undefined ? {} : { maxBytes });
        const got = nearestLines(spans, lines.map(() => ({ color: 0 })), px, py, { radius: 30 });
        const inWindow = lines.map((line) => bruteDistance(line, px, py)).filter((d) => d < 29.9);
        const found = got.map((near) => near.distance).filter((d) => d < 29.9);
        inWindow.sort((a, b) => a - b);
        if (px > 30 && px < 70) expect(found.map((d) => d.toFixed(4))).toEqual(inWindow.map((d) => d.toFixed(4)));
      }),
      { numRuns: 200 },
    );
  });

  it('gives the sample nearest in x, the nearest lines first and not more than asked', () => {
    const lines = [lineOf([[0, 20], [50, 20], [100, 20]]), lineOf([[0, 30], [40, 30], [100, 30]]), lineOf([[0, 90], [100, 90]])];
    const spans = decimateLines(lines, view);
    const got = nearestLines(spans, lines.map(() => ({ color: 0 })), 44, 72, { radius: 24 });
    expect(got).toEqual([
      { index: 1, distance: 2, point: 1 },
      { index: 0, distance: 8, point: 1 },
    ]);
    expect(nearestLines(spans, lines.map(() => ({ color: 0 })), 44, 72, { limit: 1 })).toHaveLength(1);
  });
});

describe('nearestLine', () => {
  const lines = [lineOf([[0, 50], [100, 50]], 0.9), lineOf([[0, 50], [100, 50]], 0.1), lineOf([[0, 60], [100, 60]], 0.5)];
  const spans = decimateLines(lines, view);
  const styles = lines.map(() => ({ color: 0 }));
  const buffer = createIdBuffer(100, 100);
  rasterLines(spans, styles, buffer, { lineWidth: 2 });

  it('prefers the line that is seen to one that is covered', () => {
    expect(nearestLine(spans, styles, buffer, 50, 51)).toMatchObject({ index: 0, distance: 1 });
  });

  it('gives the exact distance, not that of the pixel', () => {
    expect(nearestLine(spans, styles, buffer, 50, 46.3)!.distance).toBeCloseTo(3.7, 9);
  });

  it('passes over hidden lines and finds covered ones', () => {
    const hidden = [{ color: 0, hidden: true }, { color: 0 }, { color: 0 }];
    expect(nearestLine(spans, hidden, null, 50, 51)).toMatchObject({ index: 1 });
  });

  it('is null where no line is near', () => {
    expect(nearestLine(spans, styles, buffer, 50, 10)).toBeNull();
    expect(nearestLine(spans, styles, buffer, 50, 10, { radius: 100 })).toMatchObject({ index: 2, distance: 30 });
  });
});

describe('lineDistance', () => {
  const xMap = xAxisMap(view);
  const yMap = yAxisMap(view);
  const dense = lineOf(Array.from({ length: 10_001 }, (_, i) => [i / 100, i === 5003 ? 90 : 10] as const));

  it('means the spike among the samples of a pixel where it is pointed at', () => {
    expect(lineDistance(dense, xMap, yMap, toPixel(xMap, 50), toPixel(yMap, 80), 30)).toMatchObject({ point: 5003 });
  });

  it('means the sample nearest in x of those as near in y, and where none is within a pixel', () => {
    expect(lineDistance(dense, xMap, yMap, toPixel(xMap, 40), toPixel(yMap, 12), 30)).toMatchObject({ point: 4000 });
    const sparse = lineOf([[0, 10], [100, 90]]);
    expect(lineDistance(sparse, xMap, yMap, toPixel(xMap, 45), toPixel(yMap, 46), 30)).toMatchObject({ point: 0 });
    expect(lineDistance(sparse, xMap, yMap, toPixel(xMap, 55), toPixel(yMap, 54), 30)).toMatchObject({ point: 1 });
  });
});

describe('linePath', () => {
  it('is the line itself where it has no more samples than columns', () => {
    expect(linePath(decimateLines([lineOf([[10, 20], [10.5, 80], [11, 20]])], view), 0)).toBe('M10 80L10.5 20L11 80');
  });

  it('breaks at gaps and gives single samples no length', () => {
    const path = linePath(decimateLines([lineOf([[10, 20], [20, NaN], [30, 50], [31, 50]])], view), 0);
    expect(path).toBe('M10 80h0M30 50L31 50');
  });

  it('is some thousand points for a million samples, spike included', () => {
    const x = Float64Array.from({ length: 1_000_000 }, (_, i) => i / 10_000);
    const values = Float64Array.from(x, (_, i) => (i === 500_000 ? 99 : i % 2));
    const path = linePath(decimateLines([{ x, y: values, order: 0 }], view), 0);
    expect(path.match(/[ML]/g)!.length).toBeLessThan(400);
    expect(path).toContain(' 1L');
  });

  it('is empty for a line beyond the window', () => {
    expect(linePath(decimateLines([lineOf([[200, 1], [300, 1]])], view), 0)).toBe('');
  });
});
