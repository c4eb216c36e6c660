import type { LinePoints } from './x-values.js';

/** How an axis turns values into lengths. */
export type ScaleKind = 'linear' | 'log' | 'symlog';

/** What an axis must show. */
export interface Extent {
  readonly min: number;
  readonly max: number;
  /** Smallest value above zero, Infinity when there is none: where a log axis begins. */
  readonly positive: number;
  /** Smallest distance from zero of a value that is not zero: what a symlog axis must still tell from zero. */
  readonly smallest: number;
}

const extents = new WeakMap<Float64Array, Extent>();

/** Takes over what is known of some values, so that they are not read for a linear axis, nor for another that ends on one side of zero. */
export function rememberRange(values: Float64Array, { min, max }: { readonly min: number; readonly max: number }): void {
  if (!extents.has(values)) extents.set(values, Number.isFinite(min) ? ofRange(min, max) : nothing);
}

const nothing: Extent = { min: Infinity, max: -Infinity, positive: Infinity, smallest: Infinity };

/** NaN stands for what only the values tell. */
function ofRange(min: number, max: number): Extent {
  if (min > 0) return { min, max, positive: min, smallest: min };
  return { min, max, positive: max > 0 ? NaN : Infinity, smallest: max < 0 ? -max : NaN };
}

/** Extent of the finite values, remembered by array. Of none, `min` is above `max`. */
function extentOf(values: Float64Array, kind: ScaleKind): Extent {
  let extent = extents.get(values);
  if (!extent || (kind !== 'linear' && Number.isNaN(extent.positive + extent.smallest))) {
    extents.set(values, (extent = measure(values, 0, values.length)));
  }
  return extent;
}

/** The same for ascending values, without reading them all. */
function extentOfAscending(x: Float64Array, kind: ScaleKind): Extent {
  const min = x[0] ?? Infinity;
  const max = x[x.length - 1] ?? -Infinity;
  if (kind === 'linear' || min > 0) return ofRange(min, max);
  const positive = x[lowerBound(x, 0, true)] ?? Infinity;
  return { min, max, positive, smallest: Math.min(positive, -(x[lowerBound(x, 0) - 1] ?? -Infinity)) };
}

/**
 * Extent of all lines along one axis: y within a window of x when there is one.
 *
 * @param kind Of the axis; for a linear one `positive` and `smallest` may be NaN.
 */
export function extentOfLines(lines: readonly LinePoints[], axis: 'x' | 'y', kind: ScaleKind, window: readonly [number, number] | null = null): Extent | null {
  let joined = nothing;
  for (const line of lines) {
    const extent = axis === 'x' ? extentOfAscending(line.x, kind) : window ? measureWindow(line, window) : extentOf(line.y, kind);
    if (extent.min <= extent.max) joined = join(joined, extent);
  }
  return joined === nothing ? null : joined;
}

/** The same extent without what a log axis cannot show, or null when nothing is left. */
export function positivePart(extent: Extent): Extent | null {
  if (extent.max <= 0) return null;
  return extent.min > 0 ? extent : { ...extent, min: extent.positive };
}

function measureWindow({ x, y }: LinePoints, [lower, upper]: readonly [number, number]): Extent {
  return measure(y, lowerBound(x, lower), lowerBound(x, upper, true));
}

/** Where `value` would go into ascending numbers: before its equals, or after them. */
export function lowerBound(numbers: Float64Array, value: number, after = false): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const number = numbers[middle] ?? NaN;
    if (number < value || (after && number === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function measure(values: Float64Array, first: number, end: number): Extent {
  const firstBlock = Math.ceil(first / blockLength);
  const endBlock = Math.floor(end / blockLength);
  if (endBlock - firstBlock < 2) return scan(values, first, end);
  let extent = join(scan(values, first, firstBlock * blockLength), scan(values, endBlock * blockLength, end));
  const blocks = blocksOf(values);
  for (let block = firstBlock; block < endBlock; block++) {
    extent = join(extent, (blocks[block] ??= scan(values, block * blockLength, (block + 1) * blockLength)));
  }
  return extent;
}

/** Extents of this many values are kept, so that a window of long lines is measured without reading them all. */
const blockLength = 1024;

const blocksByValues = new WeakMap<Float64Array, (Extent | undefined)[]>();

/** By the block's place; one that no window has held yet is not there. */
function blocksOf(values: Float64Array): (Extent | undefined)[] {
  let blocks = blocksByValues.get(values);
  if (!blocks) blocksByValues.set(values, (blocks = []));
  return blocks;
}

function scan(values: Float64Array, first: number, end: number): Extent {
  let min = Infinity;
  let max = -Infinity;
  let positive = Infinity;
  let negative = -Infinity;
  for (let i = first; i < end; i++) {
    const value = values[i] ?? NaN;
    if (value - value !== 0) continue;
    if (value < min) min = value;
    if (value > max) max = value;
    if (value > 0) {
      if (value < positive) positive = value;
    } else if (value < 0 && value > negative) negative = value;
  }
  return { min, max, positive, smallest: Math.min(positive, -negative) };
}

function join(a: Extent, b: Extent): Extent {
  return {
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
    positive: Math.min(a.positive, b.positive),
    smallest: Math.min(a.smallest, b.smallest),
  };
}
