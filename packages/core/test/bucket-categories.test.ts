import { bucketColumn, bucketLabel, legendMessagesEn, nextCategoryOrder, type Bucketing } from '@runhue/core';
import { describe, expect, test } from 'vitest';
import { categories, numbers, settings } from './fixtures/columns.js';

const labels = ({ buckets }: Bucketing): string[] => buckets.map(({ label }) => label);
const slots = ({ buckets }: Bucketing): Record<string, number | null> =>
  Object.fromEntries(buckets.map(({ label, slot }) => [label, slot]));
const letters = (count: number): string[] => Array.from({ length: count }, (_, i) => `c${i}`);

describe('bucketColumn, categories', () => {
  test('makes a bucket per distinct value in natural order', () => {
    const bucketing = bucketColumn(categories(['lr10', 'lr2', 'lr10', 'adam']), settings());
    expect(labels(bucketing)).toEqual(['adam', 'lr2', 'lr10']);
    expect(bucketing.kind).toBe('category');
    expect(bucketing.buckets[2]).toMatchObject({ id: 'category:string:lr10', kind: 'category', value: 'lr10', categoryId: 'string:lr10', count: 2 });
    expect(bucketing.buckets[2]).toMatchObject({ lower: null, upper: null });
    expect(bucketing.bucketOf('r1').label).toBe('lr2');
  });

  test('orders numeric strings by number and booleans false, true', () => {
    expect(labels(bucketColumn(categories(['10', '9', '1e2']), settings()))).toEqual(['9', '10', '1e2']);
    expect(labels(bucketColumn(categories([true, false, true], 'boolean'), settings()))).toEqual(['false', 'true']);
  });

  test('gives false and true the same slots whichever is there', () => {
    expect(slots(bucketColumn(categories([true], 'boolean'), settings()))).toEqual({ true: 1 });
    expect(slots(bucketColumn(categories([false], 'boolean'), settings()))).toEqual({ false: 0 });
  });

  test('keeps the empty text as a category', () => {
    expect(labels(bucketColumn(categories(['', 'a', null]), settings()))).toEqual(['(empty)', 'a', 'No value']);
  });

  test('puts text in quotes that shows nothing or reads like another item of the legend', () => {
    const texts = [' ', '', 'No value', 'Non-finite', '(empty)', 'Other (3)', 'Other (x)', 'none', null];
    const bucketing = bucketColumn(categories(texts), settings());
    expect(labels(bucketing).toSorted()).toEqual(
      ['" "', '"(empty)"', '"No value"', '"Non-finite"', '"Other (3)"', '(empty)', 'No value', 'Other (x)', 'none'].toSorted(),
    );
    const korean = { ...legendMessagesEn, legendNoValue: '값 없음' };
    const words = bucketColumn(categories(['값 없음', 'No value']), settings());
    expect(words.buckets.map((bucket) => bucketLabel(bucket, words, korean, 'ko'))).toEqual(['No value', '"값 없음"']);
  });

  test('keeps mixed types apart by type and value, and says so', () => {
    const bucketing = bucketColumn(categories([1, '1', true, 'true', 'x', Infinity, null], 'mixed'), settings());
    expect(labels(bucketing)).toEqual(['true', '1', '"1"', '"true"', 'x', 'No value', 'Non-finite']);
    expect(bucketing.bucketOf('r5').id).toBe('nonFinite');
    expect(bucketing.bucketOf('r6').id).toBe('missing');
    expect(bucketing.notices.map(({ code }) => code)).toEqual(['count-not-used', 'mixed-types']);
  });

  test('says that the number of buckets does not apply', () => {
    expect(bucketColumn(categories(['a']), settings()).notices.map(({ code }) => code)).toEqual(['count-not-used']);
    expect(bucketColumn(categories([null]), settings()).notices.map(({ code }) => code)).toEqual(['no-values']);
  });

  test('shows twelve categories in full', () => {
    expect(labels(bucketColumn(categories(letters(12)), settings()))).toEqual(letters(12));
  });

  test('shows the 11 most frequent of 13 and the others together, ties in natural order', () => {
    const bucketing = bucketColumn(categories([...letters(13), 'c12', 'c0', null]), settings());
    expect(labels(bucketing)).toEqual([...letters(10), 'c12', 'Other (2)', 'No value']);
    const other = bucketing.buckets.at(-2);
    expect(other).toMatchObject({ id: 'other', kind: 'other', categoryCount: 2, count: 2, slot: null });
    expect(bucketing.bucketOf('r10')).toBe(other);
    expect(bucketing.bucketOf('r11')).toBe(other);
  });

  test('gives slots in natural order at first sight', () => {
    expect(slots(bucketColumn(categories(['b', 'a']), settings()))).toEqual({ a: 0, b: 1 });
  });

  test('keeps remembered slots when values come and go', () => {
    const own = { categoryOrder: ['string:m', 'string:z'] };
    expect(slots(bucketColumn(categories(['a', 'm', 'z']), settings(5, own)))).toEqual({ a: 2, m: 0, z: 1 });
    expect(slots(bucketColumn(categories(['z', 'b', 'a']), settings(5, own)))).toEqual({ a: 2, b: 3, z: 1 });
  });
});

