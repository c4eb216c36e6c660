import { clipSmoothingAmount, smooth, smoothingLimits, type SmoothingMethod } from '@runhue/lines';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const steps = (n: number): Float64Array => Float64Array.from({ length: n }, (_, i) => i);
const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
const methods: SmoothingMethod[] = ['time-ema', 'ema', 'gaussian', 'average'];

/** The published formula, word for word. */
function timeEmaByTheBook(x: readonly number[], y: readonly number[], p: number, range: number): number[] {
  const w = Math.min(Math.sqrt(p), 0.999);
  let s = 0;
  let d = 0;
  let last: number | null = null;
  return y.map((value, i) => {
    if (Number.isNaN(value)) return NaN;
    const a = Math.pow(w, 1000 * ((last === null ? 0 : x[i]! - last) / range));
    last = x[i]!;
    s = s * a + value;
    d = d * a + 1;
    return s / d;
  });
}

describe('smooth time-ema', () => {
  it('follows the formula for any values, gaps and uneven x', () => {
    const point = fc.record({ gap: fc.double({ min: 1e-3, max: 50, noNaN: true }), y: fc.oneof(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.constant(NaN)) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 80 }), fc.double({ min: 0.001, max: 1, noNaN: true }), (points, p) => {
        let at = 0;
        const x = points.map(({ gap }) => (at += gap));
        const y = points.map((point) => point.y);
        const range = at + 10;
        const got = smooth(Float64Array.from(x), Float64Array.from(y), { method: 'time-ema', amount: p, xRange: [0, range] }).y;
        const want = timeEmaByTheBook(x, y, p, range);
        want.forEach((value, i) => {
          if (Number.isNaN(value)) expect(got[i]).toBeNaN();
          else expect(Math.abs(got[i]! - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
        });
      }),
    );
  });

  it('gives the worked values of three points', () => {
    const x = Float64Array.of(0, 1, 3);
    const y = Float64Array.of(1, 2, 4);
    const w = Math.sqrt(0.25);
    const got = smooth(x, y, { method: 'time-ema', amount: 0.25, xRange: [0, 1000] }).y;
    expect(got[0]).toBe(1);
    expect(got[1]).toBeCloseTo((1 * w + 2) / (w + 1), 12);
    expect(got[2]).toBeCloseTo(((1 * w + 2) * w * w + 4) / ((w + 1) * w * w + 1), 12);
  });

  it('weighs by the given range, not by the range of the series', () => {
    const y = Float64Array.from(steps(50), (i) => i % 7);
    const narrow = smooth(steps(50), y, { method: 'time-ema', amount: 0.9, xRange: [0, 49] }).y;
    const wide = smooth(steps(50), y, { method: 'time-ema', amount: 0.9, xRange: [0, 5000] }).y;
    expect(wide[40]).not.toBe(narrow[40]);
    expect(wide[40]).toBeCloseTo(3, 0);
  });

  it.each([[[5, 5]], [[5, 4]], [[0, Infinity]], [[NaN, 1]]] as [[number, number]][])('leaves values alone for the x range %j', (xRange) => {
    const y = Float64Array.of(3, 1, 2);
    expect(smooth(steps(3), y, { method: 'time-ema', amount: 0.9, xRange }).y).toBe(y);
    expect(smooth(steps(3), y, { method: 'gaussian', amount: 9, xRange }).y).toBe(y);
  });
});

describe('smooth ema', () => {
  it('equals the debiased recursion of TensorBoard', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (y, w) => {
        const got = smooth(steps(y.length), Float64Array.from(y), { method: 'ema', amount: w, xRange: [0, 0] }).y;
        let last = 0;
        y.forEach((value, i) => {
          last = last * w + (1 - w) * value;
          expect(got[i]).toBeCloseTo(last / (1 - Math.pow(w, i + 1)), 3);
        });
      }),
    );
  });

  it('is the mean of all points so far at amount 1', () => {
    const got = smooth(steps(4), Float64Array.of(2, 4, 6, 8), { method: 'ema', amount: 1, xRange: [0, 3] }).y;
    expect([...got]).toEqual([2, 3, 4, 5]);
  });
});

describe('smooth average', () => {
  it('is the mean of the window that a plain loop takes', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 20 }), (y, size) => {
        const got = smooth(steps(y.length), Float64Array.from(y), { method: 'average', amount: size, xRange: [0, 1] }).y;
        y.forEach((_, i) => {
          const a = Math.max(0, i - Math.floor(size / 2));
          const window = y.slice(a, i + size - Math.floor(size / 2));
          const mean = window.reduce((sum, value) => sum + value, 0) / window.length;
          expect(Math.abs(got[i]! - mean)).toBeLessThanOrEqual(1e-6);
        });
      }),
    );
  });

  it('leaves no trace of a spike outside its window', () => {
    const y = new Float64Array(100).fill(0.1);
    y[50] = 1e17;
    const got = smooth(steps(100), y, { method: 'average', amount: 5, xRange: [0, 99] }).y;
    expect(got[60]).toBeCloseTo(0.1, 12);
    expect(got[40]).toBeCloseTo(0.1, 12);
    expect(got[52]).toBeGreaterThan(1e16);
    expect(got[53]).toBeCloseTo(0.1, 12);
  });
});

