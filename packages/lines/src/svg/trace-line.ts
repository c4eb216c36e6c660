import { PIECE_STRIDE } from '../decimation/column-pieces.js';
import { COLUMN_STRIDE, KINK_PLACE } from '../decimation/decimate-columns.js';
import { decimateInto, type LineSpans } from '../decimation/line-spans.js';

/** What a line is traced onto: a `Path2D`, a canvas context, or anything that takes straight strokes. */
export interface LinePen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
}

const FAR = 1e6;

/**
 * Traces one line in device pixels: what the raster draws, column by column, so a million samples give some thousand points. A sample
 * without neighbours becomes a line of no length: round caps show it as a dot. Nothing where the line has nothing in the window.
 */
export function traceLine(spans: LineSpans, index: number, pen: LinePen): void {
  const { width } = spans.view;
  let source = spans.columns;
  let p = index * width * COLUMN_STRIDE;
  let pieces = spans.pieces[index];
  if (source === null) {
    const own: number[] = [];
    source = new Float32Array(width * COLUMN_STRIDE);
    decimateInto(spans, index, 0, width, source, 0, own);
    p = 0;
    pieces = own;
  }
  const walk = createWalk(spans, pen);
  let nextPiece = 0;
  for (let c = 0; c < width; c++, p += COLUMN_STRIDE) {
    while (pieces !== undefined && pieces[nextPiece] === c) {
      walk.piece(c, pieces[nextPiece + 1]!, pieces[nextPiece + 2]!, pieces[nextPiece + 4]!, NaN);
      walk.lift();
      nextPiece += PIECE_STRIDE;
    }
    const lo = source[p]!;
    if (lo !== lo) continue;
    const exit = source[p + 3]!;
    walk.piece(c, lo, source[p + 1]!, source[p + 4]!, exit);
    if (exit === exit) walk.point(c + 1, exit);
    else walk.lift();
  }
  walk.lift();
}

interface Walk {
  /** Goes through the extremes of a piece, in the order of x. */
  piece(column: number, lo: number, hi: number, places: number, exit: number): void;
  point(x: number, y: number): void;
  /** Ends the current line. */
  lift(): void;
}

function createWalk({ yMap: { factor, origin }, base }: LineSpans, pen: LinePen): Walk {
  let length = 0;
  let lastX = 0;
  let lastY = 0;

  function point(x: number, y: number): void {
    const pixel = Math.min(FAR, Math.max(-FAR, (y + base - origin) * factor));
    if (length > 0 && x === lastX && pixel === lastY) return;
    if (length === 0) pen.moveTo(x, pixel);
    else pen.lineTo(x, pixel);
    lastX = x;
    lastY = pixel;
    length++;
  }

  return {
    point,
    lift() {
      if (length === 1) pen.lineTo(lastX, lastY);
      length = 0;
    },
    piece(column, lo, hi, places, exit) {
      if (places >= KINK_PLACE) {
        // From one extreme on the left edge, where the path is already unless it begins here, to the exit.
        if (length === 0) point(column, Math.abs(exit - lo) < Math.abs(exit - hi) ? hi : lo);
        return;
      }
      const atLo = column + (places >> 8) / 255;
      const atHi = column + (places & 255) / 255;
      if (lo === hi) {
        // A level piece that has been entered goes on to its exit.
        if (length === 0) point(atLo, lo);
      } else if (atLo <= atHi) {
        point(atLo, lo);
        point(atHi, hi);
      } else {
        point(atHi, hi);
        point(atLo, lo);
      }
    },
  };
}
