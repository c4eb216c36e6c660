import { createIdBuffer, decimateLines, extendSpans, rasterLines, rescaleSpans, type Line, type View } from '@runhue/lines';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphaAt, draw, lineOf } from './draw-lines.js';

const view: View = { xDomain: [0, 60], yDomain: [-10, 10], width: 90, height: 50 };
const value = fc.oneof({ weight: 6, arbitrary: fc.double({ min: -12, max: 12, noNaN: true }) }, fc.constantFrom(NaN, Infinity));
const points = fc
  .array(fc.record({ gap: fc.double({ min: 0, max: 2, noNaN: true }), y: value }), { minLength: 2, maxLength: 80 })
  .map((steps) => {
    let at = -3;
    return steps.map(({ gap, y }) => [(at += gap), y] as const);
  });
const cut = (line: Line, count: number): Line => ({ ...line, x: line.x.slice(0, count), y: line.y.slice(0, count) });

describe.each(['linear', 'log', 'symlog'] as const)('extendSpans on a %s y scale', (yScale) => {
  it('gives the same spans in pieces as decimateLines at once', () => {
    const on: View = { ...view, yScale, yDomain: yScale === 'log' ? [0.1, 10] : [-10, 10] };
    fc.assert(
      fc.property(fc.array(points, { minLength: 1, maxLength: 3 }), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }), (series, cuts) => {
        const lines = series.map((pairs, i) => lineOf(pairs, i));
        const shares = [...cuts].sort((a, b) => a - b);
        let spans = decimateLines(lines.map((line) => cut(line, Math.floor((shares[0] ?? 0) * line.x.length))), on);
        for (const share of [...shares.slice(1), 1]) {
          spans = extendSpans(spans, lines.map((line) => cut(line, Math.floor(share * line.x.length)))).spans;
        }
        const whole = decimateLines(lines, on);
        // The other numbers of an empty column mean nothing.
        expect(drawn(spans, lines.length, on)).toEqual(drawn(whole, lines.length, on));
        expect(spans.pieces).toEqual(whole.pieces);
      }),
      { numRuns: 80 },
    );
  });
});

function drawn(spans: ReturnType<typeof decimateLines>, count: number, on: View) {
  const buffer = createIdBuffer(on.width, on.height);
  rasterLines(spans, Array.from({ length: count }, () => ({ color: 0, dash: [5, 2] })), buffer, { lineWidth: 1.5 });
  return buffer;
}

describe('extendSpans', () => {
  const long = lineOf(Array.from({ length: 50 }, (_, i) => [i, Math.sin(i)] as const));

  it('touches only the columns from the last old point on', () => {
    const { fromColumn } = extendSpans(decimateLines([cut(long, 40), long], view), [long, long]);
    expect(fromColumn).toBe(Math.floor(39 * 1.5));
  });

  it('touches nothing when nothing is new, even in new arrays', () => {
    expect(extendSpans(decimateLines([long], view), [{ ...long, x: long.x.slice(), y: long.y.slice() }]).fromColumn).toBe(90);
  });

  it('sees a point that has changed in the middle', () => {
    const changed = { ...long, y: long.y.slice() };
    changed.y[20] = 9;
    const { spans, fromColumn } = extendSpans(decimateLines([long], view), [changed]);
    expect(fromColumn).toBe(Math.floor(19 * 1.5));
    expect(drawn(spans, 1, view)).toEqual(drawn(decimateLines([changed], view), 1, view));
  });

  it('refuses another number of lines', () => {
    expect(() => extendSpans(decimateLines([long], view), [long, long])).toThrow('2 lines given for spans of 1');
  });
});

describe('rescaleSpans', () => {
  const line = lineOf(Array.from({ length: 50 }, (_, i) => [i, Math.sin(i) * 8] as const));

  it('zooms in y to the picture that a new decimation gives', () => {
    const zoomed: View = { ...view, yDomain: [-2, 3], height: 80 };
    const rescaled = rescaleSpans(decimateLines([line], view), zoomed);
    const got = drawn(rescaled!, 1, zoomed);
    const want = drawn(decimateLines([line], zoomed), 1, zoomed);
    got.top.forEach((cell, p) => expect(Math.abs((cell & 255) - (want.top[p]! & 255))).toBeLessThanOrEqual(1));
  });

  it.each([
    ['another width', { width: 91 }],
    ['another x domain', { xDomain: [0, 61] }],
    ['another x scale', { xScale: 'symlog' }],
    ['another y scale', { yScale: 'symlog' }],
    ['a y range so narrow that the kept floats are too coarse', { yDomain: [7, 7.000001] }],
  ] as [string, Partial<View>][])('is null for %s', (_, change) => {
    expect(rescaleSpans(decimateLines([line], view), { ...view, ...change })).toBeNull();
  });
});

describe('decimateLines', () => {
  const line = lineOf([[1, 1], [2, 2]]);

  it.each([
    [{ width: 0 }, 'width 0 is not a whole number'],
    [{ height: 10.5 }, 'height 10.5 is not a whole number'],
    [{ xDomain: [3, 1] }, 'xDomain [3, 1] on a linear scale is not two ascending finite numbers'],
    [{ yDomain: [0, 1], yScale: 'log' }, 'yDomain [0, 1] on a log scale is not two ascending numbers above 0'],
    [{ symlogConstant: 0 }, 'symlogConstant 0 is not above 0'],
  ] as [Partial<View>, string][])('refuses a view with %j', (change, message) => {
    expect(() => decimateLines([line], { ...view, ...change })).toThrow(message);
  });

  it('refuses a line whose x and y differ in length', () => {
    expect(() => decimateLines([{ x: new Float64Array(3), y: new Float64Array(2), order: 0 }], view)).toThrow('Line 0: x has 3 values and y has 2');
  });

  it('takes no lines, empty lines, lines of gaps and lines beyond the window', () => {
    expect(decimateLines([], view).lines).toHaveLength(0);
    const nothing = [lineOf([]), lineOf([[1, NaN], [2, NaN]]), lineOf([[-9, 1], [-5, 1]]), lineOf([[70, 1], [80, 1]])];
    expect(drawn(decimateLines(nothing, view), 4, view).top.every((cell) => cell === 0)).toBe(true);
  });

  it('puts a domain of one value in the middle', () => {
    const flat = lineOf([[5, 3]]);
    const buffer = drawn(decimateLines([flat], { ...view, xDomain: [5, 5], yDomain: [3, 3] }), 1, view);
    expect(buffer.top[25 * 90 + 45]! & 255).toBeGreaterThan(200);
  });

  it('draws straight lines straight on log axes of x and y', () => {
    const on: View = { xDomain: [1, 1000], yDomain: [1, 1000], xScale: 'log', yScale: 'log', width: 60, height: 60 };
    const pixels = draw([lineOf([[0.001, 0.001], [1e6, 1e6]])], on);
    for (let i = 0; i < 60; i += 7) expect(alphaAt(pixels, on, i, 59 - i)).toBeGreaterThan(250);
  });
});
