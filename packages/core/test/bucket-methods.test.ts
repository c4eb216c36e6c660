import { bucketColumn, type Bucketing, type KeySettings } from '@runhue/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbers, settings } from './fixtures/columns.js';

const bucket = (values: readonly number[], count: number, own: KeySettings): Bucketing =>
  bucketColumn(numbers(values), settings(count, own));
const labels = ({ buckets }: Bucketing): string[] => buckets.map(({ label }) => label);
const counts = ({ buckets }: Bucketing): number[] => buckets.map(({ count }) => count);
const codes = ({ notices }: Bucketing): string[] => notices.map(({ code }) => code);

describe('bucketColumn, log', () => {
  test('cuts 1e-5 to 1e-1 at the powers of ten, without float noise', () => {
    const bucketing = bucket([1e-5, 2e-3, 1e-1], 4, { method: 'log' });
    expect(bucketing.edges).toEqual([1e-4, 1e-3, 1e-2]);
    expect(labels(bucketing)).toEqual(['Min – 0.0001', '0.0001 – 0.0010', '0.0010 – 0.0100', '0.0100 – Max']);
  });

  test('snaps other factors too', () => {
    expect(bucket([1, 16.0, 3.5], 4, { method: 'log' }).edges).toEqual([2, 4, 8]);
  });

  test.each([0, -3])('falls back to equal width and says so when a value is %d', (value) => {
    const values = [value, 10.5, 20];
    const bucketing = bucket(values, 4, { method: 'log' });
    expect(bucketing.edges).toEqual(bucket(values, 4, {}).edges);
    expect(bucketing.notices.find(({ code }) => code === 'log-not-positive')?.params).toEqual({ count: 1 });
  });

  test('log edges are short numbers that leave every value in its bucket', () => {
    const grid = Array.from({ length: 36 }, (_, i) => 10 ** (-5 + i / 5));
    const bucketing = bucket(grid, 5, { method: 'log' });
    expect(bucketing.edges).toEqual([0.00025, 0.0063, 0.158, 3.98]);
    expect(bucketing.buckets.map(({ count }) => count)).toEqual([7, 7, 7, 7, 8]);
  });

  test('takes subnormal to huge values', () => {
    const { edges } = bucket([5e-324, 1.7e308], 8, { method: 'log' });
    expect(edges).toHaveLength(7);
    expect(edges.every((edge, i) => edge > (edges[i - 1] ?? 0))).toBe(true);
  });
});

describe('bucketColumn, quantile', () => {
  test('puts equal numbers of runs into the buckets', () => {
    const values = Array.from({ length: 100 }, (_, i) => Math.sqrt(i) / 7);
    expect(counts(bucket(values, 5, { method: 'quantile' }))).toEqual([20, 20, 20, 20, 20]);
  });

  test('keeps ties together, the lowest too', () => {
    const bucketing = bucket([0, 0, 0, 0, 0, 0, 1, 2, 3, 4], 5, { method: 'quantile' });
    expect(counts(bucketing)).toEqual([6, 2, 2]);
    expect(codes(bucketing)).toContain('fewer-buckets');
  });

  test('takes values that differ by their last digits only for ties', () => {
    const [rounded, full] = [0.039810717055, 0.039810717055349734];
    const bucketing = bucket([0.001, rounded, rounded, full, full, 0.1, 1, 1], 2, { method: 'quantile' });
    expect(counts(bucketing)).toEqual([5, 3]);
    expect(labels(bucketing)).toEqual(['Min – 0.07', '0.07 – Max']);
    const seconds = Array.from({ length: 4 }, (_, i) => 1.7e9 + i);
    expect(counts(bucket(seconds, 2, { method: 'quantile' }))).toEqual([2, 2]);
  });

  test('makes edges that print short', () => {
    const bucketing = bucket([0.123456789, 0.2000001, 0.38765432, 0.987654321], 2, { method: 'quantile' });
    expect(labels(bucketing)).toEqual(['Min – 0.3', '0.3 – Max']);
  });
});

