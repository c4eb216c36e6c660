import { bucketColumn, changedRuns, colorBuckets, nextCategoryOrder, type BucketMethod, type KeySettings, type RunColumn } from '@runhue/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categories, keyId, numbers, settings } from './fixtures/columns.js';

/** Colour per run. */
function colours(column: RunColumn, own: KeySettings, visibleIds?: readonly string[]): Map<string, string | undefined> {
  const chosen = settings(5, own);
  const bucketing = bucketColumn(column, chosen, visibleIds ? { visibleIds } : {});
  const styles = colorBuckets(bucketing, chosen, { theme: 'light' });
  return new Map(column.runIds.map((id) => [id, styles[bucketing.indexOf(id)]?.color]));
}

function expectSame(before: Map<string, string | undefined>, after: Map<string, string | undefined>): void {
  for (const [id, color] of after) if (before.has(id)) expect([id, color]).toEqual([id, before.get(id)]);
}

/** Values between 1.5 and 90.5, with both ends, so that more of the like moves no extent and no integer rule applies. */
const inside = fc.double({ min: 1.5, max: 90.5, noNaN: true });
const odd = fc.constantFrom(NaN, Infinity, -Infinity);
const some = fc.array(fc.oneof({ weight: 6, arbitrary: inside }, { weight: 1, arbitrary: odd }), { maxLength: 25 }).map((rest) => [1.5, 90.5, ...rest]);
const more = fc.array(fc.oneof({ weight: 6, arbitrary: inside }, { weight: 1, arbitrary: odd }), { minLength: 1, maxLength: 10 });

const rules: { name: string; own: KeySettings }[] = [
  ...(['equal-width', 'log', 'custom', 'continuous'] satisfies BucketMethod[]).map((method) => ({
    name: method,
    own: { method, ...(method === 'custom' && { edges: [10, 20, 60] }) },
  })),
  { name: 'a pinned domain', own: { domain: [10, 50] } },
];

describe.each(rules)('under $name no other run changes colour when a run', ({ own }) => {
  test('is hidden', () => {
    fc.assert(
      fc.property(some, fc.nat(), (values, place) => {
        const column = numbers(values);
        const shown = column.runIds.filter((_, i) => i !== place % values.length);
        expectSame(colours(column, own), colours(column, own, shown));
      }),
    );
  });

  test('is streamed in within the extent, or filtered out again', () => {
    fc.assert(fc.property(some, more, (values, added) => expectSame(colours(numbers(values), own), colours(numbers([...values, ...added]), own))));
  });

  test('goes to another place or gets another id', () => {
    fc.assert(
      fc.property(some, (values) => {
        const column = numbers(values);
        const turned: RunColumn = { ...column, runIds: column.runIds.toReversed(), values: column.values.toReversed() };
        const renamed: RunColumn = { ...column, runIds: column.runIds.map((id, i) => (i === 0 ? 'renamed' : id)) };
        expectSame(colours(column, own), colours(turned, own));
        expectSame(colours(column, own), colours(renamed, own));
      }),
    );
  });
});

test('a pinned domain holds even when a run beyond the extent comes', () => {
  const own: KeySettings = { domain: [10, 50] };
  fc.assert(fc.property(some, fc.double({ noNaN: true }), (values, any) => expectSame(colours(numbers(values), own), colours(numbers([...values, any]), own))));
});

test('category slots never move: not when runs come, go or are hidden, once they are remembered', () => {
  const words = fc.array(fc.constantFrom('sgd', 'adam', 'lion', 'lr2', 'lr10', '', 'x', 'rmsprop'), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(words, words, (first, later) => {
      const before = categories(first);
      const own: KeySettings = { categoryOrder: nextCategoryOrder(before) };
      const byWord = (column: RunColumn): Map<string, string | undefined> => {
        const found = colours(column, own);
        return new Map(column.runIds.map((id, i) => [String(column.values[i]), found.get(id)]));
      };
      const known = byWord(before);
      expectSame(known, byWord(categories([...later, ...first])));
      expectSame(known, byWord(categories(first.slice(1))));
      expect(keyId).toBe(before.keyId);
    }),
  );
});

describe('changedRuns', () => {
  const anyValues = fc.array(fc.oneof(inside, odd, fc.integer({ min: 0, max: 6 })), { minLength: 1, maxLength: 25 });
  const methods: BucketMethod[] = ['equal-width', 'log', 'quantile', 'natural', 'custom'];

  test.each(methods)('names every run that new runs gave another colour under %s', (method) => {
    const own: KeySettings = { method, ...(method === 'custom' && { edges: [10, 20, 60] }) };
    fc.assert(
      fc.property(anyValues, anyValues, (values, added) => {
        const [before, after] = [numbers(values), numbers([...values, ...added])];
        const [old, now] = [colours(before, own), colours(after, own)];
        const recoloured = before.runIds.filter((id) => old.get(id) !== now.get(id));
        const changed = changedRuns(bucketColumn(before, settings(5, own)), bucketColumn(after, settings(5, own)));
        expect(changed).toEqual(expect.arrayContaining(recoloured));
      }),
    );
  });

  test('is empty where nothing moved', () => {
    fc.assert(
      fc.property(some, more, (values, added) => {
        const [before, after] = [numbers(values), numbers([...values, ...added])];
        expect(changedRuns(bucketColumn(before, settings()), bucketColumn(after, settings()))).toEqual([]);
      }),
    );
  });
});
