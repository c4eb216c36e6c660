import { COLUMN_STRIDE } from './decimate-columns.js';
import { decimateInto, packInto, type LineSpans } from './line-spans.js';
import { createUnpacker, PACKED_STRIDE, unpackColumns, type UnpackTarget } from './packed-columns.js';

/** Columns of a line in device pixels. */
export interface PlacedColumns extends UnpackTarget {
  /** Where within the column the edges are reached, packed; not read from packed columns. */
  readonly places: Float64Array;
}

export function createPlacedColumns(count: number): PlacedColumns {
  const array = (): Float64Array => new Float64Array(count);
  return { upper: array(), lower: array(), variation: array(), exit: array(), places: array() };
}

let floats = new Float32Array(0);
let codes = new Uint16Array(0);
let shared = createPlacedColumns(0);

/**
 * Columns [from, to) of a line, from what is kept of it or reduced anew, into `to` from index `k` on.
 *
 * @param path Whether `exit` and `places` are needed, which packed columns do not have.
 * @param pieces Receives the pieces of a line that is reduced anew.
 * @returns Whether the line has anything there, and whether it was reduced anew.
 */
export function placeColumns(
  spans: LineSpans,
  index: number,
  from: number,
  to: number,
  path: boolean,
  into: PlacedColumns,
  k: number,
  pieces: number[],
): { readonly any: boolean; readonly anew: boolean } {
  const { packing, yMap, base, view } = spans;
  const count = to - from;
  if (packing !== null && !path) {
    const kept = spans.packed;
    if (kept === null) {
      if (codes.length < count * PACKED_STRIDE) codes = new Uint16Array(count * PACKED_STRIDE);
      packInto(spans, index, from, to, codes, 0, pieces);
    }
    const at = kept === null ? 0 : (index * view.width + from) * PACKED_STRIDE;
    return { any: unpackColumns(kept ?? codes, at, count, createUnpacker(packing, yMap, base), into, k), anew: kept === null };
  }
  const kept = spans.columns;
  if (kept === null) {
    if (floats.length < count * COLUMN_STRIDE) floats = new Float32Array(count * COLUMN_STRIDE);
    decimateInto(spans, index, from, to, floats, 0, pieces);
  }
  const at = kept === null ? 0 : (index * view.width + from) * COLUMN_STRIDE;
  return { any: placeFloats(spans, kept ?? floats, at, count, into, k), anew: kept === null };
}

/** The same in memory that is overwritten by the next call. */
export function placedColumns(spans: LineSpans, index: number, from: number, to: number, pieces: number[]): PlacedColumns {
  if (shared.upper.length < to - from) shared = createPlacedColumns(to - from);
  placeColumns(spans, index, from, to, false, shared, 0, pieces);
  return shared;
}

function placeFloats({ yMap, base }: LineSpans, columns: Float32Array, at: number, count: number, into: PlacedColumns, k: number): boolean {
  const { upper, lower, variation, exit, places } = into;
  const { factor, origin } = yMap;
  const shift = (base - origin) * factor;
  let any = false;
  for (const end = k + count; k < end; k++, at += COLUMN_STRIDE) {
    const lo = columns[at]!;
    if (lo !== lo) {
      upper[k] = NaN;
      exit[k] = NaN;
      continue;
    }
    any = true;
    upper[k] = inReach(columns[at + 1]! * factor + shift);
    lower[k] = inReach(lo * factor + shift);
    variation[k] = inReach(-columns[at + 2]! * factor);
    exit[k] = columns[at + 3]! * factor + shift;
    places[k] = columns[at + 4]!;
  }
  return any;
}

const FAR = 1e15;

/** A pixel position that can be calculated with, however far it lies. */
export function inReach(pixel: number): number {
  return pixel < -FAR ? -FAR : pixel > FAR ? FAR : pixel;
}
