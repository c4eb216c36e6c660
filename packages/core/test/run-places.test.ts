import { bucketColumn, changedRuns, colorBuckets, dashItems, bucketDashColumn, defaultColorSettings, hashId, legendItems, runPlaces, runPlacesSteps } from '@runhue/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbers, settings } from './fixtures/columns.js';

const idLists = fc.uniqueArray(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor', '')), { maxLength: 200 });

describe('runPlaces', () => {
  test('finds every run where it stands, and no other', () => {
    fc.assert(
      fc.property(idLists, fc.string(), (ids, other) => {
        const { placeOf, hashes } = runPlaces(ids);
        ids.forEach((id, place) => {
          expect(placeOf(id)).toBe(place);
          expect(hashes[place]).toBe(hashId(id));
        });
        if (!ids.includes(other)) expect(placeOf(other)).toBe(-1);
      }),
    );
  });

  test('of equal ids gives the last', () => {
    expect(runPlaces(['a', 'b', 'a']).placeOf('a')).toBe(2);
  });

  test('of the same list gives the same places', () => {
    const ids = ['a', 'b'];
    expect(runPlaces(ids)).toBe(runPlaces(ids));
  });

  test('in steps gives what it gives at once, and lets others work in between', () => {
    const ids = Array.from({ length: 100_000 }, (_, i) => `run-${i}`);
    const steps = runPlacesSteps(ids);
    let pauses = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) pauses += 1;
    expect(pauses).toBeGreaterThan(4);
    expect(step.value.placeOf('run-99999')).toBe(99_999);
    expect(runPlaces(ids)).toBe(step.value);
  });

  test('tells ids of one hash apart', () => {
    const byHash = new Map<number, string>();
    let pair: [string, string] | null = null;
    for (let i = 0; !pair; i += 1) {
      const id = `r${i}`;
      const same = byHash.get(hashId(id));
      if (same !== undefined) pair = [same, id];
      byHash.set(hashId(id), id);
    }
    const { placeOf } = runPlaces(pair);
    expect(pair.map(placeOf)).toEqual([0, 1]);
  });
});

describe('bucketColumn with hiddenIds', () => {
  test('is what it is with the others as visibleIds', () => {
    const column = numbers([1, 2, 3, 4, 50]);
    const scoped = { ...settings(3), scope: 'visible' as const };
    const shown = bucketColumn(column, scoped, { visibleIds: ['r0', 'r1', 'r2', 'r3'] });
    expect(bucketColumn(column, scoped, { hiddenIds: ['r4'] }).edges).toEqual(shown.edges);
    expect(bucketColumn(column, scoped, { hiddenIds: [] }).edges).toEqual(bucketColumn(column, scoped).edges);
    expect(bucketColumn(column, scoped, { hiddenIds: ['r4'], visibleIds: ['r0', 'r1', 'r2', 'r4'] }).extent).toEqual([1, 3]);
  });
});

describe('what is counted already', () => {
  const bucketing = bucketColumn(numbers([1, 2, 3, 4]), settings(2));

  test('legendItems takes visibleCounts as they are', () => {
    const styles = colorBuckets(bucketing, defaultColorSettings, { theme: 'light' });
    expect(legendItems(bucketing, styles, { visibleCounts: [1, 0], isVisible: () => true }).map(({ visibleCount }) => visibleCount)).toEqual([1, 0]);
  });

  test('dashItems takes visibleCounts as they are', () => {
    const dashing = bucketDashColumn(numbers([1, 2, 3, 4]), settings(2));
    expect(dashItems(dashing, { visibleCounts: [0, 2] }).map(({ visibleCount }) => visibleCount)).toEqual([0, 2]);
  });
});

test('changedRuns is the same for one list of ids as for two', () => {
  const column = numbers([1, 2, 3, 4]);
  const [before, after] = [bucketColumn(column, settings(2)), bucketColumn({ ...column, values: Float64Array.of(1, 2, 3, 40) }, settings(2))];
  const copy = bucketColumn({ ...column, runIds: [...column.runIds], values: Float64Array.of(1, 2, 3, 40) }, settings(2));
  expect(changedRuns(before, after)).toEqual(changedRuns(before, copy));
  expect(changedRuns(before, after)).toEqual(['r2']);
});
