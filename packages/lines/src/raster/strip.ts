import { PIECE_STRIDE } from '../decimation/column-pieces.js';
import { COLUMN_STRIDE } from '../decimation/decimate-columns.js';
import { decimateInto, type LineSpans } from '../decimation/line-spans.js';

/** Columns rastered together, so that the part of the buffers in use stays within the cache. */
export const STRIP_WIDTH = 64;

/** Columns read beyond both sides of a strip: what lies there may reach into it. */
export const STRIP_MARGIN = 5;

const SPAN = STRIP_WIDTH + 2 * STRIP_MARGIN;
const FAR = 1e15;

/**
 * Working memory of a raster: one line's columns in pixels (y downwards), and per pixel of the strip the rows down to the next
 * pixel that can still change (0: this one).
 */
export interface Strip {
  from: number;
  to: number;
  /** Upper edge per column, NaN where the line has nothing; index `STRIP_MARGIN` is column `from`. */
  readonly upper: Float64Array;
  readonly lower: Float64Array;
  readonly variation: Float64Array;
  /** y on the right edge of the column; NaN where the line ends in it. */
  readonly exit: Float64Array;
  /** Where within the column the upper and the lower edge are reached, packed. */
  readonly places: Float64Array;
  readonly spans: Float32Array;
  skip: Uint16Array;
  /** Pieces of the line that is loaded, in pixels: column, upper, lower, variation, places. */
  pieces: number[];
}

let spare: Strip | null = null;

/** The strip that all plots share, or a new one while another raster, cut into slices, is still at work with it. */
export function takeStrip(height: number): Strip {
  const strip = spare ?? {
    from: 0,
    to: 0,
    upper: new Float64Array(SPAN),
    lower: new Float64Array(SPAN),
    variation: new Float64Array(SPAN),
    exit: new Float64Array(SPAN),
    places: new Float64Array(SPAN),
    spans: new Float32Array(SPAN * COLUMN_STRIDE),
    skip: new Uint16Array(0),
    pieces: [],
  };
  spare = null;
  const cells = STRIP_WIDTH * (height + 1);
  if (strip.skip.length < cells) strip.skip = new Uint16Array(cells);
  return strip;
}

export function giveBackStrip(strip: Strip): void {
  spare = strip;
}

/** Empties a strip for columns [from, to). */
export function openStrip(strip: Strip, from: number, to: number): void {
  strip.skip.fill(0);
  strip.from = from;
  strip.to = to;
}

/** Loads one line's columns around the strip. False when it has nothing there. */
export function loadLine(strip: Strip, spans: LineSpans, index: number): boolean {
  const { upper, lower, variation, exit, places } = strip;
  const { width } = spans.view;
  const first = Math.max(0, strip.from - STRIP_MARGIN);
  const end = Math.min(width, strip.to + STRIP_MARGIN);
  let source = spans.columns;
  let p = (index * width + first) * COLUMN_STRIDE;
  let cutOff: readonly number[] | undefined = spans.pieces[index];
  if (source === null) {
    const own: number[] = [];
    decimateInto(spans, index, first, end, strip.spans, 0, own);
    source = strip.spans;
    p = 0;
    cutOff = own;
  }
  const { factor, origin } = spans.yMap;
  const shift = (spans.base - origin) * factor;
  const base = STRIP_MARGIN - strip.from;
  upper.fill(NaN, 0, first + base);
  upper.fill(NaN, end + base, SPAN);
  exit.fill(NaN, 0, first + base);
  let any = false;
  for (let k = first + base; k < end + base; k++, p += COLUMN_STRIDE) {
    const lo = source[p]!;
    if (lo !== lo) {
      upper[k] = NaN;
      exit[k] = NaN;
      continue;
    }
    any = true;
    upper[k] = inReach(source[p + 1]! * factor + shift);
    lower[k] = inReach(lo * factor + shift);
    variation[k] = inReach(-source[p + 2]! * factor);
    exit[k] = source[p + 3]! * factor + shift;
    places[k] = source[p + 4]!;
  }
  strip.pieces.length = 0;
  if (cutOff !== undefined) {
    for (let q = 0; q < cutOff.length; q += PIECE_STRIDE) {
      const column = cutOff[q]!;
      if (column < first || column >= end) continue;
      const top = inReach(cutOff[q + 2]! * factor + shift);
      strip.pieces.push(column, top, inReach(cutOff[q + 1]! * factor + shift), inReach(-cutOff[q + 3]! * factor), cutOff[q + 4]!);
    }
  }
  return any;
}

function inReach(pixel: number): number {
  return pixel < -FAR ? -FAR : pixel > FAR ? FAR : pixel;
}
