import type { LineSpans } from '../decimation/line-spans.js';
import { placedColumns } from '../decimation/placed-columns.js';
import type { IdBuffer } from '../raster/id-buffer.js';
import type { LineStyle } from '../raster/line-style.js';
import { lineDistance } from './line-distance.js';

/** A line near a position. */
export interface NearLine {
  /** Index of the line. */
  readonly index: number;
  /** Device pixels from the position to the line, exact. */
  readonly distance: number;
  /** Index of the line's sample that is meant; see `LineHit`. */
  readonly point: number;
}

/** How far the search for a line goes. */
export interface NearestOptions {
  /** Device pixels within which a line counts as near. Default: 24. */
  readonly radius?: number;
}

const RADIUS = 24;
const VISIBLE = 64;
/** Pixels by which an edge that is kept may be off within the plot, and as a share of the distance far beyond it. */
const PLACE_ERROR = 1 / 16;
const PLACE_SHARE = 0.97;

/**
 * The line that a person points at: of the lines that own pixels near the position the one whose pixel is nearest, else the
 * nearest of all lines shown, covered ones included. Null when no line lies within the radius.
 *
 * @param buffer Of the layer to look at first, drawn from these spans; null to search the columns only.
 * @param x Device pixels from the left edge of the plot.
 * @param y Device pixels from its upper edge.
 */
export function nearestLine(
  spans: LineSpans,
  styles: readonly LineStyle[],
  buffer: IdBuffer | null,
  x: number,
  y: number,
  options: NearestOptions = {},
): NearLine | null {
  const radius = options.radius ?? RADIUS;
  const seen = buffer === null ? -1 : visibleLine(buffer, styles.length, x, y, radius);
  if (seen >= 0 && styles[seen]?.hidden !== true) {
    // Its ink reaches half a width beyond the line itself.
    const hit = lineDistance(spans.lines[seen]!, spans.grid.map, spans.yMap, x, y, radius + 16);
    if (hit !== null) return { index: seen, ...hit };
  }
  return nearestLines(spans, styles, x, y, { radius, limit: 1 })[0] ?? null;
}

/**
 * All lines shown within the radius of a position, nearest first, covered ones included.
 *
 * @param options `limit` is the most lines to give. Default: all.
 */
export function nearestLines(
  spans: LineSpans,
  styles: readonly LineStyle[],
  x: number,
  y: number,
  options: NearestOptions & { readonly limit?: number } = {},
): NearLine[] {
  const { radius = RADIUS, limit = Infinity } = options;
  const candidates = columnSearch(spans, styles, x, y, radius);
  candidates.sort((a, b) => a.bound - b.bound || a.index - b.index);
  const near: NearLine[] = [];
  const closer = (a: NearLine, b: NearLine): number => a.distance - b.distance || a.index - b.index;
  for (const { index, bound } of candidates) {
    const farthest = near.length >= limit ? near[near.length - 1]!.distance : radius;
    if (bound > farthest) break;
    const hit = lineDistance(spans.lines[index]!, spans.grid.map, spans.yMap, x, y, farthest);
    if (hit === null) continue;
    near.push({ index, ...hit });
    near.sort(closer);
    if (near.length > limit) near.pop();
  }
  return near;
}

/** Index of the line or casing whose visible pixel is nearest, −1 when none is within the radius. */
function visibleLine(buffer: IdBuffer, lineCount: number, x: number, y: number, radius: number): number {
  const { width, height, top } = buffer;
  const firstColumn = Math.max(0, Math.floor(x - radius));
  const lastColumn = Math.min(width - 1, Math.floor(x + radius));
  const firstRow = Math.max(0, Math.floor(y - radius));
  const lastRow = Math.min(height - 1, Math.floor(y + radius));
  let best = radius * radius;
  let found = 0;
  for (let r = firstRow; r <= lastRow; r++) {
    const dy = r + 0.5 - y;
    if (dy * dy > best) continue;
    for (let c = firstColumn; c <= lastColumn; c++) {
      const cell = top[r * width + c]!;
      if ((cell & 255) < VISIBLE) continue;
      const dx = c + 0.5 - x;
      const d = dx * dx + dy * dy;
      if (d < best) {
        best = d;
        found = cell >>> 8;
      }
    }
  }
  return found > lineCount ? found - lineCount - 1 : found - 1;
}

/** Lines that may lie within the radius, each with a distance that it cannot undercut. */
function columnSearch(
  spans: LineSpans,
  styles: readonly LineStyle[],
  x: number,
  y: number,
  radius: number,
): { index: number; bound: number }[] {
  const { width } = spans.view;
  const from = Math.max(0, Math.floor(x - radius));
  const to = Math.min(width, Math.floor(x + radius) + 1);
  const candidates: { index: number; bound: number }[] = [];
  if (to <= from) return candidates;
  for (let index = 0; index < styles.length; index++) {
    if (styles[index]!.hidden === true) continue;
    const ownPieces: number[] = [];
    const { upper, lower } = placedColumns(spans, index, from, to, ownPieces);
    // Pieces beyond a gap lie apart; a column with such a gap counts as near in y.
    const whole = spans.pieces[index] === undefined && ownPieces.length === 0;
    let bound = radius;
    for (let c = from; c < to; c++) {
      const top = upper[c - from]!;
      if (top !== top) continue;
      const dx = Math.max(0, c - x, x - c - 1);
      const dy = whole ? Math.max(0, top - y, y - lower[c - from]!) * PLACE_SHARE : 0;
      const d = dx === 0 ? dy : Math.sqrt(dx * dx + dy * dy);
      if (d < bound) bound = d;
    }
    if (bound < radius) candidates.push({ index, bound: Math.max(0, bound - PLACE_ERROR) });
  }
  return candidates;
}
