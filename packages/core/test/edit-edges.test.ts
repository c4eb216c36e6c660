import { bucketColumn, checkEdge, frozenEdges, withBucketStep, withEdge, withMerge, withSplit, type Bucketing, type KeySettings } from '@runhue/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbers, settings } from './fixtures/columns.js';

const tens = Array.from({ length: 41 }, (_, i) => i / 4);
const bucket = (own: KeySettings = {}, values: readonly number[] = tens, count = 5): Bucketing =>
  bucketColumn(numbers(values), settings(count, own));
const custom: KeySettings = { method: 'custom', edges: [2, 4, 6] };

describe('checkEdge', () => {
  test.each([
    ['5', 5],
    [' 4.25e0 ', 4.25],
    ['-0', undefined],
  ])('reads %o', (text, edge) => {
    expect(checkEdge(bucket(custom), 1, text).edge ?? undefined).toBe(edge);
  });

  test.each([
    ['', 'not-a-number'],
    ['4,5', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['Infinity', 'not-finite'],
    ['NaN', 'not-finite'],
  ])('refuses %o: %s', (text, refusal) => {
    expect(checkEdge(bucket(custom), 1, text)).toEqual({ edge: null, refusal });
  });

  test('refuses an edge at or beyond its neighbours and names them', () => {
    expect(checkEdge(bucket(custom), 1, '2')).toEqual({ edge: null, refusal: 'not-above', bound: 2 });
    expect(checkEdge(bucket(custom), 1, '7')).toEqual({ edge: null, refusal: 'not-below', bound: 6 });
  });

  test('allows an outer edge beyond the extent', () => {
    expect(checkEdge(bucket(custom), 2, '100')).toEqual({ edge: 100, refusal: null });
    expect(checkEdge(bucket(custom), 0, '-3')).toEqual({ edge: -3, refusal: null });
  });

  test('reads dates as ISO 8601', () => {
    const day = 86_400;
    const dates = bucketColumn(numbers([0, day, 10 * day], 'date'), settings(2));
    expect(checkEdge(dates, 0, '1970-01-03')).toEqual({ edge: 2 * day, refusal: null });
    expect(checkEdge(dates, 0, '3')).toEqual({ edge: null, refusal: 'not-a-date' });
  });
});

describe('edits of edges', () => {
  test('withEdge makes the edges custom and moves one', () => {
    expect(withEdge(bucket(), 0, 3)).toEqual({ method: 'custom', edges: [3, 4, 6, 8] });
  });

  test('withSplit cuts a bucket between the runs in its middle; names and colours above move along', () => {
    const own: KeySettings = { ...custom, bucketOverrides: { 'range:0': { name: 'low' }, 'range:2': { name: 'good' }, missing: { name: 'none' } } };
    const patch = withSplit(bucket(own), own, 1);
    expect(patch?.edges).toEqual([2, 3, 4, 6]);
    expect(patch?.bucketOverrides).toEqual({ 'range:0': { name: 'low' }, 'range:3': { name: 'good' }, missing: { name: 'none' } });
  });

  test('withSplit halves an empty bucket and refuses a ninth one', () => {
    expect(withSplit(bucket({ method: 'custom', edges: [20, 30] }), {}, 1)?.edges).toEqual([20, 25, 30]);
    expect(withSplit(bucket({}, tens, 8), {}, 0)).toBeNull();
  });

  test('withMerge takes the edge above a bucket away; there is none above the last', () => {
    const own: KeySettings = { ...custom, bucketOverrides: { 'range:1': { name: 'a' }, 'range:2': { name: 'b' }, 'range:3': { name: 'c' } } };
    expect(withMerge(bucket(own), own, 1)).toEqual({ method: 'custom', edges: [2, 6], bucketOverrides: { 'range:1': { name: 'a' }, 'range:2': { name: 'c' } } });
    expect(withMerge(bucket(own), own, 3)).toBeNull();
  });

  test('withBucketStep splits the fullest bucket and merges the emptiest neighbours, from 2 to 8', () => {
    const crowded = bucket({ method: 'custom', edges: [8, 9] });
    expect(withBucketStep(crowded, {}, 1)?.edges).toEqual([4, 8, 9]);
    expect(withBucketStep(crowded, {}, -1)?.edges).toEqual([8]);
    expect(withBucketStep(bucket({ method: 'custom', edges: [5] }), {}, -1)).toBeNull();
    expect(withBucketStep(bucket({}, tens, 8), {}, 1)).toBeNull();
  });

  test('every edit gives edges that are used as they are', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 8 }), fc.nat(8), (drawn, count, place) => {
        const before = bucket({}, drawn, count);
        for (const patch of [withSplit(before, {}, place), withMerge(before, {}, place), withBucketStep(before, {}, 1), withBucketStep(before, {}, -1)]) {
          if (patch === null) continue;
          const after = bucket(patch, drawn, count);
          expect(after.edges).toEqual(patch.edges);
          expect(after.notices.map(({ code }) => code)).not.toContain('edges-repaired');
        }
      }),
    );
  });
});

describe('frozenEdges', () => {
  test.each(['equal-width', 'log', 'quantile', 'natural', 'custom'] as const)('keeps the edges of %s while runs come', (method) => {
    const values = tens.map((value) => value ** 2 + 0.5);
    const own: KeySettings = { method, ...(method === 'custom' && { edges: [3, 9] }) };
    const before = bucket(own, values);
    const frozen = { ...own, ...frozenEdges(before, own) };
    const after = bucket(frozen, [...values, 0.01, 1000, 1e5]);
    expect(after.edges).toEqual(before.edges);
    expect([...after.bucketIndices].slice(0, values.length)).toEqual([...before.bucketIndices]);
  });

  test('keeps a bucket per integer where another integer comes', () => {
    const before = bucket({}, [1, 2, 4, 4]);
    const after = bucket({ ...frozenEdges(before, {}) }, [1, 2, 4, 4, 3, 9]);
    expect([...after.bucketIndices].slice(0, 4)).toEqual([...before.bucketIndices]);
  });

  test('is null without a domain of some width', () => {
    expect(frozenEdges(bucket({}, [3, 3]), {})).toBeNull();
    expect(frozenEdges(bucket({}, [NaN]), {})).toBeNull();
  });
});
