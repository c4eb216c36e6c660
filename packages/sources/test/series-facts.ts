import type { RunInput, SeriesInput } from '@runhue/core';

/** The figures that `facts.json` gives for one metric of one run. */
export interface SeriesFacts {
  readonly points: number;
  readonly finite: number;
  readonly nan: number;
  readonly posInf: number;
  readonly negInf: number;
  readonly firstStep: number | null;
  readonly lastStep: number | null;
  readonly lastFinite: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly lastRaw: number | null;
  readonly stepsStrictlyIncreasing: boolean;
}

/** The metrics of a run that was read into columns. */
export function columnsOf(run: RunInput): { readonly [metric: string]: SeriesInput } {
  const { history } = run;
  if (history === undefined || Array.isArray(history)) throw new Error(`run "${run.id}" has no columns`);
  return history as { readonly [metric: string]: SeriesInput };
}

/** The same figures of a series as it was read, before any sorting. */
export function seriesFacts({ steps, values }: SeriesInput): SeriesFacts {
  const numbers = Array.from(values, Number);
  const finite = numbers.filter(Number.isFinite);
  const stepList = Array.from(steps, Number);
  return {
    points: numbers.length,
    finite: finite.length,
    nan: numbers.filter(Number.isNaN).length,
    posInf: numbers.filter((value) => value === Infinity).length,
    negInf: numbers.filter((value) => value === -Infinity).length,
    firstStep: stepList.at(0) ?? null,
    lastStep: stepList.at(-1) ?? null,
    lastFinite: finite.at(-1) ?? null,
    min: finite.length > 0 ? finite.reduce((a, b) => Math.min(a, b)) : null,
    max: finite.length > 0 ? finite.reduce((a, b) => Math.max(a, b)) : null,
    lastRaw: numbers.at(-1) ?? null,
    stepsStrictlyIncreasing: stepList.every((step, index) => index === 0 || step > (stepList[index - 1] ?? NaN)),
  };
}
