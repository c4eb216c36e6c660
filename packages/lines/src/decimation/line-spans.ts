import { yAxisMap, type AxisMap, type View } from '../view/view.js';
import { columnCuts } from './column-cuts.js';
import { createColumnGrid, type ColumnGrid } from './column-grid.js';
import { COLUMN_STRIDE, decimateColumns } from './decimate-columns.js';
import { samePoints, type Line } from './line.js';
import { lineCoordinates, type LineCoordinates } from './line-coordinates.js';
import { createPacking, packColumns, PACKED_STRIDE, packingFits, type Packing } from './packed-columns.js';
import { lineStack } from './line-stack.js';
import { packLine } from './pack-line.js';

/** Lines reduced to the pixel columns of a view, in units of the data. Made by `decimateLines`. */
export interface LineSpans {
  readonly lines: readonly Line[];
  readonly view: View;
  readonly grid: ColumnGrid;
  readonly yMap: AxisMap;
  /** Subtracted from every y kept. */
  readonly base: number;
  /** Indices of the lines, nearest to the viewer first. */
  readonly stack: Uint32Array;
  /** Per line and column `COLUMN_STRIDE` numbers; null when lines are many. */
  readonly columns: Float32Array | null;
  /** How the columns of many lines are packed; null when lines are few. */
  readonly packing: Packing | null;
  /** Per line and column `PACKED_STRIDE` numbers. Null, too, when columns are not kept but made again for each raster. */
  readonly packed: Uint16Array | null;
  /** Per line the cut-off pieces (see `PIECE_STRIDE`), or undefined when it has none. */
  readonly pieces: readonly (readonly number[] | undefined)[];
}

/** How much memory decimation may keep, and what it may take over. */
export interface DecimateOptions {
  /**
   * Most bytes of columns to keep. Beyond it nothing is kept, and every raster reduces the lines again: slower to hide a
   * line, but 6 bytes less a column and line (20 where lines are few). Default: 64 MiB.
   */
  readonly maxBytes?: number;
  /**
   * Whether columns are kept in 16 bits a number, to some hundredth of a pixel. Default: where lines are many, more than 32 at a width of
   * 1,000 (32,000 columns in all).
   */
  readonly packed?: boolean;
  /**
   * Spans whose columns are taken over for lines of the same arrays, where the x window is the same: a line that comes or goes
   * costs only itself. Default: none.
   */
  readonly previous?: LineSpans | null;
}

const MAX_BYTES = 64 * 2 ** 20;
const SLICE_POINTS = 100_000;
const CLOSE_BY_PIXELS = 0.25;
const FEW_COLUMNS = 32_000;

/** Whether so many lines are on a plot that single ones cannot be told apart: they are then drawn faster and somewhat coarser. */
export function isCrowded(lineCount: number, width: number): boolean {
  return lineCount * width > FEW_COLUMNS;
}

/**
 * Reduces lines to the device pixel columns of a view: per column the lowest and highest y, the total variation and where
 * the line leaves, with the segments to the points beyond both ends of the window. Nothing is lost that a pixel could show.
 *
 * @throws RangeError when the view has no size or no domain, or a line's `x` and `y` differ in length.
 */
