import { COLUMN_STRIDE, KINK_PLACE } from '../decimation/decimate-columns.js';
import { decimateInto, type LineSpans } from '../decimation/line-spans.js';
import { PIECE_STRIDE } from '../decimation/column-pieces.js';

/**
 * The geometry of one line as SVG path data in device pixels, for `<path fill="none">`: what the raster draws, column by
 * column, so a million samples give a path of some thousand points. A sample without neighbours becomes a line of no length:
 * `stroke-linecap="round"` shows it as a dot. Empty when the line has nothing in the window.
 *
 * @param digits Decimals of a coordinate. Default: 2.
 */
export function linePath(spans: LineSpans, index: number, digits = 2): string {
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
  const path = createPath(spans, digits);
  let nextPiece = 0;
  for (let c = 0; c < width; c++, p += COLUMN_STRIDE) {
    while (pieces !== undefined && pieces[nextPiece] === c) {
      path.piece(c, pieces[nextPiece + 1]!, pieces[nextPiece + 2]!, pieces[nextPiece + 4]!, NaN);
      path.lift();
      nextPiece += PIECE_STRIDE;
    }
    const lo = source[p]!;
    if (lo !== lo) continue;
    const exit = source[p + 3]!;
    path.piece(c, lo, source[p + 1]!, source[p + 4]!, exit);
    if (exit === exit) path.point(c + 1, exit);
    else path.lift();
  }
  return path.text();
}

interface Path {
  /** Goes through the extremes of a piece, in the order of x. */
  piece(column: number, lo: number, hi: number, places: number, exit: number): void;
  point(x: number, y: number): void;
  /** Ends the current line. */
  lift(): void;
  text(): string;
}

function createPath(spans: LineSpans, digits: number): Path {
  const { factor, origin } = spans.yMap;
  const parts: string[] = [];
  let length = 0;
  let last = '';
  const format = (value: number): string => String(Number(value.toFixed(digits)));

  function point(x: number, y: number): void {
    const pixel = Math.min(1e6, Math.max(-1e6, (y + spans.base - origin) * factor));
    const at = `${format(x)} ${format(pixel)}`;
    if (length > 0 && at === last) return;
    parts.push(`${length === 0 ? 'M' : 'L'}${at}`);
    last = at;
    length++;
  }

  function lift(): void {
    if (length === 1) parts.push('h0');
    length = 0;
  }

  return {
    point,
    lift,
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
    text() {
      lift();
      return parts.join('');
    },
  };
}
