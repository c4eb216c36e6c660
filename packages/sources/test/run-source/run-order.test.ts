import { compareNatural, createRuns } from '@runhue/core';
import { memorySource } from '@runhue/sources/memory-source';
import fc from 'fast-check';
import { expect, it } from 'vitest';

type Value = string | number | boolean | null;

const values = fc.array(
  fc.oneof(fc.constantFrom<Value>(0, -0, 1, '1', '1.0', '', 'a', 'A', 'lr2', 'lr10', true, false, null), fc.double({ noNaN: true }), fc.constantFrom(Infinity, -Infinity), fc.string({ maxLength: 3 })),
  { maxLength: 60 },
);
const numbers = fc.array(fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, Infinity, -Infinity, NaN)), { maxLength: 60 });

/** Without a value last; equal ones as they were. */
function inOrder(list: readonly Value[], sign: number): number[] {
  const rest = (value: Value): boolean => value === null || Number.isNaN(value);
  return list
    .map((_, place) => place)
    .sort((a, b) => {
      const [left, right] = [list[a] ?? null, list[b] ?? null];
      if (rest(left) || rest(right)) return Number(rest(left)) - Number(rest(right)) || a - b;
      return sign * compareNatural(left as string, right as string) || a - b;
    });
}

it.each([['values of all types', values], ['numbers', numbers]] as const)('memorySource orders %s as compareNatural does, ties as they were, in pages that fit together', async (_, lists) => {
  await fc.assert(
    fc.asyncProperty(lists as fc.Arbitrary<Value[]>, fc.constantFrom('ascending', 'descending'), fc.integer({ min: 1, max: 70 }), async (list, direction, limit) => {
      const source = memorySource(createRuns(list.map((x, place) => ({ id: `run-${place}`, config: { x } }))));
      const { column } = await source.column({ keyId: 'config:x', yValue: 'latest' });
      const seen = list.map((_value, place): Value => {
        const infinite = 'nonFinite' in column ? (column.nonFinite?.[place] ?? 0) : 0;
        return column.values[place] ?? (infinite === 0 ? null : infinite);
      });
      const ids: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await source.runs({ limit, orderBy: { keyId: 'config:x', yValue: 'latest', direction }, ...(cursor !== null && { cursor }) });
        expect(page.total).toBe(list.length);
        ids.push(...page.runs.map(({ id }) => id));
        ({ cursor } = page as { cursor: string | null });
      } while (cursor !== null);
      expect(ids).toEqual(inOrder(seen, direction === 'ascending' ? 1 : -1).map((place) => `run-${place}`));
    }),
  );
});

it('memorySource gives runs without their histories', async () => {
  const source = memorySource(createRuns([{ id: 'a', name: 'first', history: [{ loss: 1 }] }]));
  expect((await source.runs({ limit: 1 })).runs).toEqual([{ id: 'a', name: 'first', config: {}, state: null, startTime: null }]);
});
