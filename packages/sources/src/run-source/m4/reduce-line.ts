import type { PixelWindow } from '@runhue/core';
import { columnOf, pixelColumns } from './pixel-columns.js';

/** A line within a window; see `SourceSeries`, which it is without the run. */
export interface ReducedLine {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly hiddenVariation: Float64Array | null;
  readonly pointCount: number;
  readonly nonFiniteCount: number;
}

/** A column of so many points keeps them all. */
const wholeColumn = 4;

/**
 * Reduces a line to the pixel columns of a window (M4: Jugel et al. 2014, "M4: A Visualization-Oriented Time Series Data Aggregation"),
 * per stretch between gaps, and with the variation of what was left out. Ties keep the first lowest and the first highest point.
 *
 * @param x Ascending and finite.
 * @param y As long as `x`; a value that is not finite is a gap.
 */
export function reduceLine(x: Float64Array, y: Float64Array, window: PixelWindow): ReducedLine {
  const [left, right] = window.domain;
  const from = firstNotBelow(x, left);
  const to = firstAbove(x, right);
  const kept = keptPoints(x, y, from, to, window);
  const first = Math.max(0, from - 1);
  const end = Math.min(x.length, to + 1);
  const pointCount = to - from;
  let nonFiniteCount = 0;
  for (let i = from; i < to; i += 1) if (!Number.isFinite(y[i])) nonFiniteCount += 1;
  if (kept === null) return { x: x.slice(first, end), y: y.slice(first, end), hiddenVariation: null, pointCount, nonFiniteCount };
  const indices = [...(first < from ? [first] : []), ...kept, ...(to < end ? [to] : [])];
  return {
    x: Float64Array.from(indices, (i) => x[i] ?? NaN),
    y: Float64Array.from(indices, (i) => y[i] ?? NaN),
    hiddenVariation: Float64Array.from(indices, (i, k) => hiddenBetween(y, indices[k - 1] ?? i, i)),
    pointCount,
    nonFiniteCount,
  };
}

/** Index of the first value that is not below `edge`. */
export function firstNotBelow(values: Float64Array, edge: number): number {
  return partition(values, (value) => value < edge);
}

/** Index of the first value above `edge`. */
export function firstAbove(values: Float64Array, edge: number): number {
  return partition(values, (value) => value <= edge);
}

function partition(values: Float64Array, isBefore: (value: number) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(values[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Indices of the points in [from, to) that stay, ascending; null when all do. */
function keptPoints(x: Float64Array, y: Float64Array, from: number, to: number, window: PixelWindow): number[] | null {
  if (to - from <= wholeColumn) return null;
  const columns = pixelColumns(window);
  const kept: number[] = [];
  for (let start = from; start < to; ) {
    const column = columnOf(columns, x[start] as number);
    let end = start + 1;
    while (end < to && columnOf(columns, x[end] as number) === column) end += 1;
    if (end - start <= wholeColumn) for (let i = start; i < end; i += 1) kept.push(i);
    else keepOfColumn(y, start, end, kept);
    start = end;
  }
  return kept.length === to - from ? null : kept;
}

/** Of each stretch of finite points the first, first lowest, first highest and last; of each stretch of others the first. */
export function keepOfColumn(y: Float64Array, start: number, end: number, kept: number[]): void {
  for (let i = start; i < end; ) {
    const finite = Number.isFinite(y[i]);
    let low = i;
    let high = i;
    let next = i + 1;
    while (next < end && Number.isFinite(y[next]) === finite) {
      if (finite && (y[next] as number) < (y[low] as number)) low = next;
      if (finite && (y[next] as number) > (y[high] as number)) high = next;
      next += 1;
    }
    const four = finite ? [i, Math.min(low, high), Math.max(low, high), next - 1] : [i];
    for (const index of four) if (index !== kept.at(-1)) kept.push(index);
    i = next;
  }
}

/** The variation over the points between two kept ones, beyond the step from the one to the other. */
export function hiddenBetween(y: Float64Array, before: number, at: number): number {
  if (at - before < 2) return 0;
  let variation = 0;
  for (let i = before + 1; i <= at; i += 1) {
    const step = Math.abs((y[i] as number) - (y[i - 1] as number));
    if (Number.isFinite(y[i]) && Number.isFinite(y[i - 1])) variation += step;
  }
  const seen = Math.abs((y[at] as number) - (y[before] as number));
  const hidden = Math.min(variation, Number.MAX_VALUE) - (Number.isFinite(seen) ? seen : 0);
  return Math.max(0, hidden);
}
