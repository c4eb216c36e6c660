import { bucketColumn, formatValue, type BucketMethod, type Bucketing } from '@runhue/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbers, settings } from './fixtures/columns.js';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const awkward = fc.constantFrom(0, -0, 5e-324, -5e-324, 2.2e-308, 1.7e308, -1.7e308, 0.1, 0.1 + 2 ** -56, 1, 1 + 2 ** -52, 1e6, 1e-3, 120);
const value = fc.oneof(finite, awkward, fc.double({ min: 0.5, max: 1, noNaN: true }));
const count = fc.integer({ min: 2, max: 8 });
const values = fc.oneof(
  fc.array(value, { minLength: 2, maxLength: 40 }),
  fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 40 })).map(
    ([start, steps]) => steps.map((step) => start + (step * Math.max(5e-324, Math.abs(start))) * 2 ** -52),
  ),
);
const methods: BucketMethod[] = ['equal-width', 'log', 'quantile', 'natural', 'custom', 'continuous'];

/** The edges that a reader sees, from the labels of neighbouring ranges. */
function printedEdges({ buckets }: Bucketing): string[] {
  return buckets.filter(({ kind }) => kind === 'range').slice(1).map(({ label }) => label.split(/ (?:–|to) /)[0] ?? '');
}

const compare = (a: number, b: number): number => Number(a > b) - Number(a < b);
const readNumber = (text: string): number => Number(text.replaceAll(',', ''));

describe.each(methods)('bucketColumn of any finite values (%s)', (method) => {
  const bucket = (drawn: readonly number[], n: number): Bucketing =>
    bucketColumn(numbers(drawn), settings(n, { method, ...(method === 'custom' ? { edges: drawn.slice(0, 3) } : {}) }));

  test('makes strictly increasing edges, within the extent unless typed', () => {
    fc.assert(
      fc.property(values, count, (drawn, n) => {
        const { edges, extent, buckets } = bucket(drawn, n);
        const [lowest, highest] = extent ?? [NaN, NaN];
        expect(edges.length).toBeLessThan(n > 4 || method !== 'custom' ? n : 4);
        edges.forEach((edge, i) => {
          expect(Number.isFinite(edge) && !Object.is(edge, -0)).toBe(true);
          expect(edge).toBeGreaterThan(edges[i - 1] ?? -Infinity);
          if (method !== 'custom') expect(edge > lowest && edge <= highest).toBe(true);
        });
        if (method !== 'continuous') expect(buckets).toHaveLength(edges.length + 1);
      }),
    );
  });

  test('puts every run into exactly one bucket, the one whose range holds its value', () => {
    fc.assert(
      fc.property(values, count, (drawn, n) => {
        const bucketing = bucket(drawn, n);
        expect(bucketing.buckets.reduce((sum, each) => sum + each.count, 0)).toBe(drawn.length);
        drawn.forEach((each, i) => {
          const holding = bucketing.buckets.filter(({ kind, lower, upper, index }) => {
            const last = index === bucketing.buckets.length - 1;
            if (kind === 'value' || lower === upper) return each === lower;
            return each >= (lower ?? NaN) && (each < (upper ?? NaN) || (last && each === upper));
          });
          expect(holding.map(({ id }) => id)).toContain(bucketing.bucketOf(`r${i}`).id);
          if (method !== 'custom') expect(holding).toHaveLength(1);
        });
      }),
    );
  });

  test('prints edges that differ, read back in order, and keep every run on its side', () => {
    fc.assert(
      fc.property(values, count, (drawn, n) => {
        const bucketing = bucket(drawn, n);
        const printed = printedEdges(bucketing);
        expect(new Set(printed).size).toBe(printed.length);
        expect(printed.join()).not.toMatch(/NaN|∞|(^|,)-0(\.0*)?(,|$)/);
        const read = printed.map(readNumber);
        read.forEach((edge, i) => expect(edge).toBeGreaterThan(read[i - 1] ?? -Infinity));
        if (bucketing.buckets[0]?.kind !== 'range') return;
        for (const [i, each] of drawn.entries()) {
          const index = read.filter((edge) => each >= edge).length;
          expect(index).toBe(bucketing.bucketOf(`r${i}`).index);
        }
      }),
    );
  });

  test('formatValue prints every run on its side of every printed edge', () => {
    fc.assert(
      fc.property(values, count, (drawn, n) => {
        const bucketing = bucket(drawn, n);
        if (bucketing.buckets[0]?.kind !== 'range') return;
        const read = printedEdges(bucketing).map(readNumber);
        for (const each of drawn) {
          const text = readNumber(formatValue(each, bucketing));
          read.forEach((edge, i) => {
            if (each === bucketing.edges[i]) expect(text).toBeGreaterThanOrEqual(edge);
            else expect(compare(text, edge)).toBe(compare(each, bucketing.edges[i] ?? NaN));
          });
        }
      }),
    );
  });
});

test('bucketColumn of a date column keeps every whole millisecond on its side of the printed dates', () => {
  const times = fc.array(fc.integer({ min: 0, max: 4e12 }), { minLength: 2, maxLength: 20 });
  const near = fc.tuple(fc.integer({ min: 0, max: 4e12 }), fc.array(fc.integer({ min: 0, max: 1e7 }), { minLength: 2, maxLength: 20 }));
  fc.assert(
    fc.property(fc.oneof(times, near.map(([start, steps]) => steps.map((step) => start + step))), count, (drawn, n) => {
      const bucketing = bucketColumn(numbers(drawn.map((time) => time / 1000), 'date'), settings(n));
      if (bucketing.buckets[0]?.kind !== 'range') return;
      const read = printedEdges(bucketing).map((text) => Date.parse(`${text} UTC`));
      read.forEach((edge, i) => expect(edge).toBeGreaterThan(read[i - 1] ?? -Infinity));
      drawn.forEach((each, i) => expect(read.filter((edge) => each >= edge)).toHaveLength(bucketing.bucketOf(`r${i}`).index));
    }),
  );
});

test('bucketColumn of dates drops edges within one millisecond, which would print alike, and says so', () => {
  const bucketing = bucketColumn(numbers([0.005, 0.006], 'date'), settings(3));
  expect(bucketing.buckets).toHaveLength(2);
  expect(bucketing.notices.map(({ code }) => code)).toContain('fewer-buckets');
});

test('bucketColumn colours nobody anew when a run within the extent comes, goes or is hidden (equal width, log, custom, pinned)', () => {
  const own = fc.constantFrom({}, { method: 'log' as const }, { method: 'custom' as const, edges: [0.3, 0.6] }, { domain: [0, 1] as const });
  const shares = fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(shares, own, count, (inside, chosen, n) => {
      const all = bucketColumn(numbers([0.005, 0.995, ...inside]), settings(n, chosen));
      const fewer = bucketColumn(numbers([0.005, 0.995, ...inside.slice(0, -1)]), settings(n, chosen));
      fewer.column.runIds.forEach((id) => expect(fewer.indexOf(id)).toBe(all.indexOf(id)));
      if (!('method' in chosen && chosen.method === 'log')) expect(fewer.edges).toEqual(all.edges);
      expect(bucketColumn(all.column, settings(n, chosen), { visibleIds: ['r0'] }).edges).toEqual(all.edges);
    }),
  );
});
