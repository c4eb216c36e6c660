import { bucketColumn, categorySteps, defaultColorSettings, type CategoryColumn } from '@runhue/core';
import { describe, expect, it } from 'vitest';

function columnOf(runs: number, nameOf: (i: number) => string | null): CategoryColumn {
  const values = Array.from({ length: runs }, (_, i) => nameOf(i));
  return {
    type: 'category',
    keyId: 'config:name',
    yValue: 'latest',
    runIds: values.map((_, i) => `run-${i}`),
    values,
    categoryIds: values.map((value) => value && `string:${value}`),
    nonFinite: null,
  };
}

const bucketsOf = (column: CategoryColumn): unknown => {
  const { buckets, bucketIndices, notices } = bucketColumn(column, defaultColorSettings);
  return { buckets, bucketIndices, notices };
};

const columns: readonly (readonly [string, () => CategoryColumn])[] = [
  ['a few categories', () => columnOf(30_000, (i) => (i % 7 === 0 ? null : `name ${i % 5}`))],
  ['more categories than are sorted', () => columnOf(30_000, (i) => `name ${(i * 7919) % 9000}`)],
  ['a category per run', () => columnOf(30_000, (i) => `name ${(i * 7919) % 30_000}`)],
  ['no runs', () => columnOf(0, () => null)],
];

describe.each(columns)('categorySteps over %s', (_, make) => {
  it('finds what bucketColumn finds by itself', () => {
    const column = make();
    for (const step of categorySteps(column)) expect(step).toBeUndefined();
    expect(bucketsOf(column)).toEqual(bucketsOf(make()));
  });

  it('has nothing left to do once it is done, and can be left in the middle', () => {
    const column = make();
    categorySteps(column).next();
    expect(bucketsOf(column)).toEqual(bucketsOf(make()));
    expect([...categorySteps(column)]).toEqual([]);
  });
});

it('categorySteps gives way every few thousand runs or categories', () => {
  expect([...categorySteps(columnOf(100_000, () => 'same'))]).toHaveLength(12);
  expect([...categorySteps(columnOf(100_000, (i) => `name ${i}`))]).toHaveLength(12 + 97);
});

it('bucketColumn looks at no value twice to find the categories that categorySteps found', () => {
  const column = columnOf(20_000, (i) => `name ${i}`);
  let reads = 0;
  const watched: CategoryColumn = { ...column, values: new Proxy(column.values, { get: (list, place) => (typeof place === 'string' && /^\d+$/.test(place) && (reads += 1), Reflect.get(list, place) as unknown) }) };
  for (const step of categorySteps(watched)) expect(step).toBeUndefined();
  const found = reads;
  bucketColumn(watched, defaultColorSettings);
  expect([found, reads]).toEqual([20_000, 20_000]);
});
