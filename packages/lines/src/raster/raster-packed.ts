import { GOES_ON, PACKED_STRIDE, placeOf } from '../decimation/packed-columns.js';
import { fastStroke } from './fast-stroke.js';
import type { IdBuffer } from './id-buffer.js';
import type { PackedRaster } from './packed-raster.js';
import { rasterDot } from './raster-dot.js';
import { STRIP_MARGIN, type Strip } from './strip.js';

/**
 * As `rasterLine` for a solid line without cut-off pieces, straight from its packed columns: most columns of many lines are covered
 * already, and are left before anything is unpacked.
 *
 * @param at Where in `packed` the line's columns begin.
 */
export function rasterPackedLine(strip: Strip, buffer: IdBuffer, raster: PackedRaster, at: number, id: number, w: number): void {
  const { from, to } = strip;
  const { width } = buffer;
  if (from > 0) drawDots(strip, buffer, raster, at, Math.max(0, from - STRIP_MARGIN + 1), from, id, w);
  // The outermost columns of the plot lack a neighbour, and are always drawn.
  const end = to < width ? to : width - 1;
  if (from === 0) drawColumn(strip, buffer, raster, at, 0, id, w);
  for (let c = from > 0 ? from : 1; ; c++) {
    c = openColumn(strip, raster.packed, at, c, end);
    if (c >= end) break;
    drawColumn(strip, buffer, raster, at, c, id, w);
  }
  if (end < to && end > 0) drawColumn(strip, buffer, raster, at, end, id, w);
  if (to < width) drawDots(strip, buffer, raster, at, to, Math.min(width, to + STRIP_MARGIN), id, w);
}

/** The first column from `c` on, before `end`, that may have anything to draw; each with a neighbour on both sides. */
function openColumn({ from, closed }: Strip, packed: Uint16Array, at: number, c: number, end: number): number {
  const { least, most } = closed;
  let p = at + c * PACKED_STRIDE;
  let topBefore = packed[p - 3]!;
  let bottomBefore = packed[p - 2]!;
  let restBefore = packed[p - 1]!;
  let top = packed[p]!;
  let bottom = packed[p + 1]!;
  let rest = packed[p + 2]!;
  for (; c < end; c++) {
    p += PACKED_STRIDE;
    const topNext = packed[p]!;
    const bottomNext = packed[p + 1]!;
    const a = least[c - from]!;
    const z = most[c - from]!;
    // Below zero when an edge of the three columns lies beyond the closed rows, or when the line neither comes nor goes on here.
    const open = (top - a) | (z - bottom) | (topBefore - a) | (z - bottomBefore) | (topNext - a) | (z - bottomNext) | ~((restBefore | rest) << 16);
    if (open < 0 && top <= bottom) return c;
    topBefore = top;
    bottomBefore = bottom;
    restBefore = rest;
    top = topNext;
    bottom = bottomNext;
    rest = packed[p + 2]!;
  }
  return c;
}

/** Points without neighbours beside the strip, which reach into it. */
function drawDots(strip: Strip, buffer: IdBuffer, { packed, unpacker }: PackedRaster, at: number, from: number, to: number, id: number, w: number): void {
  for (let c = from, p = at + from * PACKED_STRIDE; c < to; c++, p += PACKED_STRIDE) {
    if (packed[p] !== packed[p + 1] || packed[p + 2]! >= GOES_ON || (c > 0 && packed[p - 1]! >= GOES_ON)) continue;
    rasterDot(strip, buffer, id, w, c, placeOf(unpacker, packed[p]!));
  }
}

/** Draws column `c`, if there is anything in it. */
function drawColumn(strip: Strip, buffer: IdBuffer, raster: PackedRaster, at: number, c: number, id: number, w: number): void {
  const { packed, unpacker } = raster;
  const p = at + c * PACKED_STRIDE;
  if (packed[p]! < packed[p + 1]! || packed[p + 2]! >= GOES_ON || (c > 0 && packed[p - 1]! >= GOES_ON)) fastStroke(strip, buffer, raster, p, id, w, c, null);
  else if (packed[p] === packed[p + 1]) rasterDot(strip, buffer, id, w, c, placeOf(unpacker, packed[p]!));
}
