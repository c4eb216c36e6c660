import { PIECE_STRIDE } from '../decimation/column-pieces.js';
import { clearCoverage, coverColumn, createColumnCoverage } from './column-coverage.js';
import { buildStrands, createColumnStrands, resetStrands } from './column-strands.js';
import { createDashGate, type DashRun } from './dash.js';
import { deposit } from './deposit.js';
import { coverHairline } from './hairline-coverage.js';
import type { IdBuffer } from './id-buffer.js';
import { STRIP_MARGIN, STRIP_WIDTH, type Strip } from './strip.js';

/** Least coverage of a row that a line runs through, if only by the tip of a sample in a corner of the pixel. */
const LEAST = 0.125;

/** Pixels by which a kept y may be off. */
const ROUNDING = 1 / 64;

const strands = createColumnStrands();
const cover = createColumnCoverage();

/** To be called when another line has been loaded into the strip. */
export function beginExactLine(): void {
  resetStrands(strands);
}

/** Draws one column of the line that is loaded from its strands and those of the columns around: for plots of few lines. */
export function exactStroke(strip: Strip, buffer: IdBuffer, id: number, w: number, k: number, dash: DashRun | null): void {
  const { pieces } = strip;
  const { skip } = strip.closed;
  const { upper, lower, exit } = strip.columns;
  const { width, height, top, beneath } = buffer;
  const reach = w / 2 + 0.5;
  const around = Math.min(STRIP_MARGIN - 1, Math.ceil(reach - 0.5));
  let highest = Infinity;
  let lowest = -Infinity;
  for (let j = k - around; j <= k + around; j++) {
    buildStrands(strands, strip, j);
    if (upper[j]! < highest) highest = upper[j]!;
    if (lower[j]! > lowest) lowest = lower[j]!;
  }
  for (let q = 0; q < pieces.length; q += PIECE_STRIDE) {
    if (Math.abs(pieces[q]! - strip.from - k + STRIP_MARGIN) > around) continue;
    if (pieces[q + 1]! < highest) highest = pieces[q + 1]!;
    if (pieces[q + 2]! > lowest) lowest = pieces[q + 2]!;
  }
  let first = Math.max(0, Math.floor(highest - reach));
  const last = Math.min(height - 1, Math.ceil(lowest + reach));
  const x = k - STRIP_MARGIN;
  while (first <= last && skip[first * STRIP_WIDTH + x] !== 0) first += skip[first * STRIP_WIDTH + x]!;
  if (first > last) return;
  clearCoverage(cover, first, last);
  for (let j = k - around; j <= k + around; j++) {
    if (w > 1) coverColumn(cover, strands, j, x + 0.5, w, first, last);
    else coverHairline(cover, strands, j, x + 0.5, j === k, w, first, last);
  }
  const c = strip.from + x;
  const gate = dash === null ? null : createDashGate(dash, c, upper[k]!, lower[k]!, strip.columns.variation[k]!, exit[k - 1]!, exit[k]!);
  const firstOwn = Math.floor(upper[k]! - ROUNDING);
  const lastOwn = Math.floor(lower[k]! + ROUNDING);
  const { fromLeft, fromRight, within } = cover;
  for (let r = first; r <= last; r++) {
    const jump = skip[r * STRIP_WIDTH + x]!;
    if (jump > 0) {
      r += jump - 1;
      continue;
    }
    // The union of what reaches in from both sides.
    const left = fromLeft[r]! < 0.5 ? fromLeft[r]! : 0.5;
    const right = fromRight[r]! > -0.5 ? fromRight[r]! : -0.5;
    let g = right > left ? 1 - right + left : 1;
    if (within[r]! > g) g = within[r]! < 1 ? within[r]! : 1;
    if (g < LEAST && ((r >= firstOwn && r <= lastOwn) || (pieces.length > 0 && inPiece(pieces, c, r)))) g = LEAST;
    if (g < 0.008) continue;
    deposit(top, beneath, skip, r * width + c, r * STRIP_WIDTH + x, id, gate === null ? g * 255 : g * 255 * gate(r + 0.5));
  }
}

function inPiece(pieces: readonly number[], column: number, row: number): boolean {
  for (let q = 0; q < pieces.length; q += PIECE_STRIDE) {
    if (pieces[q] === column && row >= Math.floor(pieces[q + 1]! - ROUNDING) && row <= Math.floor(pieces[q + 2]! + ROUNDING)) return true;
  }
  return false;
}
