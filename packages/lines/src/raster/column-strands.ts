import { PIECE_STRIDE } from '../decimation/column-pieces.js';
import { KINK_PLACE } from '../decimation/decimate-columns.js';
import { STRIP_MARGIN, STRIP_WIDTH, type Strip } from './strip.js';

/** Numbers of a strand: x and y of its start and end, in pixels; x counts from the left edge of the strip. */
export const STRAND_STRIDE = 4;

const SPAN = STRIP_WIDTH + 2 * STRIP_MARGIN;

/** The line that is loaded as straight strands per column: entry, the two extremes in the order of x, exit. */
export interface ColumnStrands {
  strands: Float64Array;
  /** First strand and number of strands per column, by the index of the strip's columns. */
  readonly start: Int32Array;
  readonly count: Int32Array;
  used: number;
}

export function createColumnStrands(): ColumnStrands {
  return { strands: new Float64Array(SPAN * 3 * STRAND_STRIDE), start: new Int32Array(SPAN), count: new Int32Array(SPAN).fill(-1), used: 0 };
}

/** Forgets the strands of the line before. */
export function resetStrands(strands: ColumnStrands): void {
  strands.count.fill(-1);
  strands.used = 0;
}

/** Makes the strands of column `k` if they are not there yet. */
export function buildStrands(own: ColumnStrands, strip: Strip, k: number): void {
  if (own.count[k]! >= 0) return;
  own.start[k] = own.used;
  const { pieces } = strip;
  const { upper, lower, exit, places } = strip.columns;
  const x = k - STRIP_MARGIN;
  const column = strip.from + x;
  let entry = k > 0 ? exit[k - 1]! : NaN;
  for (let q = 0; q < pieces.length; q += PIECE_STRIDE) {
    if (pieces[q] !== column) continue;
    addPiece(own, x, pieces[q + 1]!, pieces[q + 2]!, pieces[q + 4]!, entry, NaN);
    entry = NaN;
  }
  if (!Number.isNaN(upper[k]!)) addPiece(own, x, upper[k]!, lower[k]!, places[k]!, entry, exit[k]!);
  own.count[k] = own.used - own.start[k]!;
}

function addPiece(own: ColumnStrands, x: number, top: number, bottom: number, places: number, entry: number, exit: number): void {
  if (places >= KINK_PLACE) {
    const falls = Math.abs(exit - bottom) < Math.abs(exit - top);
    const from = falls ? top : bottom;
    const kink = (places - KINK_PLACE) / 255;
    const middle = from + (exit - from) * kink;
    if (kink > 0) add(own, x, from, x + kink, middle);
    if (kink < 1) add(own, x + kink, middle, x + 1, exit);
    return;
  }
  const atBottom = x + (places >> 8) / 255;
  const atTop = x + (places & 255) / 255;
  const bottomFirst = atBottom < atTop;
  const x1 = bottomFirst ? atBottom : atTop;
  const y1 = bottomFirst ? bottom : top;
  const x2 = bottomFirst ? atTop : atBottom;
  const y2 = bottomFirst ? top : bottom;
  if (!Number.isNaN(entry) && x1 > x) add(own, x, entry, x1, y1);
  if (x2 > x1 || y1 !== y2) add(own, x1, y1, x2, y2);
  if (!Number.isNaN(exit) && x2 < x + 1) add(own, x2, y2, x + 1, exit);
}

function add(own: ColumnStrands, x0: number, y0: number, x1: number, y1: number): void {
  let p = own.used * STRAND_STRIDE;
  if (p + STRAND_STRIDE > own.strands.length) {
    const grown = new Float64Array(own.strands.length * 2);
    grown.set(own.strands);
    own.strands = grown;
  }
  own.strands[p++] = x0;
  own.strands[p++] = y0;
  own.strands[p++] = x1;
  own.strands[p] = y1;
  own.used++;
}
