import { createRuns, readColumn, type RunInput, type YValue } from '@runhue/core';
import { expect } from 'vitest';
import type { SeriesFacts } from './series-facts.js';

/** Facts as JSON has them: a value that JSON cannot hold is text ("NaN", "Infinity"). */
export type JsonFacts = Omit<SeriesFacts, 'lastRaw' | 'lastStep'> & { readonly lastRaw: number | string | null; readonly lastStep: number | null };

/**
 * Compares the runs, as core keeps them, with the figures of an independent parser: per run the points, NaN and infinite values
 * and steps of a metric, and through `readColumn` its last, lowest and highest value.
 */
export function expectColumnFacts(inputs: readonly RunInput[], metric: string, factsOf: ReadonlyMap<string, JsonFacts>): void {
  const { runs, problems } = createRuns(inputs);
  expect(problems).toEqual([]);
  expect(runs.map((run) => run.id).sort()).toEqual([...factsOf.keys()].sort());
  const column = (yValue: YValue): ArrayLike<unknown> => readColumn(runs, `metric:${metric}`, yValue).values;
  const [latest, max, min] = [column('latest'), column('max'), column('min')];
  const read = runs.map((run, i) => {
    const { steps, values } = run.history.get(metric) ?? { steps: new Float64Array(), values: new Float64Array() };
    const count = (holds: (value: number) => boolean): number => values.filter(holds).length;
    return {
      id: run.id,
      points: values.length,
      finite: count(Number.isFinite),
      nan: count(Number.isNaN),
      posInf: count((value) => value === Infinity),
      negInf: count((value) => value === -Infinity),
      firstStep: steps[0],
      lastStep: steps.at(-1),
      latest: latest[i],
      max: max[i],
      min: min[i],
    };
  });
  const known = runs.map(({ id }) => {
    const facts = factsOf.get(id);
    return {
      id,
      points: facts?.points,
      finite: facts?.finite,
      nan: facts?.nan,
      posInf: facts?.posInf,
      negInf: facts?.negInf,
      firstStep: facts?.firstStep ?? undefined,
      lastStep: facts?.lastStep ?? undefined,
      latest: Number(facts?.lastRaw ?? NaN),
      max: facts?.max ?? NaN,
      min: facts?.min ?? NaN,
    };
  });
  expect(read).toEqual(known);
}
