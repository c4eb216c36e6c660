import { PIECE_STRIDE } from '../decimation/column-pieces.js';
import type { DashRun } from './dash.js';
import { BOTTOM, ENTRY, EXIT, fastStroke, HIGHEST, LOWEST, TOP, VARIATION } from './fast-stroke.js';
import type { IdBuffer } from './id-buffer.js';
import { rasterDot } from './raster-dot.js';
import { STRIP_MARGIN, type Strip } from './strip.js';

/** Lays the line that is loaded beneath everything already in the strip. */
export function rasterLine(strip: Strip, buffer: IdBuffer, id: number, w: number, dash: DashRun | null): void {
  const { from, to, pieces, ink } = strip;
  const { upper, lower, variation, exit } = strip.columns;
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
          ink[TOP] = pieceTop;
          ink[BOTTOM] = pieceBottom;
          ink[VARIATION] = pieces[nextPiece + 3]!;
          ink[HIGHEST] = el;
          ink[LOWEST] = eh;
          ink[ENTRY] = NaN;
          ink[EXIT] = NaN;
          fastStroke(strip, buffer, null, 0, id, w, c, dash);
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
    ink[TOP] = top;
    ink[BOTTOM] = bottom;
    ink[VARIATION] = variation[k]!;
    ink[HIGHEST] = el;
    ink[LOWEST] = eh;
    ink[ENTRY] = entered ? exit[k - 1]! : NaN;
    ink[EXIT] = exit[k]!;
    fastStroke(strip, buffer, null, 0, id, w, c, dash);
  }
}
