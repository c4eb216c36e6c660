import { isCrowded, type LineSpans } from '../decimation/line-spans.js';
import { createUnpacker, PACKED_STRIDE } from '../decimation/packed-columns.js';
import { createDashRun, type DashRun } from './dash.js';
import { clearIdBuffer, type IdBuffer } from './id-buffer.js';
import type { LineLayer, LineStyle } from './line-style.js';
import { createPackedRaster, type PackedRaster } from './packed-raster.js';
import { rasterExactLine } from './raster-exact.js';
import { rasterLine } from './raster-line.js';
import { rasterPackedLine } from './raster-packed.js';
import { giveBackStrip, loadLine, openStrip, STRIP_WIDTH, takeStrip } from './strip.js';

/** Which lines are drawn, how wide and how finely. */
export interface RasterOptions {
  /** Only lines of this layer are drawn. Default: `'line'`. */
  readonly layer?: LineLayer;
  /** Indices of lines that are drawn whatever their layer, on top of those of the layer. Default: none. */
  readonly also?: ReadonlySet<number>;
  /** Device pixels, for the lines in `also`. Default: `lineWidth`. */
  readonly alsoWidth?: number;
  /** Device pixels, for lines without a width of their own. 1 to 3 look right; up to 8 are possible. Default: 1. */
  readonly lineWidth?: number;
  /** Device pixels of a casing on each side. Default: 1. */
  readonly casingWidth?: number;
  /**
   * True draws each line as a stroke would look, false faster and somewhat coarser where lines turn within a pixel column.
   * Default: true for up to 32 lines at a
   * width of 1,000 (32,000 columns in all), where single ones can be told apart.
   */
  readonly exact?: boolean;
  /** True for a buffer that nothing was drawn into yet: it is not emptied first. Default: false. */
  readonly blank?: boolean;
  /** First column to draw again. Default: 0. */
  readonly from?: number;
  /** Column after the last one to draw again. Default: the width. */
  readonly to?: number;
}

const SLICE_LINES = 1500;

/** Id of a line's own pixels in an id buffer: 1 is line 0. */
export function lineId(index: number): number {
  return index + 1;
}

/** Id of the pixels of a line's casing. */
export function casingId(index: number, lineCount: number): number {
  return lineCount + index + 1;
}

/**
 * Draws the lines of one layer into an id buffer, front to back: the columns [from, to) are emptied and drawn anew. Any way to
 * cut the columns gives the same bytes. Casings are drawn where lines are few or `exact`; for many see `casePixels`.
 *
 * @param styles One per line. Colours are not read.
 * @throws RangeError when buffer, spans and styles do not fit each other.
 */
export function rasterLines(spans: LineSpans, styles: readonly LineStyle[], buffer: IdBuffer, options: RasterOptions = {}): void {
  const steps = rasterSteps(spans, styles, buffer, options);
  while (steps.next().done !== true);
}

/** `rasterLines` in slices of a few milliseconds: yields the share of the columns that is done (0 to 1). */
export function* rasterSteps(
  spans: LineSpans,
  styles: readonly LineStyle[],
  buffer: IdBuffer,
  options: RasterOptions = {},
): Generator<number, void, void> {
  const { width, height } = spans.view;
  if (buffer.width !== width || buffer.height !== height) {
    throw new RangeError(`rasterLines: the buffer is ${buffer.width} × ${buffer.height}, the spans are ${width} × ${height}.`);
  }
  if (styles.length !== spans.lines.length) {
    throw new RangeError(`rasterLines: ${styles.length} styles given for ${spans.lines.length} lines.`);
  }
  const from = Math.max(0, options.from ?? 0);
  const to = Math.min(width, options.to ?? width);
  // By the number of lines in the plot, not of those shown: hiding a line must not restyle the others.
  const exact = options.exact ?? !isCrowded(spans.lines.length, width);
  const strokes = strokesOf(spans, styles, options, exact || !isCrowded(spans.lines.length, width));
  const strip = takeStrip(height);
  if (options.blank !== true) clearIdBuffer(buffer, from, to);
  const draw = exact ? rasterExactLine : rasterLine;
  const packed = exact ? null : packedOf(spans, strokes);
  for (let c = from; c < to; c += STRIP_WIDTH) {
    const end = Math.min(to, c + STRIP_WIDTH);
    openStrip(strip, c, end);
    let sinceYield = 0;
    for (const stroke of strokes) {
      if (++sinceYield > SLICE_LINES) {
        sinceYield = 0;
        yield (c - from) / (to - from);
      }
      if (packed !== null && stroke.dash === null && stroke.casing === 0 && spans.pieces[stroke.index] === undefined) {
        rasterPackedLine(strip, buffer, packed, stroke.index * width * PACKED_STRIDE, lineId(stroke.index), stroke.width);
        continue;
      }
      if (!loadLine(strip, spans, stroke.index, exact ? 'path' : stroke.dash === null ? 'edges' : 'crossings')) continue;
      draw(strip, buffer, lineId(stroke.index), stroke.width, stroke.dash);
      if (stroke.casing > 0) draw(strip, buffer, casingId(stroke.index, styles.length), stroke.casing, stroke.dash);
    }
    yield (end - from) / (to - from);
  }
  giveBackStrip(strip);
}

/** Where lines can be drawn straight from their packed columns, what that needs. */
function packedOf({ packed, packing, yMap, base }: LineSpans, strokes: readonly Stroke[]): PackedRaster | null {
  if (packed === null || packing === null) return null;
  const widest = strokes.reduce((w, { width }) => Math.max(w, width), 0);
  return createPackedRaster(packed, createUnpacker(packing, yMap, base), widest);
}

interface Stroke {
  readonly index: number;
  readonly width: number;
  readonly dash: DashRun | null;
  /** Width of the casing's stroke, 0 for none. */
  readonly casing: number;
}

/** What is drawn, nearest to the viewer first. */
function strokesOf(spans: LineSpans, styles: readonly LineStyle[], options: RasterOptions, withCasings: boolean): Stroke[] {
  const { layer = 'line', lineWidth = 1, casingWidth = 1 } = options;
  const strokes: Stroke[] = [];
  const { also, alsoWidth = lineWidth } = options;
  const ofLayer = (index: number): boolean => also?.has(index) !== true && (styles[index]!.layer ?? 'line') === layer;
  const order = also === undefined || also.size === 0 ? spans.stack : [...spans.stack.filter((index) => also.has(index)), ...spans.stack];
  const extra = order.length - spans.stack.length;
  for (let k = 0; k < order.length; k++) {
    const index = order[k]!;
    const style = styles[index]!;
    if (style.hidden === true || (k >= extra && !ofLayer(index))) continue;
    const width = k < extra ? alsoWidth : (style.width ?? lineWidth);
    const hasCasing = withCasings && style.casing !== null && style.casing !== undefined;
    const dash = style.dash ? createDashRun(spans, index, style.dash) : null;
    strokes.push({ index, width, dash, casing: hasCasing ? width + 2 * casingWidth : 0 });
  }
  return strokes;
}
