import { GOES_ON, placeOf, variationOf } from '../decimation/packed-columns.js';
import { firstOpenRow, rememberClosed, STRIP_WIDTH } from './closed-rows.js';
import { createDashGate, type DashRun } from './dash.js';
import { BENEATH_FULL, FULL } from './deposit.js';
import type { IdBuffer } from './id-buffer.js';
import type { PackedRaster } from './packed-raster.js';
import type { Strip } from './strip.js';

/** Places in `Strip.ink`: upper and lower edge of what is stroked, and the line's total variation there. */
export const TOP = 0;
export const BOTTOM = 1;
export const VARIATION = 2;
/** Highest row that it and the columns it is connected with reach, and the lowest: the stroke never goes further, but for half a width. */
export const HIGHEST = 3;
export const LOWEST = 4;
/** Where the line enters and leaves the column, or NaN; read for dashes only. */
export const ENTRY = 5;
export const EXIT = 6;

const TURN = 2;
/** So full that no row can tell it from fuller; whole numbers hold more, but not everything a float does. */
const BRIM = 1e6;

/**
 * One piece of a line in column `c`, beneath everything already there. The work of a raster is done here. Hence it is one function, to which
 * packed columns are not handed over but read by it, and it has few branches: what a processor cannot foresee costs more than the arithmetic.
 *
 * @param source Packed columns, of which the one at `p` is stroked; null when `strip.ink` says what is. Those are solid.
 */
export function fastStroke(strip: Strip, buffer: IdBuffer, source: PackedRaster | null, p: number, id: number, w: number, c: number, dash: DashRun | null): void {
  const { closed, ink } = strip;
  const { skip } = closed;
  const { width, height, top: over, beneath } = buffer;
  const k = c - strip.from;
  let top: number;
  let bottom: number;
  let tv: number;
  let highest: number;
  let lowest: number;
  if (source === null) {
    top = ink[TOP]!;
    bottom = ink[BOTTOM]!;
    tv = ink[VARIATION]!;
    highest = ink[HIGHEST]!;
    lowest = ink[LOWEST]!;
  } else {
    const { packed, unpacker } = source;
    const rest = packed[p + 2]!;
    top = placeOf(unpacker, packed[p]!);
    bottom = placeOf(unpacker, packed[p + 1]!);
    tv = bottom - top + variationOf(unpacker, rest);
    let upper = packed[p]!;
    let lower = packed[p + 1]!;
    if (c > 0 && packed[p - 1]! >= GOES_ON) {
      upper += (packed[p - 3]! - upper) & ((packed[p - 3]! - upper) >> 31);
      lower += (packed[p - 2]! - lower) & ((lower - packed[p - 2]!) >> 31);
    }
    if (rest >= GOES_ON && c + 1 < width) {
      upper += (packed[p + 3]! - upper) & ((packed[p + 3]! - upper) >> 31);
      lower += (packed[p + 4]! - lower) & ((lower - packed[p + 4]!) >> 31);
    }
    highest = placeOf(unpacker, upper);
    lowest = placeOf(unpacker, lower);
  }
  const half = w / 2 + 0.5;
  if (highest - half >= height || lowest + half < 0) return;
  const from = highest > half ? (highest - half) | 0 : 0;
  let last = lowest + half < height - 1 ? (lowest + half) | 0 : height - 1;
  const row = firstOpenRow(skip, k, from, last);
  if (row > from && source !== null) rememberClosed(closed, k, from, row - 1, height, source.rows);
  if (row > last) return;
  if (last <= closed.last[k]! && last >= closed.first[k]!) last = closed.first[k]! - 1;
  const a = bottom - top;
  const middle = (top + bottom) * 0.5;
  // A line that turns within the column (tv > a) fills its own rows, but reaches less far into the neighbours' rows.
  const straight = tv - a < 0.1;
  const reach = straight ? 1 : tv >= TURN * a ? 0 : (TURN - tv / a) / (TURN - 1);
  const first = top - (top - highest) * reach - half;
  const final = bottom + (lowest - bottom) * reach + half;
  // Canvases draw lines of a pixel or less as hairlines: one pixel of ink a row or column, whatever the slope.
  const slope = w > 1 ? Math.sqrt(1 + a * a) : a > 1 ? a : 1;
  const turned = straight ? slope : Math.sqrt(1 + tv * tv);
  const extent = (w * (turned < BRIM * slope ? turned : BRIM * slope) + slope) * 0.5;
  const gain = 255 / slope;
  const upperEnd = middle - extent;
  const lowerEnd = middle + extent;
  const start = (first > upperEnd ? first : upperEnd) + 0.5;
  const stop = (final < lowerEnd ? final : lowerEnd) - 0.5;
  if (start >= last + 1 || stop < row) return;
  const r = start > row ? start | 0 : row;
  if (stop < last) last = stop | 0;
  let q = r * width + c;
  let s = r * STRIP_WIDTH + k;
  const gate = dash === null ? null : createDashGate(dash, c, top, bottom, tv, ink[ENTRY]!, ink[EXIT]!);
  const bits = id << 8;
  // Ink at the ends falls by a full pixel each row, so that all but the outermost rows have more than they can hold.
  const fromFirst = (r + 0.5 - first) * 255;
  const toFinal = (final - last - 0.5) * 255;
  let above = fromFirst < BRIM ? fromFirst | 0 : BRIM;
  let below = (toFinal < BRIM ? toFinal | 0 : BRIM) + ((last - r) << 8);
  // Middles of rows: a float in the loop is one less to be converted.
  let y = r + 0.5;
  const end = last + 1;
  while (y < end) {
    const jump = skip[s]!;
    if (jump !== 0) {
      const further = skip[s + jump * STRIP_WIDTH]!;
      if (further !== 0) skip[s] = jump + further;
      const rows = jump + further;
      y += rows;
      q += rows * width;
      s += rows * STRIP_WIDTH;
      above += rows << 8;
      below -= rows << 8;
      continue;
    }
    let g = 0;
    if (gate === null) {
      g = ((extent - Math.abs(y - middle)) * gain) | 0;
      // The least of three.
      g += (above - g) & ((above - g) >> 31);
      g += (below - g) & ((below - g) >> 31);
    } else g = (Math.min(255, (extent - Math.abs(y - middle)) * gain, (y - first) * 255, (final - y) * 255) * gate(y)) | 0;
    if (g >= 2) {
      // 256 stands for full, whatever it meets.
      const full = (FULL - 1 - g) >> 31;
      g = (g & ~full) | (256 & full);
      if (over[q] === 0) {
        over[q] = bits | (g - (g >> 8));
        skip[s] = g >> 8;
      } else {
        const under = beneath[q]!;
        const has = under & 255;
        const some = -has >>> 31;
        const more = ((256 - has - some) * g) >> 8;
        const sum = has + more;
        const isFull = (FULL - 1 - some * (FULL - BENEATH_FULL) - sum) >> 31;
        const isMine = (has - more) >> 31;
        beneath[q] = (bits & isMine) | (under & ~255 & ~isMine) | ((sum | isFull) & 255);
        skip[s] = isFull & 1;
      }
    }
    y++;
    q += width;
    s += STRIP_WIDTH;
    above += 256;
    below -= 256;
  }
}
