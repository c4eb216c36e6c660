import {
  createIdBuffer,
  decimateLines,
  extendSpans,
  linePath,
  nearestLines,
  rasterLines,
  rescaleSpans,
  type IdBuffer,
  type Line,
  type LineSpans,
  type LineStyle,
  type View,
} from '@runhue/lines';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf } from './draw-lines.js';

const view: View = { xDomain: [0, 60], yDomain: [-10, 10], width: 90, height: 50 };
const value = fc.oneof({ weight: 8, arbitrary: fc.double({ min: -12, max: 12, noNaN: true }) }, { weight: 1, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) }, fc.constant(NaN));
const series = fc.array(value, { minLength: 2, maxLength: 200 });
const many = fc.array(series, { minLength: 1, maxLength: 4 });
const linesOf = (all: readonly number[][]): Line[] => all.map((values, i) => lineOf(values.map((y, j) => [-2 + (j * 64) / values.length, y] as const), i));

function raster(spans: LineSpans, style: Partial<LineStyle> = {}, exact = false): IdBuffer {
  const buffer = createIdBuffer(spans.view.width, spans.view.height);
  rasterLines(spans, spans.lines.map(() => ({ color: 0, ...style })), buffer, { lineWidth: 1.5, exact });
  return buffer;
}

/** Largest difference of coverage, of 255, of what is on top. */
function difference(a: IdBuffer, b: IdBuffer): number {
  return a.top.reduce((most, cell, p) => Math.max(most, Math.abs((cell & 255) - (b.top[p]! & 255))), 0);
}

