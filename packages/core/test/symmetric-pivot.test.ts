import { bucketColumn, colorBuckets, paletteColors, palettes, type Bucketing, type KeySettings } from '@runhue/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbers, settings } from './fixtures/columns.js';

const bucket = (values: readonly number[], count: number, own: KeySettings): Bucketing => bucketColumn(numbers(values), settings(count, { symmetric: true, ...own }));

describe('bucketColumn around a symmetric pivot', () => {
  test('cuts as far below the pivot as above it, with an edge on it where the count is even', () => {
    const { edges, extent, domain, buckets } = bucket([-1.5, 0, 8], 4, { pivot: 0 });
    expect(edges).toEqual([-4, 0, 4]);
    expect(buckets.map(({ count }) => count)).toEqual([0, 1, 1, 1]);
    expect(buckets.map(({ label }) => label)).toEqual(['Min to -4', '-4 to 0', '0 to 4', '4 to Max']);
    expect([extent, domain]).toEqual([[-1.5, 8], [-1.5, 8]]);
    expect(buckets[0]).toMatchObject({ lower: -8, upper: -4 });
  });

  test('has a bucket across the pivot where the count is odd', () => {
    expect(bucket([0.5, 1.75, 3], 5, { pivot: 1 }).edges).toEqual([-0.2, 0.6, 1.4, 2.2].map((edge) => expect.closeTo(edge, 12)));
  });

  test('goes by factor under log', () => {
    expect(bucket([0.1, 3, 1000], 4, { method: 'log', pivot: 10 }).edges).toEqual([1, 10, 100]);
    expect(bucket([1, 3, 1000], 4, { method: 'log', pivot: 10 }).edges).toEqual([1, 10, 100]);
  });

  test('reaches over a pinned domain, and counts nobody as beyond it for that', () => {
    const bucketing = bucket([-1, 2, 4], 4, { pivot: 0, domain: [-1, 4] });
    expect(bucketing.edges).toEqual([-2, 0, 2]);
    expect(bucketing.notices.map(({ code }) => code)).not.toContain('beyond-domain');
  });

  test('colours both sides by the same steps, whichever is longer', () => {
    const sixSteps = palettes.filter(({ name }) => name === 'diverging').flatMap((palette) => paletteColors(palette, 'light', 6));
    expect(sixSteps).toHaveLength(6);
    const colorsOf = (values: readonly number[]): string[] => {
      const own = { pivot: 0, symmetric: true };
      return colorBuckets(bucketColumn(numbers(values), settings(6, own)), settings(6, own), { theme: 'light' }).map(({ color }) => color);
    };
    expect(colorsOf([-1.5, 2, 9])).toEqual(sixSteps);
    expect(colorsOf([-9, 2, 1.5])).toEqual(sixSteps);
  });

  test.each([
    ['no pivot', {}],
    ['a pivot that is not above 0 under log', { method: 'log', pivot: -1 }],
    ['quantile', { method: 'quantile', pivot: 2 }],
    ['natural breaks', { method: 'natural', pivot: 2 }],
  ] as const)('changes no edge with %s', (_, own) => {
    const values = [0.5, 1.5, 2.5, 7, 8.5, 20];
    expect(bucket(values, 4, own).edges).toEqual(bucketColumn(numbers(values), settings(4, own)).edges);
  });

  test('leaves few integers a bucket each', () => {
    expect(bucket([-1, 0, 4], 5, { pivot: 0 }).buckets.map(({ label }) => label)).toEqual(['-1', '0', '4']);
  });

  test('has the pivot among strictly increasing finite edges, or in its middle bucket, for any values, and nobody outside', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(finite, { minLength: 2, maxLength: 20 }), finite, fc.integer({ min: 2, max: 8 }), fc.constantFrom('equal-width', 'log'), (values, pivot, count, method) => {
        const bucketing = bucket(values, count, { method, pivot });
        const { edges, buckets } = bucketing;
        edges.forEach((edge, i) => expect(Number.isFinite(edge) && edge > (edges[i - 1] ?? -Infinity)).toBe(true));
        const onScale = buckets.filter(({ kind }) => kind === 'range');
        values.forEach((value, i) => {
          const { kind, lower, upper } = bucketing.bucketOf(`r${i}`);
          if (kind === 'range') expect(value >= (lower ?? NaN) && value <= (upper ?? NaN)).toBe(true);
        });
        if (method === 'log' || onScale.length < count || [...values, pivot].some((each) => Math.abs(each) > 5e307)) return;
        if (count % 2 === 0) expect(edges).toContain(pivot + 0);
        else expect(onScale[(count - 1) / 2]).toMatchObject({ lower: expect.toSatisfy((lower: number) => lower <= pivot), upper: expect.toSatisfy((upper: number) => upper >= pivot) });
      }),
    );
  });
});
