import { decimateLines, type LineSpans } from '../decimation/line-spans.js';
import type { View } from '../view/view.js';
import { deposit } from './deposit.js';
import { clearIdBuffer, type IdBuffer } from './id-buffer.js';
import { giveBackStrip, loadLine, openStrip, STRIP_MARGIN, STRIP_WIDTH, takeStrip, type Strip } from './strip.js';

/** A filled area between two lines over the same x: a range of runs, a deviation. Arrays are kept by reference. */
export interface Band {
  /** Ascending and finite. */
  readonly x: Float64Array;
  /** Lower edge, as long as `x`; a value that is not finite leaves a gap. */
  readonly low: Float64Array;
  /** Upper edge, as long as `x`. */
  readonly high: Float64Array;
  /** 0xRRGGBB; a look-up, as with lines. */
  readonly color: number;
  /** 0 to 1. Default: 0.2. Of more than two bands over each other the uppermost and the strongest beneath show. */
  readonly opacity?: number;
}

/** Reduces bands to pixel columns: their lower and upper edges in turn. The last band lies on top. */
export function decimateBands(bands: readonly Band[], view: View): LineSpans {
  return decimateLines(
    bands.flatMap(({ x, low, high }, order) => [
      { x, y: low, order },
      { x, y: high, order },
    ]),
    view,
  );
}

/** Draws bands into an id buffer, which is emptied first. The id of band i is `lineId(i)`. */
export function rasterBands(spans: LineSpans, bands: readonly Band[], buffer: IdBuffer): void {
  const { width, height } = spans.view;
  clearIdBuffer(buffer);
  const strip = takeStrip(height);
  const edges = new Float64Array(STRIP_WIDTH);
  for (let from = 0; from < width; from += STRIP_WIDTH) {
    openStrip(strip, from, Math.min(width, from + STRIP_WIDTH));
    for (let index = bands.length - 1; index >= 0; index--) {
      if (!loadLine(strip, spans, 2 * index, 'edges')) continue;
      edges.set(strip.columns.lower.subarray(STRIP_MARGIN, STRIP_MARGIN + STRIP_WIDTH));
      for (let k = 0; k < STRIP_WIDTH; k++) if (Number.isNaN(strip.columns.upper[STRIP_MARGIN + k]!)) edges[k] = NaN;
      if (!loadLine(strip, spans, 2 * index + 1, 'edges')) continue;
      const opacity = Math.min(1, Math.max(0, bands[index]!.opacity ?? 0.2));
      fillStrip(strip, edges, buffer, index + 1, opacity * 255);
    }
  }
  giveBackStrip(strip);
}

function fillStrip(strip: Strip, bottoms: Float64Array, buffer: IdBuffer, id: number, full: number): void {
  const { width, height, top, beneath } = buffer;
  for (let c = strip.from; c < strip.to; c++) {
    const k = c - strip.from;
    const upper = strip.columns.upper[STRIP_MARGIN + k]!;
    const lower = bottoms[k]!;
    if (!(lower >= upper)) continue;
    const last = Math.min(height - 1, Math.floor(lower));
    for (let r = Math.max(0, Math.floor(upper)); r <= last; r++) {
      const share = Math.min(r + 1, lower) - Math.max(r, upper);
      deposit(top, beneath, strip.closed.skip, r * width + c, r * STRIP_WIDTH + k, id, share * full);
    }
  }
}