describe('decimateLines with packed columns', () => {
  it('draws what floats draw, to a few of 255', () => {
    fc.assert(
      fc.property(series, (values) => {
        const lines = linesOf([values.map((y) => (Math.abs(y) > 12 ? y / 1e5 : y))]);
        expect(difference(raster(decimateLines(lines, view, { packed: true })), raster(decimateLines(lines, view, { packed: false })))).toBeLessThanOrEqual(8);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves at most a few of 255 off where lines leave the plot far', () => {
    const away = lineOf([[0, 0], [20, 0], [22, 1e9], [24, 0], [40, -50], [60, 3]]);
    expect(difference(raster(decimateLines([away], view, { packed: true })), raster(decimateLines([away], view, { packed: false })))).toBeLessThanOrEqual(12);
  });

  it('keeps six bytes a column and line', () => {
    const spans = decimateLines([lineOf([[0, 1], [60, 2]])], view, { packed: true });
    expect(spans.columns).toBeNull();
    expect(spans.packed!.byteLength).toBe(90 * 6);
  });

  it('packs where lines are many, and not at heights beyond what 16 bits place', () => {
    const lines = Array.from({ length: 400 }, (_, i) => lineOf([[0, i], [60, i]], i));
    expect(decimateLines(lines, view).packed).not.toBeNull();
    expect(decimateLines(lines, { ...view, height: 4320 }).packed).toBeNull();
    expect(decimateLines(lines, { ...view, height: 4320 }).columns).not.toBeNull();
  });

  it.each([null, [4, 2]])('draws the same bytes whether columns are kept or not, with dash %j', (dash) => {
    fc.assert(
      fc.property(many, (all) => {
        const kept = decimateLines(linesOf(all), view, { packed: true });
        const made = decimateLines(linesOf(all), view, { packed: true, maxBytes: 0 });
        expect(made.packed).toBeNull();
        expect(raster(made, { dash })).toEqual(raster(kept, { dash }));
      }),
      { numRuns: 40 },
    );
  });

  it('draws the same bytes whether columns are kept or not where a crowd of lines of several widths covers most of the plot', () => {
    const walk = fc.record({ start: fc.integer({ min: -9, max: 9 }), turns: fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 2, maxLength: 90 }), width: fc.constantFrom(0.7, 1, 1.5, 3) });
    fc.assert(
      fc.property(fc.array(walk, { minLength: 60, maxLength: 90 }), (walks) => {
        const lines = linesOf(walks.map(({ start, turns }) => turns.map((turn) => start + turn)));
        const drawn = (maxBytes?: number): IdBuffer => {
          const buffer = createIdBuffer(view.width, view.height);
          rasterLines(decimateLines(lines, view, { packed: true, maxBytes }), walks.map(({ width }) => ({ color: 0, width })), buffer, { exact: false });
          return buffer;
        };
        expect(drawn()).toEqual(drawn(0));
      }),
      { numRuns: 20 },
    );
  });

  it('draws a line as if it were alone when all others are hidden, to the last column', () => {
    const place = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(fc.array(place, { minLength: 64, maxLength: 64 }), place, (own, level) => {
        const [line, next] = linesOf([own, own.map(() => level)]);
        const among = createIdBuffer(view.width, view.height);
        rasterLines(decimateLines([line!, next!], view, { packed: true }), [{ color: 0 }, { color: 0, hidden: true }], among, { lineWidth: 1.5, exact: false });
        expect(among).toEqual(raster(decimateLines([line!], view, { packed: true })));
      }),
      { numRuns: 40 },
    );
  });

  it('dashes a steep line as floats do, to a quarter of a pixel', () => {
    const steep = lineOf(Array.from({ length: 61 }, (_, x) => [x, x % 20 < 10 ? -9 + 1.8 * (x % 10) : 9 - 1.8 * (x % 10)] as const));
    const dash = [6, 6];
    expect(difference(raster(decimateLines([steep], view, { packed: true }), { dash }), raster(decimateLines([steep], view, { packed: false }), { dash }))).toBeLessThanOrEqual(64);
  });

  it('draws single lines exactly, as floats do, when asked for', () => {
    const lines = linesOf([[1, 5, -3, 8, NaN, 2, 2, 9, -9, 4]]);
    expect(raster(decimateLines(lines, view, { packed: true }), {}, true)).toEqual(raster(decimateLines(lines, view, { packed: false }), {}, true));
    expect(linePath(decimateLines(lines, view, { packed: true }), 0)).toBe(linePath(decimateLines(lines, view, { packed: false }), 0));
  });

  it('appended in pieces or at once gives the same bytes', () => {
    fc.assert(
      fc.property(many, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const lines = linesOf(all);
        const before = lines.map((line) => ({ ...line, x: line.x.slice(0, Math.floor(share * line.x.length)), y: line.y.slice(0, Math.floor(share * line.y.length)) }));
        const { spans } = extendSpans(decimateLines(before, view, { packed: true }), lines);
        const whole = decimateLines(lines, view, { packed: true });
        expect(spans.packed).toEqual(whole.packed);
        expect(spans.pieces).toEqual(whole.pieces);
      }),
      { numRuns: 40 },
    );
  });

  it('takes over the columns of lines that were there before', () => {
    const lines = linesOf([[1, 2, 3], [4, NaN, 6], [7, 8, -20]]);
    const previous = decimateLines(lines, view, { packed: true });
    const next = [lines[2]!, lineOf([[0, 0], [60, 9]], 7), lines[1]!];
    expect(decimateLines(next, view, { packed: true, previous }).packed).toEqual(decimateLines(next, view, { packed: true }).packed);
  });

  it('finds the near lines that a search of floats finds, in the same order', () => {
    fc.assert(
      fc.property(many, fc.double({ min: 0, max: 90, noNaN: true }), fc.double({ min: -20, max: 70, noNaN: true }), (all, x, y) => {
        const lines = linesOf(all);
        const styles = lines.map(() => ({ color: 0 }));
        const near = (packed: boolean) => nearestLines(decimateLines(lines, view, { packed }), styles, x, y, { radius: 120 });
        expect(near(true)).toEqual(near(false));
      }),
      { numRuns: 60 },
    );
  });
});

describe('rescaleSpans with packed columns', () => {
  const line = lineOf(Array.from({ length: 60 }, (_, i) => [i, Math.sin(i) * 8] as const));
  const spans = decimateLines([line], view, { packed: true });

  it('zooms in y to the picture that a new decimation gives', () => {
    const zoomed: View = { ...view, yDomain: [-4, 5], height: 80 };
    expect(difference(raster(rescaleSpans(spans, zoomed)!), raster(decimateLines([line], zoomed, { packed: true })))).toBeLessThanOrEqual(8);
  });

  it.each([
    ['a much wider range', { yDomain: [-1000, 1000] }],
    ['so narrow a range that codes are too coarse', { yDomain: [0, 0.01] }],
  ] as [string, Partial<View>][])('is null for %s', (_, change) => {
    expect(rescaleSpans(spans, { ...view, ...change })).toBeNull();
  });
});
