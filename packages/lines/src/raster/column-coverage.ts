import { STRAND_STRIDE, type ColumnStrands } from './column-strands.js';

/** Coverage of one column by strands, row by row; see `coverColumn`. */
export interface ColumnCoverage {
  /** How far, from the middle of the pixel, ink reaches from the left edge: −0.5 none, 0.5 all. */
  fromLeft: Float32Array;
  /** And from the right edge: 0.5 none, −0.5 all. */
  fromRight: Float32Array;
  /** Coverage that reaches neither edge, or lies around the end of a strand. */
  within: Float32Array;
}

export function createColumnCoverage(): ColumnCoverage {
  return { fromLeft: new Float32Array(0), fromRight: new Float32Array(0), within: new Float32Array(0) };
}

/** Empties rows [first, last]. */
export function clearCoverage(cover: ColumnCoverage, first: number, last: number): void {
  if (cover.within.length <= last) {
    const size = 2 * (last + 1);
    cover.fromLeft = new Float32Array(size);
    cover.fromRight = new Float32Array(size);
    cover.within = new Float32Array(size);
  }
  const { fromLeft, fromRight, within } = cover;
  for (let r = first; r <= last; r++) {
    fromLeft[r] = -0.5;
    fromRight[r] = 0.5;
    within[r] = 0;
  }
}

/**
 * Adds the strands of one column to the coverage of the pixels whose middle is at `centre`, rows [first, last].
 * A steep strand covers a stretch of each row: what several cover is their union. A flat one, and the round ends of all,
 * cover by their distance to the middle of the pixel.
 */
export function coverColumn(
  cover: ColumnCoverage,
  own: ColumnStrands,
  k: number,
  centre: number,
  w: number,
  first: number,
  last: number,
): void {
  const { strands } = own;
  const { fromLeft, fromRight, within } = cover;
  const half = w / 2;
  const reach = half + 0.5;
  const end = (own.start[k]! + own.count[k]!) * STRAND_STRIDE;
  for (let q = own.start[k]! * STRAND_STRIDE; q < end; q += STRAND_STRIDE) {
    let x0 = strands[q]! - centre;
    let y0 = strands[q + 1]!;
    let x1 = strands[q + 2]! - centre;
    let y1 = strands[q + 3]!;
    if (y0 > y1) {
      const x = x0;
      const y = y0;
      x0 = x1;
      y0 = y1;
      x1 = x;
      y1 = y;
    }
    if (y0 - reach > last + 1 || y1 + reach < first) continue;
    const dx = x1 - x0;
    const dy = y1 - y0;
    let r = Math.max(first, Math.ceil(y0 - reach - 0.5)) | 0;
    const stop = Math.min(last, Math.floor(y1 + reach - 0.5)) | 0;
    if (r > stop) continue;
    const length2 = dx * dx + dy * dy;
    if (Math.abs(dx) > dy) {
      for (; r <= stop; r++) {
        const y = r + 0.5 - y0;
        let t = (y * dy - x0 * dx) / length2;
        t = t < 0 ? 0 : t > 1 ? 1 : t;
        const ex = x0 + t * dx;
        const ey = y - t * dy;
        const g = reach - Math.sqrt(ex * ex + ey * ey);
        if (g > within[r]!) within[r] = g;
      }
      continue;
    }
    for (; r <= stop && r + 0.5 < y0; r++) {
      const y = r + 0.5 - y0;
      const g = reach - Math.sqrt(x0 * x0 + y * y);
      if (g > within[r]!) within[r] = g;
    }
    const slope = dy > 0 ? dx / dy : 0;
    const wide = half * Math.sqrt(1 + slope * slope);
    let at = x0 + (r + 0.5 - y0) * slope;
    for (; r <= stop && r + 0.5 <= y1; r++, at += slope) {
      const l = at - wide;
      const e = at + wide;
      if (l <= -0.5) {
        if (e > fromLeft[r]!) fromLeft[r] = e;
      }
      if (e >= 0.5) {
        if (l < fromRight[r]!) fromRight[r] = l;
      } else if (l > -0.5 && e - l > within[r]!) within[r] = e - l;
    }
    for (; r <= stop; r++) {
      const y = r + 0.5 - y1;
      const g = reach - Math.sqrt(x1 * x1 + y * y);
      if (g > within[r]!) within[r] = g;
    }
  }
}
