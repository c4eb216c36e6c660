import {
  bucketDashColumn,
  bucketDashes,
  dashItems,
  dashLimit,
  dashOfRun,
  dashPatterns,
  legendMessagesEn,
  missingDash,
  nonFiniteDash,
  type KeySettings,
} from '@runhue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categories, numbers, settings } from './fixtures/columns.js';

const letters = (count: number): string[] => Array.from({ length: count }, (_, i) => String.fromCharCode(97 + i));
const dashOfAll = (values: readonly (string | null)[], own: KeySettings = {}) => {
  const bucketing = bucketDashColumn(categories(values), settings(5, own));
  return new Map(values.map((value, i) => [value, dashOfRun(bucketing, `r${i}`)]));
};

describe('dashPatterns', () => {
  it('are all different, solid first, and none is that of runs without a value', () => {
    const texts = [...dashPatterns, missingDash, nonFiniteDash].map((dash) => JSON.stringify(dash));
    expect(new Set(texts).size).toBe(texts.length);
    expect(dashPatterns[0]).toBeNull();
    expect(dashPatterns.length).toBe(8);
  });
});

describe('bucketDashColumn', () => {
  it.each<[number, KeySettings]>([
    [8, {}],
    [5, { method: 'continuous' }],
    [5, { method: 'custom', edges: [1, 2, 3, 4, 5, 6, 7] }],
    [8, { method: 'quantile' }],
  ])('makes at most six ranges of %i buckets asked with %j', (count, own) => {
    const { kind, buckets } = bucketDashColumn(numbers([0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5]), settings(count, own));
    expect(kind).toBe('numeric');
    expect(buckets.length).toBeGreaterThan(1);
    expect(buckets.length).toBeLessThanOrEqual(dashLimit);
  });

  it('keeps no value and non-finite as buckets of their own', () => {
    const bucketing = bucketDashColumn(numbers([0, 1, NaN, Infinity]), settings(2));
    expect(bucketDashes(bucketing)).toEqual([null, dashPatterns[1], missingDash, nonFiniteDash]);
  });
});

describe('dashOfRun', () => {
  it('gives up to six categories a pattern each, and further ones share the sixth', () => {
    const dashes = dashOfAll(letters(9));
    expect(letters(6).map((letter) => dashes.get(letter))).toEqual(dashPatterns.slice(0, 6));
    expect(letters(9).slice(6).map((letter) => dashes.get(letter))).toEqual(Array(3).fill(dashPatterns[5]));
  });

  it('is solid for a run that the column does not hold', () => {
    expect(dashOfRun(bucketDashColumn(categories(['a', 'b']), settings()), 'nobody')).toBeNull();
  });

  it('never moves while the slots are remembered, whatever categories come or go', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(letters(12), { minLength: 1 }), fc.shuffledSubarray(letters(12)), (first, later) => {
        const categoryOrder = [...first].sort().map((letter) => `string:${letter}`);
        const before = dashOfAll(first, { categoryOrder });
        const after = dashOfAll([...first, ...later], { categoryOrder });
        for (const letter of first) expect(after.get(letter)).toEqual(before.get(letter));
      }),
    );
  });
});

describe('dashItems', () => {
  it('lists a pattern each with its label and runs, no value and non-finite last', () => {
    const items = dashItems(bucketDashColumn(categories(['adam', 'sgd', 'adam', null]), settings()));
    expect(items.map(({ id, label, count }) => [id, label, count])).toEqual([
      ['dash:0', 'adam', 2],
      ['dash:1', 'sgd', 1],
      ['dash:missing', 'No value', 1],
    ]);
  });

  it('joins what shares the last pattern into one item', () => {
    const items = dashItems(bucketDashColumn(categories(letters(14)), settings()));
    expect(items).toHaveLength(dashLimit);
    expect(items.at(-1)).toMatchObject({ id: 'dash:5', label: 'Other (9)', count: 9 });
    expect(items.reduce((sum, { count }) => sum + count, 0)).toBe(14);
  });

  it('counts the runs that are shown and words itself in other languages', () => {
    const bucketing = bucketDashColumn(categories(['adam', 'sgd', 'adam', null]), settings());
    const items = dashItems(bucketing, { messages: { ...legendMessagesEn, legendNoValue: '값 없음' }, isVisible: (id) => id !== 'r0' });
    expect(items.map(({ visibleCount }) => visibleCount)).toEqual([1, 1, 1]);
    expect(items[2]?.label).toBe('값 없음');
  });
});
