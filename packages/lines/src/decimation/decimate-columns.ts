import { toPixel } from '../view/view.js';
import type { ColumnGrid } from './column-grid.js';
import { mergePieces, PIECE_STRIDE } from './column-pieces.js';

/**
 * Numbers kept per column: lowest y, highest y, total variation of y, y where the line leaves to the right, and where
 * within the column the lowest and highest y lie (see `packPlaces`).
 */
export const COLUMN_STRIDE = 5;

/**
 * From here on, the places of a column say where its last sample lies (0 to 255 of the column's width): the line runs from
 * one extreme on the left edge to the other on the right edge, so that their places need no saying.
 */
export const KINK_PLACE = 65536;

const AT_ENTRY = -1;
const AT_EXIT = -2;

const MERGE_FROM = 256;

/**
 * Reduces one line to the pixel columns [from, to): what it covers of each, exactly, gaps and spikes included.
 * A column that the line does not touch has NaN as its lowest y; the exit is NaN where the line ends in the column. The entry
 * on the left is the exit of the column before.
 *
 * What a column holds depends on the line alone, never on where the reduction began: any two ways to cover the same
 * columns write the same bytes.
 *
 * @param y In the transformed coordinate (see `toCoordinate`).
 * @param hidden See `Line.hiddenVariation`; in the coordinate of y.
 * @param base Subtracted from each y, so that 32-bit floats are fine enough around the middle of the view.
 * @param closeBy Distance in y below which pieces of one column may be joined when there are very many.
 * @param withPlaces Whether the places are needed; else they are 0.
 * @param pieces Receives what a gap narrower than the column cuts off; see `PIECE_STRIDE`.
 */
export function decimateColumns(
  x: Float64Array,
  y: Float64Array,
  hidden: Float64Array | null,
  grid: ColumnGrid,
  base: number,
  closeBy: number,
  from: number,
  to: number,
  out: Float32Array,
  offset: number,
  withPlaces: boolean,
  pieces: number[],
): void {
  const { edges, map } = grid;
  const n = x.length;
  const linear = map.type === 'linear';
  const { origin, factor } = map;
  for (let c = from, p = offset; c < to; c++, p += COLUMN_STRIDE) out[p] = NaN;
  let i = lowerBound(x, edges[from]!);
  let c = from;
  let end = edges[c + 1]!;
  let open = false;
  let v = 0;
  let lo = 0;
  let hi = 0;
  let tv = 0;
  let iLo = AT_ENTRY;
  let iHi = AT_ENTRY;
  let mergeColumn = -1;
  let mergeAt = 0;
  if (i > 0 && i < n && Number.isFinite(y[i]) && Number.isFinite(y[i - 1]) && Number.isFinite(toPixel(map, x[i - 1]!))) {
    const left = toPixel(map, x[i - 1]!);
    lo = hi = v = between(y[i - 1]!, y[i]!, (from - left) / (toPixel(map, x[i]!) - left));
    open = true;
  }
  while (i < n) {
    let u = y[i]!;
    if (u - u !== 0) {
      if (open) {
        if (c !== mergeColumn) {
          mergeColumn = c;
          mergeAt = pieces.length + MERGE_FROM * PIECE_STRIDE;
        }
        put(out, offset + (c - from) * COLUMN_STRIDE, c, lo - base, hi - base, tv, NaN, withPlaces ? places(x, grid, c, iLo, iHi) : 0, pieces);
        if (pieces.length > mergeAt) {
          mergePieces(pieces, c, closeBy);
          mergeAt = pieces.length + MERGE_FROM * PIECE_STRIDE;
        }
        open = false;
      }
      i++;
      continue;
    }
    const at = x[i]!;
    if (at >= end) {
      if (open) {
        const w = y[i - 1]!;
        const left = linear ? (x[i - 1]! - origin) * factor : toPixel(map, x[i - 1]!);
        const length = (linear ? (at - origin) * factor : toPixel(map, at)) - left;
        do {
          const b = between(w, u, (c + 1 - left) / length);
          if (b < lo) {
            lo = b;
            iLo = AT_EXIT;
          } else if (b > hi) {
            hi = b;
            iHi = AT_EXIT;
          }
          tv += Math.abs(b - v);
          put(out, offset + (c - from) * COLUMN_STRIDE, c, lo - base, hi - base, tv, b - base, withPlaces ? through(x, grid, c, iLo, iHi, left) : 0, pieces);
          if (++c === to) return;
          end = edges[c + 1]!;
          lo = hi = v = b;
          iLo = iHi = AT_ENTRY;
          tv = 0;
        } while (at >= end);
      } else {
        do if (++c === to) return;
        while (at >= edges[c + 1]!);
        end = edges[c + 1]!;
      }
    }
    if (!open) {
      lo = hi = v = u;
      iLo = iHi = i;
      tv = 0;
      open = true;
    } else if (hidden !== null) tv += hidden[i]!;
    for (;;) {
      if (u < lo) {
        lo = u;
        iLo = i;
      } else if (u > hi) {
        hi = u;
        iHi = i;
      }
      tv += Math.abs(u - v);
      v = u;
      if (++i >= n || x[i]! >= end) break;
      u = y[i]!;
      if (u - u !== 0) break;
      if (hidden !== null) tv += hidden[i]!;
    }
  }
  if (open) put(out, offset + (c - from) * COLUMN_STRIDE, c, lo - base, hi - base, tv, NaN, withPlaces ? places(x, grid, c, iLo, iHi) : 0, pieces);
}

/** A column keeps its last piece; an earlier one moves to the pieces. */
function put(
  out: Float32Array,
  p: number,
  c: number,
  lo: number,
  hi: number,
  tv: number,
  exit: number,
  place: number,
  pieces: number[],
): void {
  const earlier = out[p]!;
  if (earlier === earlier) pieces.push(c, earlier, out[p + 1]!, out[p + 2]!, out[p + 4]!);
  out[p] = lo;
  out[p + 1] = hi;
  out[p + 2] = tv;
  out[p + 3] = exit;
  out[p + 4] = place;
}

function places(x: Float64Array, grid: ColumnGrid, c: number, iLo: number, iHi: number): number {
  return packPlaces(placeOf(x, grid, c, iLo), placeOf(x, grid, c, iHi));
}

function placeOf(x: Float64Array, grid: ColumnGrid, c: number, i: number): number {
  if (i < 0) return i === AT_EXIT ? 1 : 0;
  const place = toPixel(grid.map, x[i]!) - c;
  return place < 0 ? 0 : place > 1 ? 1 : place;
}

/** As `places`, for a piece that leaves its column; its last sample, or the one before the column, is at `left`. */
function through(x: Float64Array, grid: ColumnGrid, c: number, iLo: number, iHi: number, left: number): number {
  const monotone = iLo < 0 && iHi < 0;
  return monotone && left > c ? KINK_PLACE + (((left - c) * 255 + 0.5) | 0) : places(x, grid, c, iLo, iHi);
}

/** Two places within a column (0 left edge, 1 right edge) as one whole number below 2^16, to 1/255 of a pixel. */
function packPlaces(low: number, high: number): number {
  return ((low * 255 + 0.5) | 0) * 256 + ((high * 255 + 0.5) | 0);
}

/** Without the overflow of `a + (b − a) · t`, and never beyond the ends. */
function between(a: number, b: number, t: number): number {
  if (!(t > 0)) return a;
  return t < 1 ? a * (1 - t) + b * t : b;
}

/** Index of the first value that is not below `edge`. */
export function lowerBound(x: Float64Array, edge: number): number {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (x[middle]! < edge) low = middle + 1;
    else high = middle;
  }
  return low;
}