describe('bucketColumn, ordered categories', () => {
  test('leaves colours to the order and groups beyond eight into seven and Other', () => {
    const eight = bucketColumn(categories(letters(8)), settings(5, { ordered: true }));
    expect(labels(eight)).toEqual(letters(8));
    expect(eight.buckets.every(({ slot }) => slot === null)).toBe(true);
    const nine = bucketColumn(categories(letters(9)), settings(5, { ordered: true }));
    expect(labels(nine)).toEqual([...letters(7), 'Other (2)']);
  });

  test('follow the order that a user gave, new ones where they naturally belong', () => {
    const own = { ordered: true, categoryOrder: ['string:small', 'string:medium', 'string:wide'] };
    const column = categories(['wide', 'medium', 'small', 'large']);
    expect(labels(bucketColumn(column, settings(5, own)))).toEqual(['large', 'small', 'medium', 'wide']);
  });
});

describe('bucketColumn, more categories than anybody reads', () => {
  const many = [...letters(20_000).reverse(), 'c7', 'c3', 'c3', 'zz', 'zz', 'zz'];

  test('shows the most frequent ones in natural order, of equally frequent ones the naturally first', () => {
    const bucketing = bucketColumn(categories(many), settings());
    expect(labels(bucketing)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'zz', 'Other (19,990)']);
    expect(bucketing.buckets.map(({ count }) => count)).toEqual([1, 1, 1, 3, 1, 1, 1, 2, 1, 1, 3, 19_990]);
  });

  test('in the user’s order where the Key is ordered', () => {
    const own = { ordered: true, categoryOrder: ['string:zz', 'string:c3'] };
    expect(labels(bucketColumn(categories(many), settings(5, own))).slice(0, 7)).toEqual(['c0', 'c1', 'c2', 'c4', 'c7', 'zz', 'c3']);
  });
});

describe('nextCategoryOrder', () => {
  test('appends newly seen categories and keeps absent ones', () => {
    const own = { categoryOrder: ['string:m', 'string:gone'] };
    expect(nextCategoryOrder(categories(['b', 'm', 'a']), own)).toEqual(['string:m', 'string:gone', 'string:a', 'string:b']);
  });

  test('gives the slots that bucketColumn used', () => {
    const column = categories(['b', 'm', 'a']);
    const own = { categoryOrder: ['string:m'] };
    const order = nextCategoryOrder(column, own);
    for (const { categoryId, slot } of bucketColumn(column, settings(5, own)).buckets) expect(order.indexOf(categoryId ?? '')).toBe(slot);
  });

  test('gives the same list when nothing is new, for an ordered Key and for numbers', () => {
    const categoryOrder = ['string:a'];
    expect(nextCategoryOrder(categories(['a']), { categoryOrder })).toBe(categoryOrder);
    expect(nextCategoryOrder(categories(['a', 'b']), { categoryOrder, ordered: true })).toBe(categoryOrder);
    expect(nextCategoryOrder(numbers([1, 2]), { categoryOrder })).toBe(categoryOrder);
  });

  test('remembers only categories that have a bucket', () => {
    expect(nextCategoryOrder(categories(letters(20)))).toHaveLength(11);
  });
});
