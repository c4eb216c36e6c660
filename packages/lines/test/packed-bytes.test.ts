import { createIdBuffer, decimateLines, extendSpans, fromCoordinate, rasterLines, type Line, type LineSpans, type ScaleType, type View } from '@runhue/lines';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Numbers per column and per piece as they are kept unpacked, of which packing reads lowest y, highest y, total variation and exit. */
const STRIDE = 5;

/** What packing makes of the columns that are kept as floats, which are reduced point by point. */
function packedFromFloats(columns: Float32Array, { scale, offset, pixels }: NonNullable<LineSpans['packing']>): Uint16Array {
  const perPixel = -scale / pixels;
  const codeOf = (y: number): number => {
    const code = y * scale + offset;
    if (code >= 2048 && code <= 63487) return Math.floor(code + 0.5);
    const beyond = code < 2048 ? 2048 - code : code - 63487;
    const steps = Math.min(2047, Math.round((Math.log2(1 + beyond / perPixel) * 2047) / 50));
    return code < 2048 ? 2048 - steps : 63487 + steps;
  };
  const topBits = (value: number): number => (new Uint32Array(Float32Array.of(value).buffer)[0]! + 0x8000) >>> 16;
  const packed = new Uint16Array((columns.length / STRIDE) * 3);
  for (let c = 0; c < columns.length / STRIDE; c++) {
    const [lo, hi, variation, exit] = columns.subarray(c * STRIDE, c * STRIDE + 4) as unknown as [number, number, number, number];
    const excess = (variation - (hi - lo)) * pixels;
    const rest = topBits(excess > 0 ? Math.min(excess, 1e30) : 0) + (Number.isNaN(exit) ? 0 : 0x8000);
    packed.set(Number.isNaN(lo) ? [65535, 0, 0] : [codeOf(hi), codeOf(lo), rest], c * 3);
  }
  return packed;
}

function expectSameBytes(lines: readonly Line[], view: View): void {
  const packed = decimateLines(lines, view, { packed: true });
  const floats = decimateLines(lines, view, { packed: false });
  expect(packed.packed).toEqual(packedFromFloats(floats.columns!, packed.packing!));
  const withoutPlaces = (pieces: readonly number[] | undefined) => pieces?.map((number, q) => (q % STRIDE === STRIDE - 1 ? 0 : number));
  expect(packed.pieces).toEqual(floats.pieces.map(withoutPlaces));
}

const usual = fc.double({ min: -12, max: 12, noNaN: true });
const hostile = fc.oneof(
  { weight: 12, arbitrary: usual },
  { weight: 3, arbitrary: fc.constantFrom(0, -0, 1, -1, 2.5, 1e-9, -1e-20, 5e-324) },
  { weight: 2, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity) },
  { weight: 1, arbitrary: fc.constantFrom(1e9, -1e9, 3.3e38, -3.4028235e38, 1.7e308, -1.7e308) },
);
const values = fc.oneof(
  fc.array(hostile, { maxLength: 300 }),
  fc.array(usual, { minLength: 200, maxLength: 900 }),
  // Far from the middle of the view, where sums lose bits.
  fc.array(fc.double({ min: 1e9, max: 1e9 + 12, noNaN: true }), { maxLength: 300 }),
  fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 300 }),
);
/** Steps between the points, of which columns hold many, one or none. */
const gaps = fc.oneof(
  fc.constant([1]),
  fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 1, maxLength: 50 }),
  fc.array(fc.double({ min: 0, max: 0.5, noNaN: true }), { minLength: 1, maxLength: 50 }),
  fc.constantFrom([0, 0, 0, 1], [0.01, 0.01, 0.01, 30], [0], [1e300, 1], [1e308]),
);
const width = fc.integer({ min: 1, max: 97 });

function ascending(from: number, steps: readonly number[], count: number): Float64Array {
  let at = from;
  return Float64Array.from({ length: count }, (_, i) => (at = i === 0 ? at : Math.min(at + steps[i % steps.length]!, Number.MAX_VALUE)));
}

const hiddenOf = (y: Float64Array, seed: number): Float64Array => y.map((_, i) => ((i * seed + 2) % 7 === 0 ? 0 : 1 + ((i * seed) % 3)));

const line = fc.record({ values, gaps, from: fc.double({ min: -40, max: 20, noNaN: true }), hidden: fc.option(fc.integer({ min: 1, max: 9 })) }).map(
  ({ values: own, gaps: steps, from, hidden }): Line => {
    const y = Float64Array.from(own);
    return { x: ascending(from, steps, y.length), y, hiddenVariation: hidden === null ? null : hiddenOf(y, hidden), order: 0 };
  },
);

const scales: ScaleType[] = ['linear', 'log', 'symlog'];
const views = scales.flatMap((xScale) => scales.map((yScale) => [xScale, yScale] as const));
const viewOf = (xScale: ScaleType, yScale: ScaleType, columns: number): View => ({
  xDomain: xScale === 'log' ? [0.5, 60] : [-20, 60],
  yDomain: yScale === 'log' ? [0.1, 10] : [-10, 10],
  xScale,
  yScale,
  width: columns,
  height: 50,
});

