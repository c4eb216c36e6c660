import { aggregateLines } from '@runhue/lines';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const line = (x: readonly number[], y: readonly number[]) => ({ x: Float64Array.from(x), y: Float64Array.from(y) });
const listed = (values: Float64Array | Uint32Array | null): number[] => [...(values ?? [])];

describe('aggregateLines', () => {
  test('takes the mean of lines that share their x, with the lowest and highest', () => {
    const { x, y, low, high, counts } = aggregateLines([line([0, 1, 2], [1, 2, 3]), line([0, 1, 2], [3, 6, 3])], { line: 'mean', band: 'range' });
    expect([listed(x), listed(y), listed(low), listed(high), listed(counts)]).toEqual([[0, 1, 2], [2, 4, 3], [1, 2, 3], [3, 6, 3], [2, 2, 2]]);
  });

  test('reads lines of different x straight between their points', () => {
    const { x, y } = aggregateLines([line([0, 4], [0, 4]), line([0, 1, 4], [10, 20, 20])], { line: 'mean', band: 'none' });
    expect([listed(x), listed(y)]).toEqual([[0, 1, 4], [5, 10.5, 12]]);
  });

  test('never reads a line beyond its ends', () => {
    const { x, y, counts } = aggregateLines([line([0, 1, 2, 3], [1, 1, 1, 1]), line([1, 2], [5, 5])], { line: 'mean', band: 'none' });
    expect([listed(x), listed(y), listed(counts)]).toEqual([[0, 1, 2, 3], [1, 3, 3, 1], [1, 2, 2, 1]]);
  });

  test('leaves a line out from the point before a value that is not finite to the one after', () => {
    for (const gap of [NaN, Infinity, -Infinity]) {
      const { x, y, counts } = aggregateLines([line([0, 1, 2, 3, 4], [1, 1, 1, 1, 1]), line([0, 2, 4], [3, gap, 3])], { line: 'mean', band: 'none' });
      expect([listed(x), listed(y), listed(counts)]).toEqual([[0, 1, 2, 3, 4], [2, 1, 1, 1, 2], [2, 1, 1, 1, 2]]);
    }
  });

  test('has no value where no line has one', () => {
    const lines = [line([0, 1, 2], [1, NaN, 1]), line([0, 1, 2], [3, NaN, 3])];
    for (const band of ['range', 'deviation', 'error'] as const) {
      const { y, low, high, counts } = aggregateLines(lines, { line: 'median', band });
      expect([y[1], low?.[1], high?.[1], counts[1]]).toEqual([NaN, NaN, NaN, 0]);
    }
  });

  test('parts two neighbouring x that no line runs between', () => {
    const { x, y, counts } = aggregateLines([line([0, 1], [1, 1]), line([3, 4], [5, 5])], { line: 'mean', band: 'range' });
    expect([listed(x), listed(y), listed(counts)]).toEqual([[0, 1, 2, 3, 4], [1, 1, NaN, 5, 5], [1, 1, 0, 1, 1]]);
  });

  test('takes the median, of an even number the middle of the two', () => {
    const levels = [9, 1, 4, 2].map((y) => line([0, 1], [y, y]));
    expect(listed(aggregateLines(levels, { line: 'median', band: 'none' }).y)).toEqual([3, 3]);
    expect(listed(aggregateLines(levels.slice(1), { line: 'median', band: 'none' }).y)).toEqual([2, 2]);
  });

  test('spreads by the standard deviation with n − 1 and by the standard error, around the mean', () => {
    const levels = [2, 4, 4, 4, 5, 5, 7, 9].map((y) => line([0], [y]));
    const deviation = Math.sqrt(32 / 7);
    for (const middle of ['mean', 'median'] as const) {
      const { low, high } = aggregateLines(levels, { line: middle, band: 'deviation' });
      expect([low?.[0], high?.[0]]).toEqual([expect.closeTo(5 - deviation, 12), expect.closeTo(5 + deviation, 12)]);
    }
    const error = aggregateLines(levels, { line: 'mean', band: 'error' });
    expect((error.high?.[0] ?? 0) - 5).toBeCloseTo(deviation / Math.sqrt(8), 12);
    const alone = aggregateLines(levels.slice(0, 1), { line: 'mean', band: 'error' });
    expect([alone.low?.[0], alone.high?.[0]]).toEqual([2, 2]);
  });

  test('takes the last of points with the same x, and all of them into the range', () => {
    const { x, y, high } = aggregateLines([line([0, 1, 1, 2], [0, 5, 1, 2]), line([0, 0.5, 2], [0, 0, 0])], { line: 'mean', band: 'range' });
    expect([listed(x), listed(y), listed(high)]).toEqual([[0, 0.5, 1, 2], [0, 1.25, 0.5, 1], [0, 2.5, 5, 2]]);
  });

  test('of no lines is empty', () => {
    expect(listed(aggregateLines([], { line: 'median', band: 'range' }).x)).toEqual([]);
    expect(listed(aggregateLines([line([], [])], { line: 'mean', band: 'range' }).x)).toEqual([]);
  });

  test('keeps a spike in the range where lines share so few x that most of them are left out', () => {
    const size = 40_000;
    const lines = Array.from({ length: 200 }, (_, l) => {
      const x = Float64Array.from({ length: size / 10 }, (_, i) => i + l / 200);
      return { x, y: x.map((_, i) => (l === 150 && i === 1234 ? 100 : 1)) };
    });
    const { x, y, high, counts } = aggregateLines(lines, { line: 'mean', band: 'range' });
    expect(x.length).toBeLessThan(size);
    expect(Math.max(...(high ?? []))).toBe(100);
    expect(counts[x.length >> 1]).toBe(200);
    expect(x[0]).toBe(0);
    expect(y[0]).toBe(1);
  });
});

