import type { ConfigValue, RunInput, SeriesInput } from '@runhue/core';
import fc from 'fast-check';

const names = ['loss', 'acc', 'val/loss', 'a.b', '%', 'it\'s', '__proto__', '🦊', 'Loss'];

const value = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -5, max: 5 }) },
  { weight: 3, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity) },
);
const step = fc.oneof(fc.integer({ min: -3, max: 60 }), fc.integer({ min: 0, max: 240 }).map((n) => n / 4));

const series: fc.Arbitrary<SeriesInput> = fc
  .array(fc.tuple(step, value, fc.option(fc.integer({ min: 0, max: 4000 }), { nil: null })), { maxLength: 60 })
  .map((points) => ({
    steps: points.map(([at]) => at),
    values: points.map(([, logged]) => logged),
    wallTimes: points.map(([, , time]) => (time === null ? null : 1_700_000_000 + time / 8)),
    runtimes: points.map(([, , time]) => (time === null ? null : time / 4)),
  }));

const leaf: fc.Arbitrary<ConfigValue> = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.boolean(),
  fc.constantFrom('', 'adam', 'sgd', '1', '1e-3', 'lr2', 'lr10', '2026-01-02', '2026-01-02T03:04:05Z', null),
  fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 2 }),
);
const config = fc.dictionary(fc.constantFrom(...names), fc.oneof(leaf, fc.dictionary(fc.constantFrom('a', 'b.c', 'd'), leaf, { maxKeys: 2 })), { maxKeys: 5 });

/** Few runs of everything that a run can be, but for configs that are not finite. */
export const randomRuns: fc.Arbitrary<RunInput[]> = fc
  .array(
    fc.record({
      name: fc.constantFrom('run', 'Run 1', 'x', 'ab'),
      config,
      state: fc.constantFrom('finished', 'running', null),
      startTime: fc.option(fc.integer({ min: 0, max: 100 }).map((s) => 1_700_000_000 - s), { nil: null }),
      history: fc.array(fc.tuple(fc.constantFrom(...names), series), { maxLength: 4 }).map((metrics) => new Map(metrics)),
    }),
    { maxLength: 6 },
  )
  .map((runs) => runs.map((run, index) => ({ ...run, id: `r${(index * 7) % 10}` })));