export function decimateLines(lines: readonly Line[], view: View, options: DecimateOptions = {}): LineSpans {
  const steps = decimateSteps(lines, view, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** `decimateLines` in slices: yields the share that is done (0 to 1) after every hundred thousand points. */
export function* decimateSteps(lines: readonly Line[], view: View, options: DecimateOptions = {}): Generator<number, LineSpans, void> {
  const grid = createColumnGrid(view);
  const yMap = yAxisMap(view);
  const pieces: (number[] | undefined)[] = Array.from(lines, () => undefined);
  const previous = options.previous ? rescaleSpans(options.previous, view) : null;
  const known = new Map(previous?.lines.map((line, index) => [line.y, index]));
  const base = previous?.base ?? middleOf(yMap, view);
  const packing = (options.packed ?? isCrowded(lines.length, view.width)) ? (previous?.packing ?? createPacking(view, yMap, base)) : null;
  const perLine = view.width * (packing ? PACKED_STRIDE : COLUMN_STRIDE);
  const isKept = lines.length * perLine * (packing ? 2 : 4) <= (options.maxBytes ?? MAX_BYTES);
  const columns = isKept && !packing ? new Float32Array(lines.length * perLine) : null;
  const packed = isKept && packing ? new Uint16Array(lines.length * perLine) : null;
  const spans: LineSpans = { lines, view, grid, yMap, base, stack: lineStack(lines), columns, packing, packed, pieces };
  let sinceYield = 0;
  for (let index = 0; index < lines.length; index++) {
    const { x, y } = lines[index]!;
    if (x.length !== y.length) throw new RangeError(`Line ${index}: x has ${x.length} values and y has ${y.length}; give one x for each y.`);
    if (!isKept) continue;
    const old = known.get(y);
    if (old !== undefined && samePoints(previous!.lines[old]!, lines[index]!) && takeColumns(previous!, old, spans, index)) {
      pieces[index] = previous!.pieces[old]?.slice();
      continue;
    }
    const own: number[] = [];
    keepColumns(spans, index, 0, own);
    if (own.length > 0) pieces[index] = own;
    sinceYield += x.length + view.width;
    if (sinceYield > SLICE_POINTS) {
      sinceYield = 0;
      yield (index + 1) / lines.length;
    }
  }
  return spans;
}

/** Takes one line's columns over from other spans; false where those do not have them in the same form. */
function takeColumns(source: LineSpans, old: number, spans: LineSpans, index: number): boolean {
  const { width } = spans.view;
  if (spans.columns !== null && source.columns !== null) {
    const perLine = width * COLUMN_STRIDE;
    spans.columns.set(source.columns.subarray(old * perLine, (old + 1) * perLine), index * perLine);
    return true;
  }
  if (spans.packed === null || source.packed === null || spans.packing !== source.packing) return false;
  const perLine = width * PACKED_STRIDE;
  spans.packed.set(source.packed.subarray(old * perLine, (old + 1) * perLine), index * perLine);
  return true;
}

/** Reduces the columns of one line from a column on into what the spans keep, if they keep any. */
export function keepColumns(spans: LineSpans, index: number, from: number, pieces: number[]): void {
  const { columns, packed, view } = spans;
  if (columns !== null) decimateInto(spans, index, from, view.width, columns, (index * view.width + from) * COLUMN_STRIDE, pieces);
  else if (packed !== null) packInto(spans, index, from, view.width, packed, (index * view.width + from) * PACKED_STRIDE, pieces);
}

let unpacked = new Float32Array(0);

/** As `decimateInto`, packed. */
export function packInto(spans: LineSpans, index: number, from: number, to: number, out: Uint16Array, offset: number, pieces: number[]): void {
  const { lines, grid, base } = spans;
  const packing = spans.packing!;
  const { x } = lines[index]!;
  const { y, hidden } = coordinatesOf(spans, index, from, to);
  packLine(y, hidden, x.length, columnCuts(grid, x, from, to), base, packing, out, offset, (k, end) => {
    if (unpacked.length < (end - k) * COLUMN_STRIDE) unpacked = new Float32Array((end - k) * COLUMN_STRIDE);
    decimateInto(spans, index, from + k, from + end, unpacked, 0, pieces, false);
    packColumns(unpacked, end - k, packing, out, offset + k * PACKED_STRIDE);
  });
}

/** Reduces columns [from, to) of one line into `out` at `offset`. */
export function decimateInto(
  spans: LineSpans,
  index: number,
  from: number,
  to: number,
  out: Float32Array,
  offset: number,
  pieces: number[],
  withPlaces = true,
): void {
  const { grid, yMap, base } = spans;
  const closeBy = CLOSE_BY_PIXELS / Math.abs(yMap.factor);
  const { y, hidden } = coordinatesOf(spans, index, from, to);
  decimateColumns(spans.lines[index]!.x, y, hidden, grid, base, closeBy, from, to, out, offset, withPlaces, pieces);
}

function coordinatesOf({ lines, grid, yMap }: LineSpans, index: number, from: number, to: number): LineCoordinates {
  const line = lines[index]!;
  if (yMap.type === 'linear') return { y: line.y, hidden: line.hiddenVariation ?? null };
  return lineCoordinates(yMap, line, grid.edges[from]!, grid.edges[to]!);
}

/**
 * The same columns under another y domain or height: a zoom in y needs no new decimation.
 * Null when the columns were made for a range so much wider that they no longer place exactly enough, or where packed ones were made for
 * a narrower one.
 */
export function rescaleSpans(spans: LineSpans, view: View): LineSpans | null {
  const old = spans.view;
  const sameColumns =
    view.width === old.width &&
    view.xDomain[0] === old.xDomain[0] &&
    view.xDomain[1] === old.xDomain[1] &&
    (view.xScale ?? 'linear') === (old.xScale ?? 'linear') &&
    (view.yScale ?? 'linear') === (old.yScale ?? 'linear') &&
    (view.symlogConstant ?? 1) === (old.symlogConstant ?? 1);
  if (!sameColumns) return null;
  const yMap = yAxisMap(view);
  if (spans.packing !== null) return packingFits(spans.packing, view, yMap, spans.base) ? { ...spans, view, yMap } : null;
  const farthest = Math.max(Math.abs(yMap.origin - spans.base), Math.abs(yMap.origin + view.height / yMap.factor - spans.base));
  // A float keeps 24 bits: at 2^20 pixels from the base it still places to a sixteenth of a pixel.
  if (farthest * Math.abs(yMap.factor) > 2 ** 20) return null;
  return { ...spans, view, yMap };
}

function middleOf(yMap: AxisMap, view: View): number {
  return yMap.origin + view.height / 2 / yMap.factor;
}
