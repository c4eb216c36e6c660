import { PIECE_STRIDE } from '../decimation/column-pieces.js';
import type { DashRun } from './dash.js';
import { beginExactLine, exactStroke } from './exact-stroke.js';
import type { IdBuffer } from './id-buffer.js';
import { rasterDot } from './raster-dot.js';
import { STRIP_MARGIN, type Strip } from './strip.js';

/**
 * As `rasterLine`, with the path within each column and the ink that reaches over from the columns around: some three times the
 * work, worth it where single lines can be told apart.
 */
export function rasterExactLine(strip: Strip, buffer: IdBuffer, id: number, w: number, dash: DashRun | null): void {
  const { pieces } = strip;
  const { upper, lower, exit } = strip.columns;
  const end = STRIP_MARGIN + strip.to - strip.from;
  beginExactLine();
  for (let k = STRIP_MARGIN; k < end; k++) exactStroke(strip, buffer, id, w, k, dash);
  for (let q = 0; q < pieces.length; q += PIECE_STRIDE) {
    const k = pieces[q]! - strip.from + STRIP_MARGIN;
    const first = q === 0 || pieces[q - PIECE_STRIDE] !== pieces[q];
    if (pieces[q + 1] === pieces[q + 2] && !(first && k > 0 && !Number.isNaN(exit[k - 1]!))) {
      rasterDot(strip, buffer, id, w, pieces[q]!, pieces[q + 1]!);
    }
  }
  for (let k = 1; k < end + STRIP_MARGIN; k++) {
    const alone = Number.isNaN(exit[k]!) && (Number.isNaN(exit[k - 1]!) || cutOff(pieces, strip.from + k - STRIP_MARGIN));
    if (alone && upper[k] === lower[k]) rasterDot(strip, buffer, id, w, strip.from + k - STRIP_MARGIN, upper[k]!);
  }
}

function cutOff(pieces: readonly number[], column: number): boolean {
  for (let q = 0; q < pieces.length; q += PIECE_STRIDE) if (pieces[q] === column) return true;
  return false;
}
