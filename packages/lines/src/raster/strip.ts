import { PIECE_STRIDE } from '../decimation/column-pieces.js';
import type { LineSpans } from '../decimation/line-spans.js';
import { fillCrossings } from '../decimation/packed-columns.js';
import { createPlacedColumns, inReach, placeColumns, type PlacedColumns } from '../decimation/placed-columns.js';
import { createClosedRows, openRows, STRIP_WIDTH, type ClosedRows } from './closed-rows.js';

export { STRIP_WIDTH } from './closed-rows.js';

/** Columns read beyond both sides of a strip: what lies there may reach into it. */
export const STRIP_MARGIN = 5;

const SPAN = STRIP_WIDTH + 2 * STRIP_MARGIN;
const INK_NUMBERS = 7;

/** Working memory of a raster: one line's columns in pixels (y downwards), and which pixels of the strip are done. */
export interface Strip {
  from: number;
  to: number;
  /** Index `STRIP_MARGIN` is column `from`. */
  readonly columns: PlacedColumns;
  readonly closed: ClosedRows;
  /** Pieces of the line that is loaded, in pixels: column, upper, lower, variation, places. */
  readonly pieces: number[];
  /** What `fastStroke` is given; as arguments, fractions would cost memory at each call. */
  readonly ink: Float64Array;
}

let spare: Strip | null = null;

/** The strip that all plots share, or a new one while another raster, cut into slices, is still at work with it. */
export function takeStrip(height: number): Strip {
  const strip = spare ?? {
    from: 0,
    to: 0,
    columns: createPlacedColumns(SPAN),
    closed: createClosedRows(),
    pieces: [],
    ink: new Float64Array(INK_NUMBERS),
  };
  spare = null;
  const cells = STRIP_WIDTH * (height + 1);
  if (strip.closed.skip.length < cells) strip.closed.skip = new Uint16Array(cells);
  return strip;
}

export function giveBackStrip(strip: Strip): void {
  spare = strip;
}

/** Empties a strip for columns [from, to). */
export function openStrip(strip: Strip, from: number, to: number): void {
  openRows(strip.closed);
  strip.from = from;
  strip.to = to;
}

/** What a stroke needs to know of a line: its edges alone, also where it crosses from column to column, or the path within columns too. */
export type LineDetail = 'edges' | 'crossings' | 'path';

/** Loads one line's columns around the strip. False when it has nothing there. */
export function loadLine(strip: Strip, spans: LineSpans, index: number, detail: LineDetail): boolean {
  const { columns, pieces } = strip;
  const first = Math.max(0, strip.from - STRIP_MARGIN);
  const end = Math.min(spans.view.width, strip.to + STRIP_MARGIN);
  const k = first + STRIP_MARGIN - strip.from;
  columns.upper.fill(NaN, 0, k);
  columns.upper.fill(NaN, k + end - first, SPAN);
  columns.exit.fill(NaN, 0, k);
  const own: number[] = [];
  const { any, anew } = placeColumns(spans, index, first, end, detail === 'path', columns, k, own);
  if (any && detail === 'crossings' && spans.packing !== null) fillCrossings(columns, k, k + end - first);
  pieces.length = 0;
  const cutOff = anew ? own : spans.pieces[index];
  if (cutOff !== undefined) {
    const { factor, origin } = spans.yMap;
    const shift = (spans.base - origin) * factor;
    for (let q = 0; q < cutOff.length; q += PIECE_STRIDE) {
      const column = cutOff[q]!;
      if (column < first || column >= end) continue;
      const top = inReach(cutOff[q + 2]! * factor + shift);
      pieces.push(column, top, inReach(cutOff[q + 1]! * factor + shift), inReach(-cutOff[q + 3]! * factor), cutOff[q + 4]!);
    }
  }
  return any;
}
