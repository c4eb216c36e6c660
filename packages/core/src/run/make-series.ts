import type { Series } from './series.js';

/** The columns of a series before it is summed up. */
export type SeriesColumns = Pick<Series, 'steps' | 'values' | 'wallTimes' | 'runtimes'>;

/** A series over columns whose steps are finite and strictly increasing; keeps the arrays, reads the values once. */
export function makeSeries(columns: SeriesColumns): Series {
  const { steps, values, wallTimes, runtimes } = columns;
  return { steps, values, wallTimes, runtimes, latest: (values.at(-1) ?? NaN) + 0, ...rangeOf(values) };
}

/** Lowest and highest finite value; of the infinite ones if there is no finite one; else NaN. */
export function rangeOf(values: Float64Array): { min: number; max: number } {
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value < min && value > -Infinity) min = value;
    if (value > max && value < Infinity) max = value;
  }
  return min === Infinity ? infiniteRangeOf(values) : { min: min + 0, max: max + 0 };
}

function infiniteRangeOf(values: Float64Array): { min: number; max: number } {
  const low = values.includes(-Infinity);
  const high = values.includes(Infinity);
  if (!low && !high) return { min: NaN, max: NaN };
  return { min: low ? -Infinity : Infinity, max: high ? Infinity : -Infinity };
}

/** Two neighbouring ranges as one, without reading any values again. */
export function joinRanges(a: { min: number; max: number }, b: { min: number; max: number }): { min: number; max: number } {
  if (Number.isFinite(a.min) !== Number.isFinite(b.min)) return Number.isFinite(a.min) ? a : b;
  if (Number.isNaN(a.min)) return b;
  if (Number.isNaN(b.min)) return a;
  return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
}