describe.each(views)('decimateLines packs the bytes of columns reduced point by point, on %s x and %s y', (xScale, yScale) => {
  it('whatever the points', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), width, (lines, columns) => {
        expectSameBytes(lines, viewOf(xScale, yScale, columns));
      }),
      { numRuns: 150 },
    );
  });

  it('whatever the window', () => {
    fc.assert(
      fc.property(line, width, fc.double({ min: 0.5, max: 50, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true }), (one, columns, left, length) => {
        expectSameBytes([one], { ...viewOf(xScale, yScale, columns), xDomain: [left, left + length], yDomain: [1, 1 + 2 ** -20] });
      }),
      { numRuns: 80 },
    );
  });
});

describe('decimateLines packs the same bytes', () => {
  it('for lines over one array of x, over equal ones, and over ones that differ anywhere', () => {
    const view = viewOf('linear', 'linear', 60);
    fc.assert(
      fc.property(fc.array(usual, { minLength: 2, maxLength: 400 }), gaps, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (own, steps, where, share) => {
        const y = Float64Array.from(own);
        const x = ascending(-22, steps, y.length);
        const moved = x.slice();
        const i = 1 + (where % (x.length - 1));
        moved[i] = x[i - 1]! + share * (x[i]! - x[i - 1]!);
        const cut = { x: x.slice(0, i), y: y.slice(0, i), order: 0 };
        const all = [x, x, x.slice(), moved, x, moved.slice()].map((each): Line => ({ x: each, y, order: 0 }));
        expectSameBytes([...all, cut, ...all], view);
      }),
      { numRuns: 200 },
    );
  });

  it('where every value lies on the boundary between two 32-bit floats', () => {
    const boundary = 1 + 2 ** -24;
    const y = Float64Array.from({ length: 500 }, (_, i) => boundary * (i % 7) * (i % 2 === 0 ? 1 : -1) + (i % 5 === 0 ? 2 ** -52 : 0));
    expectSameBytes([{ x: y.map((_, i) => i / 10), y, order: 0 }], viewOf('linear', 'linear', 60));
  });

  it('for points on the very edges of columns', () => {
    const y = Float64Array.from({ length: 81 }, (_, i) => Math.sin(i * i));
    const x = y.map((_, i) => i - 20);
    expectSameBytes([{ x, y, order: 0 }, { x, y: y.map((v, i) => (i === 80 ? NaN : v)), order: 0 }], viewOf('linear', 'linear', 80));
    expectSameBytes([{ x, y, order: 0 }], { ...viewOf('linear', 'linear', 40), xDomain: [0, 40] });
    expectSameBytes([{ x, y: y.map((v, i) => (i === 61 ? Infinity : v)), order: 0 }], { ...viewOf('linear', 'linear', 40), xDomain: [0, 40] });
  });

  it('for a point that rounding puts beyond the right edge, whatever comes next', () => {
    for (let columns = 1; columns < 100; columns++) {
      const last = 0.1 * columns;
      expectSameBytes([{ x: Float64Array.of(0, last, 2 * last), y: Float64Array.of(0, 1, 1e30), order: 0 }], { ...viewOf('linear', 'linear', columns), xDomain: [0, last] });
    }
  });

  it('for values of which 32 bits hold only the lower', () => {
    const y = Float64Array.of(0, 3.4028234e38, 3.4028236e38, 3.4028234e38, 0);
    expectSameBytes([{ x: Float64Array.of(0, 10.1, 10.2, 10.3, 20), y, order: 0 }], viewOf('linear', 'linear', 40));
    expectSameBytes([{ x: Float64Array.of(9, 10.1, 10.2, 10.3, 20), y: y.fill(3.4028234e38, 0, 1), order: 0 }], viewOf('linear', 'linear', 40));
  });

  it('strip by strip, over x that all lines share', () => {
    const view = viewOf('linear', 'linear', 300);
    const lines = Array.from({ length: 3 }, (_, k): Line => {
      const y = Float64Array.from({ length: 2000 }, (_point, i) => 9 * Math.sin(i * (k + 1)));
      return { x: y.map((_point, i) => i / 25 - 20), y, order: k };
    });
    const draw = (maxBytes: number) => {
      const buffer = createIdBuffer(view.width, view.height);
      rasterLines(decimateLines(lines, view, { packed: true, maxBytes }), lines.map(() => ({ color: 0 })), buffer, { exact: false });
      return buffer;
    };
    expect(draw(0)).toEqual(draw(1e6));
  });

  it('through gaps that come often', () => {
    const y = Float64Array.from({ length: 4000 }, (_, i) => (i % 37 === 0 || i % 400 < 20 ? NaN : fromCoordinate('symlog', 1, Math.sin(i))));
    expectSameBytes([{ x: y.map((_, i) => i / 50 - 20), y, order: 0 }], viewOf('linear', 'linear', 97));
  });

  it('in pieces or at once, over x that all lines share', () => {
    const view = viewOf('linear', 'linear', 97);
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 2, maxLength: 300 }), fc.double({ min: 0, max: 1, noNaN: true }), (own, share) => {
        const y = Float64Array.from(own);
        const x = ascending(-20, [0.3], y.length);
        const lines = [y, y.map((v) => -v)].map((each): Line => ({ x, y: each, order: 0 }));
        const count = Math.floor(share * y.length);
        const shorter = x.subarray(0, count);
        const before = lines.map((each) => ({ ...each, x: shorter, y: each.y.subarray(0, count) }));
        const { spans } = extendSpans(decimateLines(before, view, { packed: true }), lines);
        expect(spans.packed).toEqual(decimateLines(lines, view, { packed: true }).packed);
      }),
      { numRuns: 60 },
    );
  });
});
