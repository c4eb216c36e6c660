import { bucketColumn, RunhueError, type BucketNotice, type Bucketing } from '@runhue/core';
import { describe, expect, test } from 'vitest';
import { numbers, settings } from './fixtures/columns.js';

const labels = ({ buckets }: Bucketing): string[] => buckets.map(({ label }) => label);
const counts = ({ buckets }: Bucketing): number[] => buckets.map(({ count }) => count);
const ids = ({ buckets }: Bucketing): string[] => buckets.map(({ id }) => id);
const notice = ({ notices }: Bucketing, code: BucketNotice['code']): BucketNotice | undefined =>
  notices.find((each) => each.code === code);

describe('bucketColumn, equal width', () => {
  test('cuts 0.49668 to 0.9954 into the six buckets of worked example A', () => {
    const bucketing = bucketColumn(numbers([0.49668, 0.9954, 0.957, 0.7993]), settings(6));
    expect(labels(bucketing)).toEqual([
      'Min – 0.5798',
      '0.5798 – 0.6629',
      '0.6629 – 0.7460',
      '0.7460 – 0.8292',
      '0.8292 – 0.9123',
      '0.9123 – Max',
    ]);
    expect(bucketing.bucketOf('r2').index + 1).toBe(6);
    expect(bucketing.bucketOf('r3').index + 1).toBe(4);
  });

  test('cuts 0.7434 to 0.8604 into the six buckets of worked example B', () => {
    const bucketing = bucketColumn(numbers([0.7434, 0.8604, 0.8232, 0.7684]), settings(6));
    expect(labels(bucketing)).toEqual([
      'Min – 0.7629',
      '0.7629 – 0.7824',
      '0.7824 – 0.8019',
      '0.8019 – 0.8214',
      '0.8214 – 0.8409',
      '0.8409 – Max',
    ]);
    expect(bucketing.bucketOf('r2').index + 1).toBe(5);
    expect(bucketing.bucketOf('r3').index + 1).toBe(2);
  });

  test('puts a value equal to an edge into the upper bucket, and the highest into the last', () => {
    const bucketing = bucketColumn(numbers([0.5, 1, 1.5, 2.5]), settings(4));
    expect(bucketing.edges).toEqual([1, 1.5, 2]);
    expect(Array.from(bucketing.bucketIndices)).toEqual([0, 1, 2, 3]);
    expect(bucketing.buckets.map(({ lower, upper }) => [lower, upper])).toEqual([
      [0.5, 1],
      [1, 1.5],
      [1.5, 2],
      [2, 2.5],
    ]);
  });

  test('makes edge i of n as min·(1 − i/n) + max·(i/n)', () => {
    const { edges } = bucketColumn(numbers([0.1, 0.7]), settings(3));
    expect(edges).toEqual([0.1 * (1 - 1 / 3) + 0.7 * (1 / 3), 0.1 * (1 - 2 / 3) + 0.7 * (2 / 3)]);
  });

  test('keeps empty buckets, with 0 runs', () => {
    const bucketing = bucketColumn(numbers([0.1, 0.15, 0.9]), settings(4));
    expect(counts(bucketing)).toEqual([2, 0, 0, 1]);
    expect(ids(bucketing)).toEqual(['range:0', 'range:1', 'range:2', 'range:3']);
  });

  test('drops edges that collapse, and says so', () => {
    const next = 1 + Number.EPSILON;
    const bucketing = bucketColumn(numbers([1, next, next]), settings(8));
    expect(bucketing.edges).toEqual([next]);
    expect(counts(bucketing)).toEqual([1, 2]);
    expect(notice(bucketing, 'fewer-buckets')?.params).toEqual({ asked: 8, count: 2 });
  });

  test('makes one bucket labelled with the value when all values are equal', () => {
    const bucketing = bucketColumn(numbers([0.25, 0.25, NaN]), settings(5));
    expect(labels(bucketing)).toEqual(['0.25', 'No value']);
    expect(bucketing.buckets[0]).toMatchObject({ id: 'value:0.25', kind: 'value', lower: 0.25, upper: 0.25, value: 0.25, count: 2 });
    expect(notice(bucketing, 'fewer-buckets')).toBeUndefined();
  });

  test('treats -0 as 0', () => {
    const bucketing = bucketColumn(numbers([-0, -0]), settings(5));
    expect(bucketing.buckets[0]).toMatchObject({ id: 'value:0', label: '0' });
    expect(Object.is(bucketing.extent?.[0], 0)).toBe(true);
  });

  test.each([
    [0, 2],
    [1, 2],
    [9, 8],
    [2.5, 3],
    [NaN, 5],
  ])('takes %d buckets as %d', (asked, used) => {
    expect(bucketColumn(numbers([0.1, 0.9]), settings(asked)).buckets).toHaveLength(used);
  });
});

