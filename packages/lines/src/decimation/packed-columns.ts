import type { AxisMap, View } from '../view/view.js';
import { COLUMN_STRIDE } from './decimate-columns.js';

/**
 * Numbers kept per column where lines are many: where its upper and its lower edge lie, and how far the line varies beyond the distance of
 * the two; the highest bit of the third says whether the line goes on into the next column. Six bytes instead of twenty: places
 * within the column and on its right edge are left out, which are for plots where single lines can be told apart.
 */
export const PACKED_STRIDE = 3;

/** From here on the third number of a column says that the line goes on. */
export const GOES_ON = 0x8000;

/**
 * How edges become whole numbers: evenly within the plot and a margin around it, and beyond by the logarithm of the distance, so that
 * a line that leaves the plot keeps its slope.
 */
export interface Packing {
  /** code = (y − base) · scale + offset. */
  readonly scale: number;
  readonly offset: number;
  /** Device pixels that a unit of y was when the columns were packed. */
  readonly pixels: number;
}

const MARGIN = 64;
const LOW = 2048;
const HIGH = 65535 - LOW;
const EMPTY_UPPER = 65535;
/** Codes beyond the margin double the distance every so many. */
const PER_DOUBLING = (LOW - 1) / 50;
/** Least number of codes a pixel; with fewer, columns are kept as floats. */
const LEAST_PER_PIXEL = 16;

const far = Float64Array.from({ length: LOW }, (_, k) => 2 ** (k / PER_DOUBLING) - 1);
const bits = new Uint32Array(1);
const float = new Float32Array(bits.buffer);

/** The packing for a view, or null when it is too high for 16 bits to place edges finely enough. */
export function createPacking({ height }: View, map: AxisMap, base: number): Packing | null {
  const perPixel = (HIGH - LOW) / (height + 2 * MARGIN);
  if (perPixel < LEAST_PER_PIXEL) return null;
  const offset = ((base - map.origin) * map.factor + MARGIN) * perPixel + LOW;
  return { scale: map.factor * perPixel, offset, pixels: -map.factor };
}

/** Whether columns packed for another y domain or height place finely enough in this one. */
export function packingFits({ scale, offset }: Packing, { height }: View, map: AxisMap, base: number): boolean {
  const codeAt = (pixel: number): number => (map.origin + pixel / map.factor - base) * scale + offset;
  return codeAt(-MARGIN / 2) >= LOW && codeAt(height + MARGIN / 2) <= HIGH && scale / map.factor >= LEAST_PER_PIXEL;
}

/** Packs columns as `decimateColumns` writes them. */
export function packColumns(columns: Float32Array, count: number, packing: Packing, out: Uint16Array, at: number): void {
  for (let c = 0, q = 0, p = at; c < count; c++, q += COLUMN_STRIDE, p += PACKED_STRIDE) {
    const lo = columns[q]!;
    const exit = columns[q + 3]!;
    if (lo === lo) packColumn(lo, columns[q + 1]!, columns[q + 2]!, exit === exit, packing, out, p);
    else packNothing(out, p);
  }
}

/** Packs one column, of numbers that are 32-bit floats. */
export function packColumn(
  lo: number,
  hi: number,
  tv: number,
  goesOn: boolean,
  { scale, offset, pixels }: Packing,
  out: Uint16Array,
  p: number,
): void {
  const upper = hi * scale + offset;
  const lower = lo * scale + offset;
  const excess = (tv - (hi - lo)) * pixels;
  out[p] = upper >= LOW && upper <= HIGH ? upper + 0.5 : farCode(upper, scale, pixels);
  out[p + 1] = lower >= LOW && lower <= HIGH ? lower + 0.5 : farCode(lower, scale, pixels);
  // What is above 0 of it, without a comparison that noise would make unforeseeable.
  float[0] = excess > -1e30 && excess < 1e30 ? (excess + Math.abs(excess)) * 0.5 : excess > 0 ? 1e30 : 0;
  out[p + 2] = ((bits[0]! + 0x8000) >>> 16) | (goesOn ? GOES_ON : 0);
}

/** Packs a column without a line. */
export function packNothing(out: Uint16Array, p: number): void {
  out[p] = EMPTY_UPPER;
  out[p + 1] = 0;
  out[p + 2] = 0;
}

function farCode(code: number, scale: number, pixels: number): number {
  const perPixel = -scale / pixels;
  const beyond = code < LOW ? LOW - code : code - HIGH;
  const k = Math.min(LOW - 1, Math.round(Math.log2(1 + beyond / perPixel) * PER_DOUBLING));
  return code < LOW ? LOW - k : HIGH + k;
}

/** Device pixels of packed columns under a y axis: the edges, the total variation, and 0 in `exit` where the line goes on, NaN where it ends. */
export interface UnpackTarget {
  readonly upper: Float64Array;
  readonly lower: Float64Array;
  readonly variation: Float64Array;
  readonly exit: Float64Array;
}

/** What turns codes into device pixels of a y axis. */
export interface Unpacker {
  /** pixel = code · m + b within the margin. */
  readonly m: number;
  readonly b: number;
  /** Pixels that the kept variation is by now. */
  readonly stretch: number;
  readonly perPixel: number;
}

export function createUnpacker({ scale, offset, pixels }: Packing, map: AxisMap, base: number): Unpacker {
  const m = map.factor / scale;
  return { m, b: (base - map.origin) * map.factor - offset * m, stretch: -map.factor / pixels, perPixel: -scale / pixels };
}

/** The pixel of an edge. */
export function placeOf({ m, b, perPixel }: Unpacker, code: number): number {
  if (code >= LOW && code <= HIGH) return code * m + b;
  return (code < LOW ? LOW - far[LOW - code]! * perPixel : HIGH + far[code - HIGH]! * perPixel) * m + b;
}

/** Pixels that a line varies beyond the distance of its edges, from the third number of a column. */
export function variationOf({ stretch }: Unpacker, rest: number): number {
  bits[0] = (rest & (GOES_ON - 1)) << 16;
  return float[0]! * stretch;
}

/**
 * Unpacks columns into `to` from index `k` on.
 *
 * @returns Whether the line has anything there.
 */
export function unpackColumns(packed: Uint16Array, at: number, count: number, unpacker: Unpacker, to: UnpackTarget, k: number): boolean {
  const { upper, lower, variation, exit } = to;
  let any = false;
  for (const end = k + count; k < end; k++, at += PACKED_STRIDE) {
    const top = packed[at]!;
    const bottom = packed[at + 1]!;
    if (top > bottom) {
      upper[k] = NaN;
      exit[k] = NaN;
      continue;
    }
    any = true;
    const rest = packed[at + 2]!;
    upper[k] = placeOf(unpacker, top);
    lower[k] = placeOf(unpacker, bottom);
    variation[k] = lower[k]! - upper[k]! + variationOf(unpacker, rest);
    exit[k] = rest >= GOES_ON ? 0 : NaN;
  }
  return any;
}

/** Where packed columns say only that a line goes on, puts the y at which it can have crossed: exact where it runs on steeply. */
export function fillCrossings({ upper, lower, exit }: UnpackTarget, from: number, to: number): void {
  for (let k = from; k < to; k++) {
    if (exit[k] !== 0) continue;
    exit[k] = k + 1 < to ? (Math.max(upper[k]!, upper[k + 1]!) + Math.min(lower[k]!, lower[k + 1]!)) / 2 : (upper[k]! + lower[k]!) / 2;
  }
}
