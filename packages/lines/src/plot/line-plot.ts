import { casePixels, createCasingTable } from '../colors/case-pixels.js';
import { blendPixels, colorPixels } from '../colors/color-pixels.js';
import { createColorTable } from '../colors/color-table.js';
import { extendSpans } from '../decimation/extend-spans.js';
import type { Line } from '../decimation/line.js';
import { decimateSteps, isCrowded, rescaleSpans, type LineSpans } from '../decimation/line-spans.js';
import { nearestLine, nearestLines, type NearestOptions, type NearLine } from '../pick/nearest-line.js';
import { createIdBuffer, type IdBuffer } from '../raster/id-buffer.js';
import type { LineLayer, LineStyle } from '../raster/line-style.js';
import { decimateBands, rasterBands, type Band } from '../raster/raster-bands.js';
import { rasterSteps } from '../raster/raster-lines.js';
import { STRIP_MARGIN } from '../raster/strip.js';
import { linePath } from '../svg/line-path.js';
import { traceLine, type LinePen } from '../svg/trace-line.js';
import type { View } from '../view/view.js';
import { sameBands, sameGeometry, sameLines, sameView } from './plot-changes.js';

/** Everything a plot shows. Equal arrays may be new arrays: what did not change is not made again. */
export interface LinePlotInput {
  readonly lines: readonly Line[];
  /** One per line. */
  readonly styles: readonly LineStyle[];
  readonly view: View;
  /** Filled areas beneath all lines, the last on top. Default: none. */
  readonly bands?: readonly Band[];
  /** Device pixels. Default: 1. */
  readonly lineWidth?: number;
  /** Device pixels of a casing on each side. Default: 1. */
  readonly casingWidth?: number;
  /** 0xRRGGBB of dimmed lines. Default: 0xc8c8c8. */
  readonly dimColor?: number;
  /** 0 to 1, of the faint layer of raw lines. Default: 0.3. */
  readonly rawOpacity?: number;
  /** Indices of lines that are drawn once more on top of all others, undimmed: hovered, highlighted. Default: none. */
  readonly overlay?: readonly number[];
  /** Device pixels, of the lines in `overlay`. Default: 1.5 × `lineWidth`. */
  readonly overlayWidth?: number;
  /** See `DecimateOptions`. Default: 64 MiB. */
  readonly maxBytes?: number;
}

/** Layers of a plot, lowest first; bands lie beneath all lines. */
export type PlotLayer = 'band' | LineLayer;

/** What an update had to do. */
export interface LinePlotWork {
  /** Lines were reduced to columns. */
  readonly decimated: 'none' | 'columns' | 'all';
  /** Layers that were drawn again, whole or in part. */
  readonly rastered: readonly PlotLayer[];
}

/** A plot that remembers its stages, and does again only those that a change asks for. */
export interface LinePlot {
  /** Takes the input over and brings all stages but the colours up to date. */
  update(input: LinePlotInput): LinePlotWork;
  /** `update` in slices of a few milliseconds; yields the share done. Nothing else may be called before its end. */
  updateSteps(input: LinePlotInput): Generator<number, LinePlotWork, void>;
  /** Colours all layers into `out` (see `colorPixels`); all that a change of colour or of dimming needs. */
  paint(out: Uint32Array): void;
  /**
   * The same picture, a few rows at a time, so that the memory of all of it is never needed at once.
   *
   * @param out Room for one or more rows, written over and over.
   * @param put Called for each strip: `rows` rows of the picture, from row `from` on, are in `out`.
   */
  paintStrips(out: Uint32Array, put: (from: number, rows: number) => void): void;
  /** Colours one layer alone, for plots that keep a canvas per layer. */
  paintLayer(layer: PlotLayer, out: Uint32Array): void;
  /** See `nearestLine`; device pixels. */
  nearest(x: number, y: number, options?: NearestOptions): NearLine | null;
  /** See `nearestLines`; device pixels. */
  nearestAll(x: number, y: number, options?: NearestOptions & { readonly limit?: number }): NearLine[];
  /** See `traceLine`. */
  trace(index: number, pen: LinePen): void;
  /** See `linePath`. */
  path(index: number): string;
}