describe('bucketColumn, integers', () => {
  test('gives at most n distinct integers a bucket each, in value order', () => {
    const bucketing = bucketColumn(numbers([128, 32, 32, 2048]), settings(3));
    expect(ids(bucketing)).toEqual(['value:32', 'value:128', 'value:2048']);
    expect(labels(bucketing)).toEqual(['32', '128', '2,048']);
    expect(counts(bucketing)).toEqual([2, 1, 1]);
    expect(bucketing.bucketOf('r0').value).toBe(128);
  });

  test('cuts more integers than buckets, and numbers that are not integers, into ranges', () => {
    expect(ids(bucketColumn(numbers([1, 2, 3, 4]), settings(3)))).toEqual(['range:0', 'range:1', 'range:2']);
    expect(ids(bucketColumn(numbers([1, 2, 2.5]), settings(3)))).toEqual(['range:0', 'range:1', 'range:2']);
  });

  test('cuts integers into ranges under another method or a domain', () => {
    const kinds = (own: object): string[] => bucketColumn(numbers([1, 2, 9]), settings(4, own)).buckets.map(({ kind }) => kind);
    expect(kinds({ method: 'log' })).not.toContain('value');
    expect(kinds({ domain: [0, null] })).not.toContain('value');
    expect(kinds({ method: 'equal-width' })).toEqual(['value', 'value', 'value']);
  });
});

describe('bucketColumn, runs without a number', () => {
  test('puts missing and non-finite runs into buckets of their own, last, out of the extent', () => {
    const bucketing = bucketColumn(numbers([Infinity, NaN, 0.5, -Infinity, 1.5]), settings(2));
    expect(ids(bucketing)).toEqual(['range:0', 'range:1', 'missing', 'nonFinite']);
    expect(labels(bucketing).slice(2)).toEqual(['No value', 'Non-finite']);
    expect(counts(bucketing)).toEqual([1, 1, 1, 2]);
    expect(bucketing.extent).toEqual([0.5, 1.5]);
    expect(bucketing.bucketOf('r0').id).toBe('nonFinite');
    expect(bucketing.bucketOf('r3').id).toBe('nonFinite');
    expect(bucketing.bucketOf('r1').id).toBe('missing');
  });

  test('leaves out the bucket that no run is in', () => {
    expect(ids(bucketColumn(numbers([0.5, 1.5, NaN]), settings(2)))).toEqual(['range:0', 'range:1', 'missing']);
    expect(ids(bucketColumn(numbers([0.5, 1.5, Infinity]), settings(2)))).toEqual(['range:0', 'range:1', 'nonFinite']);
  });

  test.each(['equal-width', 'log', 'quantile', 'natural', 'custom', 'continuous'] as const)(
    'makes only those buckets when no value is finite (%s)',
    (method) => {
      const bucketing = bucketColumn(numbers([NaN, Infinity]), settings(5, { method, edges: [1] }));
      expect(ids(bucketing)).toEqual(['missing', 'nonFinite']);
      expect(Array.from(bucketing.bucketIndices)).toEqual([0, 1]);
      expect(bucketing).toMatchObject({ extent: null, domain: null, edgeFormat: null, edges: [] });
      expect(notice(bucketing, 'no-values')).toBeDefined();
      expect(ids(bucketColumn(numbers([Infinity]), settings(5, { method })))).toEqual(['nonFinite']);
    },
  );

  test('makes no bucket for no run', () => {
    expect(bucketColumn(numbers([]), settings()).buckets).toEqual([]);
  });
});

