import type { Series } from './series.js';

/** The columns of a series before it is summed up. */
export type SeriesColumns = Pick<Series, 'steps' | 'values' | 'wallTimes' | 'runtimes'>;

/** Lowest and highest of some values, as a series keeps them. */
export type ValueRange = Pick<Series, 'min' | 'max'>;

/** A series over columns whose steps are finite and strictly increasing; keeps the arrays, reads the values once. */
export function makeSeries(columns: SeriesColumns): Series {
  const { steps, values, wallTimes, runtimes } = columns;
  return { steps, values, wallTimes, runtimes, latest: (values.at(-1) ?? NaN) + 0, ...rangeOf(values) };
}

/** Lowest and highest finite value; of the infinite ones if there is no finite one; else NaN. */
export function rangeOf(values: Float64Array): ValueRange {
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value < min && value > -Infinity) min = value;
    if (value > max && value < Infinity) max = value;
  }
  return min === Infinity ? infiniteRangeOf(values) : { min: min + 0, max: max + 0 };
}

function infiniteRangeOf(values: Float64Array): ValueRange {
  const low = values.includes(-Infinity);
  const high = values.includes(Infinity);
  if (!low && !high) return { min: NaN, max: NaN };
  return { min: low ? -Infinity : Infinity, max: high ? Infinity : -Infinity };
}

/** Two neighbouring ranges as one, without reading any values again. */
export function joinRanges(a: ValueRange, b: ValueRange): ValueRange {
  if (rank(a) !== rank(b)) {
    const { min, max } = rank(a) > rank(b) ? a : b;
    return { min, max };
  }
  return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
}

/** Finite values outrank infinite ones, and these outrank none. */
function rank({ min }: ValueRange): number {
  if (Number.isNaN(min)) return 0;
  return Number.isFinite(min) ? 2 : 1;
}