describe('bucketColumn, natural breaks', () => {
  test('cuts where the groups are', () => {
    expect(counts(bucket([1, 1.1, 1.2, 5, 5.1, 9, 9.3, 9.4], 3, { method: 'natural' }))).toEqual([3, 2, 3]);
  });

  test('never splits equal values, and makes fewer buckets than asked of fewer values', () => {
    const bucketing = bucket([1, 1, 1, 2], 3, { method: 'natural' });
    expect(counts(bucketing)).toEqual([3, 1]);
    expect(codes(bucketing)).toContain('fewer-buckets');
  });

  test('has the least sum of squares of all cuts of the distinct values', () => {
    const values = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 9 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 4 }), (drawn, count) => {
        const sorted = drawn.toSorted((a, b) => a - b);
        const { bucketIndices } = bucket(sorted, count, { method: 'natural' });
        const groups = Array.from({ length: count }, (_, group) => sorted.filter((_, i) => bucketIndices[i] === group));
        expect(squares(groups)).toBeCloseTo(leastSquares(sorted, count), 6);
      }),
    );
  });
});

function squares(groups: readonly number[][]): number {
  return groups.reduce((total, group) => {
    const mean = group.reduce((sum, value) => sum + value, 0) / group.length;
    return total + group.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  }, 0);
}

function leastSquares(sorted: readonly number[], count: number): number {
  if (count === 1) return squares([[...sorted]]);
  const cuts = sorted.slice(count - 1).map((_, i) => i + count - 1);
  return Math.min(...cuts.map((cut) => leastSquares(sorted.slice(0, cut), count - 1) + squares([sorted.slice(cut)])));
}

describe('bucketColumn, custom', () => {
  test('takes the given edges, also beyond the extent, with empty buckets', () => {
    const bucketing = bucket([1, 2, 3.5], 5, { method: 'custom', edges: [0.5, 2, 20] });
    expect(labels(bucketing)).toEqual(['Min – 0.5', '0.5 – 2.0', '2.0 – 20.0', '20.0 – Max']);
    expect(counts(bucketing)).toEqual([0, 1, 2, 0]);
    expect(bucketing.buckets.at(-1)).toMatchObject({ lower: 20, upper: 20 });
    expect(codes(bucketing)).toEqual([]);
  });

  test('repairs edges that are unsorted, repeated, not finite or too many, and says so', () => {
    const bucketing = bucket([1, 2, 3.5], 5, { method: 'custom', edges: [3, 2, 2, NaN, Infinity] });
    expect(bucketing.edges).toEqual([2, 3]);
    expect(codes(bucketing)).toContain('edges-repaired');
    const many = Array.from({ length: 9 }, (_, i) => i / 4 + 1);
    expect(bucket([1, 2, 3.5], 5, { method: 'custom', edges: many }).buckets).toHaveLength(8);
  });

  test('starts from equal width without edges, and makes one open bucket of none', () => {
    expect(bucket([1, 2, 3.5], 5, { method: 'custom' }).edges).toEqual(bucket([1, 2, 3.5], 5, {}).edges);
    expect(labels(bucket([1, 2, 3.5], 5, { method: 'custom', edges: [] }))).toEqual(['Min – Max']);
  });

  test('prints typed edges in full', () => {
    expect(labels(bucket([0, 1], 5, { method: 'custom', edges: [0.00001, 0.5] }))[1]).toBe('0.00001 – 0.50000');
  });
});

describe('bucketColumn, continuous', () => {
  test('makes one range over the domain, labelled with its ends, and the buckets of runs without a value', () => {
    const bucketing = bucket([0.25, 0.75, NaN, Infinity], 5, { method: 'continuous', domain: [0, null] });
    expect(bucketing).toMatchObject({ kind: 'continuous', edges: [], domain: [0, 0.75] });
    expect(labels(bucketing)).toEqual(['0.00 – 0.75', 'No value', 'Non-finite']);
    expect(counts(bucketing)).toEqual([2, 1, 1]);
  });

  test('keeps a single value as such', () => {
    expect(labels(bucket([0.25, 0.25], 5, { method: 'continuous' }))).toEqual(['0.25']);
  });
});
