import { ceilDate } from './print-date.js';

/** The edges, in seconds since the epoch, that do not print like the one before: a date has no parts finer than milliseconds. */
export function printableDates(edges: readonly number[]): readonly number[] {
  const printed = edges.map((edge) => ceilDate(edge, 'millisecond'));
  const kept = edges.filter((_, i) => i === 0 || (printed[i] ?? NaN) > (printed[i - 1] ?? NaN));
  return kept.length === edges.length ? edges : kept;
}
