import type { LineSpans } from '../decimation/line-spans.js';
import { createUnpacker, GOES_ON, PACKED_STRIDE, placeOf, variationOf } from '../decimation/packed-columns.js';
import { fastStroke } from './fast-stroke.js';
import type { IdBuffer } from './id-buffer.js';
import { rasterDot } from './raster-dot.js';
import { STRIP_MARGIN, STRIP_WIDTH, type Strip } from './strip.js';

/**
 * As `rasterLine` for a solid line without cut-off pieces, straight from its packed columns: most columns of many lines are covered
 * already, and are left before anything is unpacked.
 *
 * @param at Where in `packed` column `first` lies.
 */
export function rasterPackedLine(
  strip: Strip,
  buffer: IdBuffer,
  spans: LineSpans,
  packed: Uint16Array,
  at: number,
  first: number,
  id: number,
  w: number,
): void {
  const { from, to, skip } = strip;
  const { width, height } = buffer;
  const unpacker = createUnpacker(spans.packing!, spans.yMap, spans.base);
  const { m, b } = unpacker;
  const above = b - w / 2 - 0.5;
  const below = b + w / 2 + 0.5;
  const end = Math.min(width, to + STRIP_MARGIN);
  let entered = false;
  for (let c = first, p = at; c < end; c++, p += PACKED_STRIDE) {
    const top = packed[p]!;
    const bottom = packed[p + 1]!;
    const rest = packed[p + 2]!;
    const connected = entered;
    entered = rest >= GOES_ON;
    if (top > bottom) continue;
    if (top === bottom && !connected && !entered) {
      if (c > from - STRIP_MARGIN) rasterDot(strip, buffer, id, w, c, placeOf(unpacker, top));
      continue;
    }
    if (c < from || c >= to) continue;
    let highest = top;
    let lowest = bottom;
    if (connected) {
      if (packed[p - 3]! < highest) highest = packed[p - 3]!;
      if (packed[p - 2]! > lowest) lowest = packed[p - 2]!;
    }
    if (entered) {
      if (packed[p + 3]! < highest) highest = packed[p + 3]!;
      if (packed[p + 4]! > lowest) lowest = packed[p + 4]!;
    }
    let r = highest * m + above;
    if (r < 0) r = 0;
    let last = lowest * m + below;
    if (last > height - 1) last = height - 1;
    r |= 0;
    last |= 0;
    let s = r * STRIP_WIDTH + c - from;
    while (r <= last) {
      const jump = skip[s]!;
      if (jump === 0) break;
      const further = skip[s + jump * STRIP_WIDTH]!;
      if (further !== 0) skip[s] = jump + further;
      r += jump + further;
      s += (jump + further) * STRIP_WIDTH;
    }
    if (r > last) continue;
    const upper = placeOf(unpacker, top);
    const lower = placeOf(unpacker, bottom);
    const tv = lower - upper + variationOf(unpacker, rest);
    const el = highest === top ? upper : placeOf(unpacker, highest);
    const eh = lowest === bottom ? lower : placeOf(unpacker, lowest);
    fastStroke(strip, buffer, id, w, c, upper, lower, tv, el, eh, NaN, NaN, null);
  }
}
