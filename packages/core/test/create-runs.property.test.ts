import { createRuns, listKeys, readColumn, yValues, type RunInput } from '@runhue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const odd = fc.constantFrom('__proto__', 'constructor', 'toString', '_step', '_timestamp', '_runtime', 'steps', 'values', 'length', 'acc', '');
const leaf = fc.oneof(fc.double(), fc.integer(), fc.string(), fc.boolean(), fc.constantFrom(null, undefined, 'NaN', '-Infinity', '1e3', '2024-01-01'));
const { garbage } = fc.letrec((tie) => ({
  garbage: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('garbage'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(odd, fc.string()), tie('garbage'), { maxKeys: 4 }),
    fc.float64Array({ maxLength: 4 }),
  ),
}));
const likely = fc.record(
  {
    id: fc.oneof(fc.string({ maxLength: 2 }), odd, fc.integer(), garbage),
    name: garbage,
    state: garbage,
    startTime: garbage,
    config: fc.oneof(fc.dictionary(odd, garbage), garbage),
    history: fc.oneof(
      fc.array(fc.dictionary(odd, leaf)),
      fc.dictionary(odd, fc.record({ steps: fc.array(leaf), values: fc.array(leaf), wallTimes: fc.option(fc.array(leaf)) })),
      garbage,
    ),
  },
  { requiredKeys: ['id'] },
);

describe('createRuns for any input', () => {
  it('never throws, and what it makes can be listed and read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(fc.oneof(likely, garbage)), garbage), (inputs) => {
        const { runs, problems } = createRuns(inputs as RunInput[]);
        expect(new Set(runs.map((run) => run.id)).size).toBe(runs.length);
        for (const run of runs) {
          for (const { steps, values } of run.history.values()) {
            expect(values.length).toBe(steps.length);
            expect(steps.every((step, i) => Number.isFinite(step) && (i === 0 || step > (steps[i - 1] as number)))).toBe(true);
          }
        }
        for (const problem of problems) expect(problem.message).not.toBe('');
        for (const key of listKeys(runs)) {
          for (const yValue of yValues) expect(readColumn(runs, key.id, yValue).values).toHaveLength(runs.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on any JSON', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        createRuns(JSON.parse(json) as RunInput[]);
        createRuns([{ id: 'a', config: JSON.parse(json) as never, history: JSON.parse(json) as never }]);
      }),
    );
  });

  it('survives nesting of any depth', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 20_000; i += 1) deep = i % 2 === 0 ? { a: deep } : { b: [deep] };
    const { runs, problems } = createRuns([{ id: 'a', config: { deep } as never, history: [{ deep } as never] }]);
    expect(runs).toHaveLength(1);
    expect(problems.length).toBeGreaterThan(0);
    listKeys(runs);
  });

  it('reads the same from rows and from columns', () => {
    const points = fc.array(fc.tuple(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ noNaN: true, noDefaultInfinity: true })), fc.double()), { minLength: 1 });
    fc.assert(
      fc.property(points, (logged) => {
        const rows = logged.map(([_step, acc]) => ({ _step, acc }));
        const columns = { acc: { steps: logged.map(([step]) => step), values: logged.map(([, value]) => value) } };
        const [a, b] = createRuns([{ id: 'a', history: rows }, { id: 'b', history: columns }]).runs;
        expect(a?.history).toEqual(b?.history);
        const last = new Map(logged.map(([step, value]) => [step + 0, value]));
        expect([...(a?.history.get('acc')?.steps ?? [])].map((step) => step + 0)).toEqual([...last.keys()].toSorted((x, y) => x - y));
        expect(a?.history.get('acc')?.values.every((value, i) => Object.is(value, last.get((a.history.get('acc')?.steps[i] ?? NaN) + 0)))).toBe(true);
      }),
    );
  });
});