describe('bucketColumn, domain', () => {
  test('puts values beyond a pinned domain into the outer buckets and counts them', () => {
    const bucketing = bucketColumn(numbers([-5, 0.5, 9, 12, NaN, Infinity]), settings(2, { domain: [0, 8] }));
    expect(bucketing.domain).toEqual([0, 8]);
    expect(bucketing.extent).toEqual([-5, 12]);
    expect(bucketing.edges).toEqual([4]);
    expect(counts(bucketing)).toEqual([2, 2, 1, 1]);
    expect(notice(bucketing, 'beyond-domain')?.params).toEqual({ count: 3, below: 1, above: 2, lower: 0, upper: 8 });
  });

  test('takes a free end from the values, and counts nobody within', () => {
    const bucketing = bucketColumn(numbers([1.5, 3, 4]), settings(2, { domain: [null, 5.5] }));
    expect(bucketing.domain).toEqual([1.5, 5.5]);
    expect(notice(bucketing, 'beyond-domain')).toBeUndefined();
  });

  test('leaves the only pinned end unused when all values lie beyond it, and says so', () => {
    const bucketing = bucketColumn(numbers([1.5, 3]), settings(3, { domain: [5, null] }));
    expect(bucketing.edges).toEqual([2, 2.5]);
    expect(notice(bucketing, 'domain-not-used')?.params).toEqual({ end: 5 });
    expect(notice(bucketing, 'beyond-domain')).toBeUndefined();
  });

  test('does not change edges when values come, go or lie beyond a fully pinned domain', () => {
    const own = { domain: [0, 1] as const };
    const few = bucketColumn(numbers([0.2, 0.4]), settings(5, own));
    expect(bucketColumn(numbers([0.2, 0.4, 77, -3]), settings(5, own)).edges).toEqual(few.edges);
  });

  test('swaps ends in the wrong order and ignores a domain without width or with ends that are not finite', () => {
    const domainOf = (domain: [number | null, number | null]) => bucketColumn(numbers([1.5, 3]), settings(3, { domain })).domain;
    expect(domainOf([4, 2])).toEqual([2, 4]);
    expect(domainOf([2, 2])).toEqual([1.5, 3]);
    expect(domainOf([NaN, Infinity])).toEqual([1.5, 3]);
  });
});

describe('bucketColumn, scope', () => {
  const column = numbers([0.5, 1.5, 2.5, 10.5]);

  test('ignores which runs are visible by default', () => {
    const all = bucketColumn(column, settings(4));
    expect(bucketColumn(column, settings(4), { visibleIds: ['r0', 'r1'] }).edges).toEqual(all.edges);
  });

  test('takes the extent of the visible runs when told so, and still places the others', () => {
    const visible = { ...settings(2), scope: 'visible' as const };
    const bucketing = bucketColumn(column, visible, { visibleIds: ['r0', 'r2'] });
    expect(bucketing.extent).toEqual([0.5, 2.5]);
    expect(bucketing.edges).toEqual([1.5]);
    expect(counts(bucketing)).toEqual([1, 3]);
    expect(notice(bucketing, 'beyond-domain')).toBeUndefined();
  });

  test('falls back to all runs when no visible one has a value', () => {
    const visible = { ...settings(2), scope: 'visible' as const };
    expect(bucketColumn(column, visible, { visibleIds: [] }).extent).toEqual([0.5, 10.5]);
  });

  test('never calls a bucket by one value while a hidden run in it has another', () => {
    const visible = { ...settings(4), scope: 'visible' as const };
    const bucketing = bucketColumn(column, visible, { visibleIds: ['r1'] });
    expect(labels(bucketing)).toEqual(['Min – Max']);
    const integers = bucketColumn(numbers([1, 2, 7]), visible, { visibleIds: ['r0', 'r2'] });
    expect(labels(integers)).toEqual(['1', '2', '7']);
  });
});

describe('bucketOf and indexOf', () => {
  const bucketing = bucketColumn(numbers([0.5, 1.5]), settings(2));

  test('find the bucket of a run', () => {
    expect(bucketing.bucketOf('r1')).toBe(bucketing.buckets[1]);
    expect(bucketing.indexOf('r1')).toBe(1);
  });

  test('bucketOf throws a RunhueError that names an unknown id, indexOf gives -1', () => {
    expect(() => bucketing.bucketOf('zz9')).toThrow(RunhueError);
    expect(() => bucketing.bucketOf('zz9')).toThrow(/"zz9".*"metric:acc"/);
    expect(bucketing.indexOf('zz9')).toBe(-1);
  });
});
