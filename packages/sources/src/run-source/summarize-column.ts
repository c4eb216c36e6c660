import { RunSourceError, type ColumnSummary, type Fidelity, type RunColumn, type SummaryQuery } from '@runhue/core';
import { cellFactor } from './m4/pixel-columns.js';

/** The summary of a column that is at hand. Throws a RunSourceError (`invalid`) for one of categories. */
export function summarizeColumn(column: RunColumn, { bars, quantiles }: Required<SummaryQuery>, fidelity: Fidelity): ColumnSummary {
  const values = numbersOf(column);
  const sorted = values.filter(Number.isFinite).sort();
  const missing = values.reduce((count, value) => count + Number(Number.isNaN(value)), 0);
  const extent = sorted.length === 0 ? null : ([(sorted[0] ?? 0) + 0, (sorted.at(-1) ?? 0) + 0] as const);
  return {
    extent,
    quantiles: extent === null ? new Float64Array() : Float64Array.from(quantiles, (p) => quantileOf(sorted, p)),
    bars: extent === null ? new Float64Array() : barsOf(sorted, extent, bars),
    finite: sorted.length,
    nonFinite: values.length - missing - sorted.length,
    missing,
    fidelity,
  };
}

/** The values of a column of numbers or dates. Throws a RunSourceError (`invalid`) for one of categories, unless no run has any. */
export function numbersOf(column: RunColumn): Float64Array {
  if (!('categoryIds' in column)) return column.values;
  if (column.values.every((value) => value === null) && column.nonFinite === null) return new Float64Array(column.values.length).fill(NaN);
  throw new RunSourceError('invalid', `"${column.keyId}" has values of type ${column.type}, which are not numbers; ask for its column.`);
}

function barsOf(sorted: Float64Array, [lower, upper]: readonly [number, number], count: number): Float64Array {
  const bars = new Float64Array(count);
  const factor = cellFactor(upper / 2 - lower / 2, count);
  for (const value of sorted) {
    const bar = Math.min(count - 1, Math.floor((value / 2 - lower / 2) * factor));
    bars[bar] = (bars[bar] ?? 0) + 1;
  }
  return bars;
}

/** Type 7 of Hyndman & Fan 1996, as R and numpy have it. */
function quantileOf(sorted: Float64Array, p: number): number {
  const place = p * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? NaN;
  const high = sorted[Math.ceil(place)] ?? NaN;
  const t = place - Math.floor(place);
  return low * (1 - t) + high * t;
}
