import { PIECE_STRIDE } from '../decimation/column-pieces.js';
import type { DashRun } from './dash.js';
import { fastStroke } from './fast-stroke.js';
import type { IdBuffer } from './id-buffer.js';
import { rasterDot } from './raster-dot.js';
import { STRIP_MARGIN, STRIP_WIDTH, type Strip } from './strip.js';

/** Lays the line that is loaded beneath everything already in the strip. */
export function rasterLine(strip: Strip, buffer: IdBuffer, id: number, w: number, dash: DashRun | null): void {
  const { from, to, skip, pieces } = strip;
  const { upper, lower, variation, exit } = strip.columns;
  const { height } = buffer;
  const half = w / 2;
  const end = STRIP_MARGIN + to - from;
  let nextPiece = 0;
  for (let k = 1; k < end + STRIP_MARGIN; k++) {
    const top = upper[k]!;
    if (top !== top) continue;
    const bottom = lower[k]!;
    const c = from + k - STRIP_MARGIN;
    let entered = !Number.isNaN(exit[k - 1]!);
    const leaves = !Number.isNaN(exit[k]!);
    if (nextPiece < pieces.length) {
      while (nextPiece < pieces.length && pieces[nextPiece]! < c) nextPiece += PIECE_STRIDE;
      while (nextPiece < pieces.length && pieces[nextPiece] === c) {
        const pieceTop = pieces[nextPiece + 1]!;
        const pieceBottom = pieces[nextPiece + 2]!;
        if (!entered && pieceTop === pieceBottom) rasterDot(strip, buffer, id, w, c, pieceTop);
        else if (k >= STRIP_MARGIN && k < end) {
          const el = entered && upper[k - 1]! < pieceTop ? upper[k - 1]! : pieceTop;
          const eh = entered && lower[k - 1]! > pieceBottom ? lower[k - 1]! : pieceBottom;
          fastStroke(strip, buffer, id, w, c, pieceTop, pieceBottom, pieces[nextPiece + 3]!, el, eh, NaN, NaN, dash);
        }
        entered = false;
        nextPiece += PIECE_STRIDE;
      }
    }
    if (!entered && !leaves && top === bottom) {
      rasterDot(strip, buffer, id, w, c, top);
      continue;
    }
    if (k < STRIP_MARGIN || k >= end) continue;
    // Rows that the connected neighbours also reach: the stroke never goes further, but for half a width.
    let el = top;
    let eh = bottom;
    if (entered) {
      if (upper[k - 1]! < el) el = upper[k - 1]!;
      if (lower[k - 1]! > eh) eh = lower[k - 1]!;
    }
    if (leaves) {
      if (upper[k + 1]! < el) el = upper[k + 1]!;
      if (lower[k + 1]! > eh) eh = lower[k + 1]!;
    }
    // Most columns end here: all their rows are taken already.
    let r = el - half - 0.5;
    if (r < 0) r = 0;
    let last = eh + half + 0.5;
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
    fastStroke(strip, buffer, id, w, c, top, bottom, variation[k]!, el, eh, entered ? exit[k - 1]! : NaN, exit[k]!, dash);
  }
}