const FEW_LINES = 16;
const LINE_LAYERS: readonly LineLayer[] = ['raw', 'line', 'overlay'];
const LAYERS: readonly PlotLayer[] = ['band', ...LINE_LAYERS];

/** Whether a layer's lines are drawn one by one as strokes would look. Few on top deserve it, however many lie beneath. */
function isExact({ lines, view, overlay }: LinePlotInput, layer: PlotLayer): boolean {
  return !isCrowded(lines.length, view.width) || (layer === 'overlay' && (overlay ?? []).length <= FEW_LINES);
}

/** Some rows of a buffer, as a view of it. */
function rowsOf({ width, top, beneath }: IdBuffer, from: number, rows: number): IdBuffer {
  const [first, end] = [from * width, (from + rows) * width];
  return { width, height: rows, top: top.subarray(first, end), beneath: beneath.subarray(first, end) };
}

/** An empty plot; `update` gives it something to show. Holds 8 bytes a pixel and layer in use, and the columns of the lines. */
export function createLinePlot(): LinePlot {
  let input: LinePlotInput | null = null;
  let spans: LineSpans | null = null;
  const buffers = new Map<PlotLayer, IdBuffer>();
  const table = { colors: new Uint32Array(0), overlay: new Uint32Array(0) };

  function* updateSteps(next: LinePlotInput): Generator<number, LinePlotWork, void> {
    const old = input;
    // Until the end of the steps nothing that is kept can be trusted.
    input = null;
    let decimated: LinePlotWork['decimated'] = 'none';
    let from = 0;
    const rescaled = spans !== null && old !== null ? rescaleSpans(spans, next.view) : null;
    const sameWindow = rescaled !== null && old !== null && sameView(old.view, next.view);
    if (rescaled !== null && old !== null && sameLines(old.lines, next.lines)) {
      spans = { ...rescaled, lines: next.lines };
      if (sameWindow) from = next.view.width;
    } else if (rescaled !== null && old !== null && old.lines.length === next.lines.length) {
      const extended = extendSpans(rescaled, next.lines);
      spans = extended.spans;
      decimated = 'columns';
      if (sameWindow) from = Math.max(0, extended.fromColumn - STRIP_MARGIN);
    } else {
      spans = yield* decimateSteps(next.lines, next.view, { maxBytes: next.maxBytes, previous: old === null ? null : spans });
      decimated = 'all';
    }
    const rastered: PlotLayer[] = [];
    if (drawBands(old, next)) rastered.push('band');
    for (const layer of LINE_LAYERS) {
      const also = new Set(layer === 'overlay' ? next.overlay : []);
      const used = also.size > 0 || next.styles.some((style) => (style.layer ?? 'line') === layer);
      if (!used) {
        buffers.delete(layer);
        continue;
      }
      const exact = isExact(next, layer);
      const fits = fitting(layer, next.view) !== undefined;
      const buffer = fitting(layer, next.view) ?? createIdBuffer(next.view.width, next.view.height);
      buffers.set(layer, buffer);
      const start = fits && old !== null && sameGeometry(old, next, layer, exact) && exact === isExact(old, layer) ? from : 0;
      if (start >= next.view.width) continue;
      const { lineWidth = 1, casingWidth, overlayWidth = 1.5 * lineWidth } = next;
      const options = { layer, also, alsoWidth: overlayWidth, lineWidth, casingWidth, exact, blank: !fits, from: start };
      yield* rasterSteps(spans, next.styles, buffer, options);
      rastered.push(layer);
    }
    input = next;
    return { decimated, rastered };
  }

  function fitting(layer: PlotLayer, view: View): IdBuffer | undefined {
    const buffer = buffers.get(layer);
    return buffer !== undefined && buffer.width === view.width && buffer.height === view.height ? buffer : undefined;
  }

  function drawBands(old: LinePlotInput | null, next: LinePlotInput): boolean {
    const { bands = [], view } = next;
    if (bands.length === 0) {
      buffers.delete('band');
      return false;
    }
    if (old !== null && sameView(old.view, view) && sameBands(old.bands ?? [], bands)) return false;
    const buffer = fitting('band', view) ?? createIdBuffer(view.width, view.height);
    buffers.set('band', buffer);
    rasterBands(decimateBands(bands, view), bands, buffer);
    return true;
  }

  function current(): { input: LinePlotInput; spans: LineSpans } {
    if (input === null || spans === null) throw new Error('LinePlot: there is nothing to show yet; call update() first, or finish its steps.');
    return { input, spans };
  }

  /** Casings of the layers that hold none themselves. */
  function casingsOf(layers: readonly PlotLayer[]): { readonly buffer: IdBuffer; readonly casings: Uint32Array }[] {
    const now = current().input;
    const cased = LINE_LAYERS.filter((layer) => layers.includes(layer) && buffers.has(layer) && !isExact(now, layer));
    const casings = cased.length > 0 ? createCasingTable(now.styles) : null;
    return casings === null ? [] : cased.map((layer) => ({ buffer: buffers.get(layer)!, casings }));
  }

  function opacityOf(layer: PlotLayer): number {
    return layer === 'raw' ? (input?.rawOpacity ?? 0.3) : 1;
  }

  function tableOf(layer: PlotLayer): Uint32Array {
    const { styles, bands = [], dimColor = 0xc8c8c8 } = current().input;
    if (layer === 'band') return createColorTable(bands, null);
    const size = 2 * styles.length + 1;
    const key = layer === 'overlay' ? 'overlay' : 'colors';
    if (table[key].length !== size) table[key] = new Uint32Array(size);
    return createColorTable(styles, key === 'overlay' ? null : dimColor, table[key]);
  }

  function paintStrips(out: Uint32Array, put: (from: number, rows: number) => void): void {
    const { width, height } = current().input.view;
    const layers = LAYERS.filter((layer) => buffers.has(layer)).map((layer) => ({ buffer: buffers.get(layer)!, table: tableOf(layer), opacity: opacityOf(layer) }));
    const cased = casingsOf(LAYERS);
    const count = Math.max(1, Math.floor(out.length / width));
    for (let from = 0; from < height; from += count) {
      const rows = Math.min(count, height - from);
      const strip = rows === count ? out : out.subarray(0, rows * width);
      const isColored = layers[0]?.opacity === 1;
      if (!isColored) strip.fill(0);
      layers.forEach(({ buffer, table: colors, opacity }, i) => {
        if (i === 0 && isColored) colorPixels(rowsOf(buffer, from, rows), colors, strip);
        else blendPixels(rowsOf(buffer, from, rows), colors, strip, opacity);
      });
      for (const { buffer, casings } of cased) casePixels(buffer, casings, strip, from);
      put(from, rows);
    }
  }

  return {
    updateSteps,
    update(next) {
      const steps = updateSteps(next);
      for (;;) {
        const step = steps.next();
        if (step.done === true) return step.value;
      }
    },
    paint: (out) => paintStrips(out, () => {}),
    paintStrips,
    paintLayer(layer, out) {
      const buffer = buffers.get(layer);
      if (buffer !== undefined && opacityOf(layer) === 1) colorPixels(buffer, tableOf(layer), out);
      else {
        out.fill(0);
        if (buffer !== undefined) blendPixels(buffer, tableOf(layer), out, opacityOf(layer));
      }
      if (buffer !== undefined) for (const { casings } of casingsOf([layer])) casePixels(buffer, casings, out);
    },
    nearest(x, y, options) {
      const now = current();
      return nearestLine(now.spans, now.input.styles, buffers.get('line') ?? null, x, y, options);
    },
    nearestAll(x, y, options) {
      const now = current();
      return nearestLines(now.spans, now.input.styles, x, y, options);
    },
    trace(index, pen) {
      traceLine(current().spans, index, pen);
    },
    path(index) {
      return linePath(current().spans, index);
    },
  };
}