const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constant(NaN))), { minLength: 1, maxLength: 12 });
const lines = fc.array(
  points.map((pairs) => {
    const byX = new Map(pairs);
    const x = [...byX.keys()].sort((a, b) => a - b);
    return line(x, x.map((at) => byX.get(at) ?? NaN));
  }),
  { minLength: 1, maxLength: 6 },
);

/** What a line is at an x, by the definition. */
function valueAt({ x, y }: { readonly x: Float64Array; readonly y: Float64Array }, at: number): number {
  const after = x.findIndex((value) => value >= at);
  if (after < 0 || (after === 0 && x[0] !== at)) return NaN;
  if (x[after] === at) return y[after] ?? NaN;
  const share = (at - (x[after - 1] ?? NaN)) / ((x[after] ?? NaN) - (x[after - 1] ?? NaN));
  return (y[after - 1] ?? NaN) * (1 - share) + (y[after] ?? NaN) * share;
}

describe('aggregateLines, for any lines', () => {
  test('is the mean, lowest and highest of what each line is at each x', () => {
    fc.assert(
      fc.property(lines, (made) => {
        const { x, y, low, high, counts } = aggregateLines(made, { line: 'mean', band: 'range' });
        x.forEach((at, i) => {
          const values = made.map((one) => valueAt(one, at)).filter(Number.isFinite);
          if (counts[i] === 0 && Number.isNaN(y[i])) return;
          expect(counts[i]).toBe(values.length);
          expect(y[i]).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 9);
          expect(low?.[i]).toBeCloseTo(Math.min(...values), 9);
          expect(high?.[i]).toBeCloseTo(Math.max(...values), 9);
        });
        for (const one of made) {
          for (const at of one.x) if (Number.isFinite(valueAt(one, at))) expect(counts[x.indexOf(at)]).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('does not depend on the order of lines', () => {
    fc.assert(
      fc.property(lines, (made) => {
        const there = aggregateLines(made, { line: 'median', band: 'range' });
        const back = aggregateLines(made.toReversed(), { line: 'median', band: 'range' });
        expect(listed(back.x)).toEqual(listed(there.x));
        expect(listed(back.y)).toEqual(listed(there.y));
        expect(listed(back.low)).toEqual(listed(there.low));
      }),
    );
  });
});
