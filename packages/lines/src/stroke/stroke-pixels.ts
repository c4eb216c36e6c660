import { over } from '../colors/color-pixels.js';
import type { LinePen } from '../svg/trace-line.js';
import { clearBand, createStrokeBand, widenBand, type StrokeBand } from './stroke-band.js';
import { createTracedLine } from './traced-line.js';

/** One stroke along a line. */
export interface LineStroke {
  /** Device pixels. */
  readonly width: number;
  /** 0xRRGGBB. */
  readonly color: number;
}

/** Pixels to draw on. */
export interface StrokeTarget {
  /** `width · height` pixels, each 0xAABBGGRR and not premultiplied. */
  readonly pixels: Uint32Array;
  readonly width: number;
  readonly height: number;
}

/** A rectangle of whole pixels. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Places in a pixel at which edges are taken: of the stroke on top, and of what shows around it. */
const fine = 4;
const coarse = 2;

const line = createTracedLine();
const band = createStrokeBand();
let rows = new Float32Array(0);

/**
 * Strokes one line with round joins and ends, several times over (a halo, a casing, the line itself), as a canvas would, in a fraction of
 * its time: x never turns back, so the stroke of each column is one stretch of rows.
 *
 * @param trace Gives the line, see `traceLine`.
 * @param strokes The lowest first.
 * @param target The box that is given back is emptied first; nothing beyond it is written.
 * @returns Where the strokes may reach; null when that is outside of the target.
 */
export function strokePixels(trace: (pen: LinePen) => void, strokes: readonly LineStroke[], target: StrokeTarget): PixelBox | null {
  const { width, height, pixels } = target;
  line.clear();
  trace(line);
  const box = boxOf(Math.max(0, ...strokes.map((stroke) => stroke.width)) / 2, width, height);
  if (!box) return null;
  for (let r = box.top; r < box.top + box.height; r++) pixels.fill(0, r * width + box.left, r * width + box.left + box.width);
  if (rows.length <= height) rows = new Float32Array(height + 2);
  clearBand(band, width * fine);
  strokes.forEach((stroke, i) => {
    const perPixel = i === strokes.length - 1 ? fine : coarse;
    const half = stroke.width / 2;
    line.parts.forEach((start, part) => {
      const end = line.parts[part + 1] ?? line.count;
      widenBand(band, line, start, end, half, perPixel, width * perPixel);
      const first = Math.max(0, Math.floor(line.x[start]! - half));
      const last = Math.min(width - 1, Math.floor(line.x[end - 1]! + half));
      fillBand(band, target, perPixel, first, last, swapped(stroke.color));
    });
  });
  return box;
}

function boxOf(reach: number, width: number, height: number): PixelBox | null {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (let i = 0; i < line.count; i++) {
    const x = line.x[i]!;
    const y = line.y[i]!;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  left = Math.max(0, Math.floor(left - reach));
  right = Math.min(width, Math.ceil(right + reach));
  top = Math.max(0, Math.floor(top - reach));
  bottom = Math.min(height, Math.ceil(bottom + reach));
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : null;
}

/** Lays columns of a band over what is there, and empties the band. */
function fillBand({ top, bottom }: StrokeBand, { pixels, width, height }: StrokeTarget, perPixel: number, from: number, to: number, color: number): void {
  const share = 255 / perPixel;
  for (let c = from; c <= to; c++) {
    let first = height;
    let last = -1;
    for (let s = c * perPixel; s < (c + 1) * perPixel; s++) {
      const high = top[s]! > 0 ? top[s]! : 0;
      const low = bottom[s]! < height ? bottom[s]! : height;
      top[s] = Infinity;
      bottom[s] = -Infinity;
      if (!(low > high)) continue;
      // What each row has more than the one above it.
      const begin = high | 0;
      const stop = low | 0;
      const above = high - begin;
      const below = low - stop;
      rows[begin]! += 1 - above;
      rows[begin + 1]! += above;
      rows[stop]! -= 1 - below;
      rows[stop + 1]! -= below;
      if (begin < first) first = begin;
      if (stop > last) last = stop;
    }
    let sum = 0;
    for (let r = first, p = first * width + c; r <= last; r++, p += width) {
      sum += rows[r]!;
      rows[r] = 0;
      const cover = (sum * share + 0.5) | 0;
      if (cover === 0) continue;
      const under = pixels[p]!;
      if (cover >= 255) pixels[p] = color | 0xff000000;
      else if (under === 0) pixels[p] = color | (cover << 24);
      else pixels[p] = over(color, cover, under & 0xffffff, under >>> 24);
    }
    if (last >= 0) rows[last + 1] = 0;
  }
}

function swapped(color: number): number {
  return ((color & 0xff) << 16) | (color & 0xff00) | (color >>> 16);
}
