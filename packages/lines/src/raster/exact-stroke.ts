import { PIECE_STRIDE } from '../decimation/column-pieces.js';
import { clearCoverage, coverageOf, coverColumn, createColumnCoverage } from './column-coverage.js';
import { buildStrands, createColumnStrands, resetStrands } from './column-strands.js';
import { createDashGate, type DashRun } from './dash.js';
import { deposit } from './deposit.js';
import { coverHairline } from './hairline-coverage.js';
import type { IdBuffer } from './id-buffer.js';
import { STRIP_MARGIN, STRIP_WIDTH, type Strip } from './strip.js';

const strands = createColumnStrands();
const cover = createColumnCoverage();

/** To be called when another line has been loaded into the strip. */
export function beginExactLine(): void {
  resetStrands(strands);
}

/** Draws one column of the line that is loaded from its strands and those of the columns around: for plots of few lines. */
export function exactStroke(strip: Strip, buffer: IdBuffer, id: number, w: number, k: number, dash: DashRun | null): void {
  const { skip, upper, lower, exit, pieces } = strip;
  const { width, height } = buffer;
  const reach = w / 2 + 0.5;
  const around = Math.min(STRIP_MARGIN - 1, Math.ceil(reach - 0.5));
  let top = Infinity;
  let bottom = -Infinity;
  for (let j = k - around; j <= k + around; j++) {
    buildStrands(strands, strip, j);
    if (upper[j]! < top) top = upper[j]!;
    if (lower[j]! > bottom) bottom = lower[j]!;
  }
  for (let q = 0; q < pieces.length; q += PIECE_STRIDE) {
    if (Math.abs(pieces[q]! - strip.from - k + STRIP_MARGIN) > around) continue;
    if (pieces[q + 1]! < top) top = pieces[q + 1]!;
    if (pieces[q + 2]! > bottom) bottom = pieces[q + 2]!;
  }
  let first = Math.max(0, Math.floor(top - reach));
  const last = Math.min(height - 1, Math.ceil(bottom + reach));
  const x = k - STRIP_MARGIN;
  while (first <= last && skip[first * STRIP_WIDTH + x] !== 0) first += skip[first * STRIP_WIDTH + x]!;
  if (first > last) return;
  clearCoverage(cover, first, last);
  for (let j = k - around; j <= k + around; j++) {
    if (w > 1) coverColumn(cover, strands, j, x + 0.5, w, first, last);
    else coverHairline(cover, strands, j, x + 0.5, j === k, w, first, last);
  }
  const c = strip.from + x;
  const gate = dash === null ? null : createDashGate(dash, c, upper[k]!, lower[k]!, strip.variation[k]!, exit[k - 1]!, exit[k]!);
  for (let r = first; r <= last; r++) {
    const jump = skip[r * STRIP_WIDTH + x]!;
    if (jump > 0) {
      r += jump - 1;
      continue;
    }
    const g = coverageOf(cover, r) * 255;
    if (g >= 2) deposit(buffer, strip, r * width + c, r * STRIP_WIDTH + x, id, gate === null ? g : g * gate(r + 0.5));
  }
}