describe('smooth gaussian', () => {
  it('weighs by distance in x with the amount in thousandths of the range', () => {
    const x = Float64Array.of(0, 1, 4);
    const y = Float64Array.of(0, 10, 100);
    const got = smooth(x, y, { method: 'gaussian', amount: 2, xRange: [0, 1000] }).y;
    const near = Math.exp(-1 / 8);
    const far = Math.exp(-2);
    expect(got[0]).toBeCloseTo((10 * near + 100 * far) / (1 + near + far), 12);
  });

  it('gives even and almost even spacing the same result', () => {
    const even = steps(200);
    const almost = Float64Array.from(even, (v, i) => (i === 199 ? v + 1e-9 : v));
    const y = Float64Array.from(even, (i) => Math.sin(i / 9) + (i % 3));
    const a = smooth(even, y, { method: 'gaussian', amount: 20, xRange: [0, 199] }).y;
    const b = smooth(almost, y, { method: 'gaussian', amount: 20, xRange: [0, 199] }).y;
    a.forEach((value, i) => expect(b[i]).toBeCloseTo(value, 7));
  });
});

describe('smooth', () => {
  it.each(methods)('%s keeps a constant series, and stays between the lowest and highest value', (method) => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (y, t) => {
        const { min, max } = smoothingLimits[method];
        const got = smooth(steps(y.length), Float64Array.from(y), { method, amount: min + t * (max - min), xRange: [0, y.length] }).y;
        const low = Math.min(...y);
        const high = Math.max(...y);
        const slack = 1e-9 * Math.max(1, Math.abs(low), Math.abs(high));
        for (const value of got) expect(value >= low - slack && value <= high + slack).toBe(true);
      }),
    );
  });

  it.each(methods)('%s skips what is not finite and leaves it in place', (method) => {
    const amount = method === 'average' ? 3 : method === 'gaussian' ? 50 : 0.8;
    const options = { method, amount, xRange: [0, 5] as const };
    const x = Float64Array.of(0, 1, 2, 3, 4, 5);
    const got = smooth(x, Float64Array.of(1, NaN, 3, Infinity, -Infinity, 9), options).y;
    const without = smooth(Float64Array.of(0, 2, 5), Float64Array.of(1, 3, 9), options).y;
    expect([got[0], got[2], got[5]]).toEqual([...without]);
    expect([got[1], got[3], got[4]]).toEqual([NaN, Infinity, -Infinity]);
  });

  it.each([...methods, 'none'] as const)('%s hands the same array back at its lowest amount', (method) => {
    const y = Float64Array.of(3, 1, 2);
    expect(smooth(steps(3), y, { method, amount: smoothingLimits[method].min, xRange: [0, 2] }).y).toBe(y);
  });

  it.each([...methods, 'none'] as const)('%s takes an empty series and a single point', (method) => {
    const amount = smoothingLimits[method].max;
    expect(smooth(new Float64Array(0), new Float64Array(0), { method, amount, xRange: [0, 1] }).y).toHaveLength(0);
    expect([...smooth(Float64Array.of(7), Float64Array.of(4), { method, amount, xRange: [0, 10] }).y]).toEqual([4]);
  });

  it('does not change its input', () => {
    const y = Float64Array.of(3, 1, 2, 8);
    for (const method of methods) smooth(steps(4), y, { method, amount: 1, xRange: [0, 3] });
    expect([...y]).toEqual([3, 1, 2, 8]);
  });

  it('refuses x and y of different lengths', () => {
    expect(() => smooth(steps(2), steps(3), { method: 'ema', amount: 0.5, xRange: [0, 1] })).toThrow('x has 2 values and y has 3');
  });
});

describe('clipSmoothingAmount', () => {
  it.each([
    ['time-ema', 1.4, 1],
    ['time-ema', -1, 0],
    ['ema', NaN, 0],
    ['gaussian', Infinity, 100],
    ['average', 0, 1],
    ['average', 2.6, 3],
    ['average', 5000, 1000],
  ] as const)('%s with %d uses %d and says so', (method, asked, used) => {
    const { amount, problem } = clipSmoothingAmount(method, asked);
    expect(amount).toBe(used);
    expect(problem).toContain(`"${method}"`);
    expect(problem).toContain(String(asked));
    expect(problem).toContain(`${used} is used`);
  });

  it('reports nothing inside the limits', () => {
    expect(clipSmoothingAmount('time-ema', 0.6)).toEqual({ amount: 0.6, problem: null });
    expect(clipSmoothingAmount('none', 12)).toEqual({ amount: 0, problem: null });
  });
});
