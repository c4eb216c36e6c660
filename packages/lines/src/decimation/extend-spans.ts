import { columnOf } from './column-grid.js';
import { PIECE_STRIDE } from './column-pieces.js';
import type { Line } from './line.js';
import { keepColumns, type LineSpans } from './line-spans.js';
import { lineStack } from './line-stack.js';

/** Spans with new points, and from where on to raster again. */
export interface ExtendedSpans {
  readonly spans: LineSpans;
  /** First column that has changed; the width when none has. */
  readonly fromColumn: number;
}

/**
 * The spans after points were appended to lines (or the last ones replaced): only columns from the first new point on are
 * made again. Gives the very bytes that `decimateLines` would.
 *
 * @param spans What `decimateLines` gave. Its columns are taken over: do not use it any more.
 * @param lines As many lines, in the same places.
 * @throws RangeError when the number of lines differs.
 */
export function extendSpans(spans: LineSpans, lines: readonly Line[]): ExtendedSpans {
  const { grid, view } = spans;
  if (lines.length !== spans.lines.length) {
    throw new RangeError(`extendSpans: ${lines.length} lines given for spans of ${spans.lines.length}; use decimateLines.`);
  }
  const reordered = lines.some((line, index) => line.order !== spans.lines[index]!.order);
  const pieces = [...spans.pieces];
  const next: LineSpans = { ...spans, lines, pieces, stack: reordered ? lineStack(lines) : spans.stack };
  let fromColumn = reordered ? 0 : view.width;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const old = spans.lines[index]!;
    const same = firstDifference(old, line);
    if (same === line.x.length && same === old.x.length) continue;
    // The segment to the first new point starts at the point before it.
    const before = Math.min(line.x[Math.max(0, same - 1)] ?? Infinity, old.x[Math.max(0, same - 1)] ?? Infinity);
    if (before > view.xDomain[1]) continue;
    const from = columnOf(grid, before);
    fromColumn = Math.min(fromColumn, from);
    if (spans.columns === null && spans.packed === null) continue;
    const own = piecesBefore(pieces[index], from);
    keepColumns(next, index, from, own);
    pieces[index] = own.length > 0 ? own : undefined;
  }
  return { spans: next, fromColumn };
}

/** Index of the first point that two lines do not share; NaN equals NaN. */
function firstDifference(a: Line, b: Line): number {
  const n = Math.min(a.x.length, b.x.length);
  const hiddenA = a.hiddenVariation ?? null;
  const hiddenB = b.hiddenVariation ?? null;
  const sameHidden = hiddenA === hiddenB || (hiddenA !== null && hiddenB !== null && sameMemory(hiddenA, hiddenB));
  if (sameMemory(a.x, b.x) && sameMemory(a.y, b.y) && sameHidden) return n;
  for (let i = 0; i < n; i++) {
    if (a.x[i] !== b.x[i]) return i;
    if (!sameHidden && (hiddenA?.[i] ?? 0) !== (hiddenB?.[i] ?? 0)) return i;
    const u = a.y[i]!;
    const v = b.y[i]!;
    if (u !== v && (u === u || v === v)) return i;
  }
  return n;
}

function sameMemory(a: Float64Array, b: Float64Array): boolean {
  return a.buffer === b.buffer && a.byteOffset === b.byteOffset;
}

function piecesBefore(pieces: readonly number[] | undefined, column: number): number[] {
  if (pieces === undefined) return [];
  let end = 0;
  while (end < pieces.length && pieces[end]! < column) end += PIECE_STRIDE;
  return pieces.slice(0, end);
}
