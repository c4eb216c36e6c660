import type { ColumnCoverage } from './column-coverage.js';
import { STRAND_STRIDE, type ColumnStrands } from './column-strands.js';

/**
 * Adds the strands of one column as hairlines, lines of one pixel or less: canvases draw these not as outlines but spread
 * over the two pixels nearest to the line, row by row where it is steep and column by column where it is flat, one pixel of
 * ink for each. Where two strands meet, one lies over the other.
 *
 * @param centre Middle of the pixels.
 * @param own Whether the strands are those of the pixels' own column.
 */
export function coverHairline(
  cover: ColumnCoverage,
  strands: ColumnStrands,
  k: number,
  centre: number,
  own: boolean,
  w: number,
  first: number,
  last: number,
): void {
  const { within } = cover;
  const start = strands.start[k]! * STRAND_STRIDE;
  const end = start + strands.count[k]! * STRAND_STRIDE;
  for (let q = start; q < end; q += STRAND_STRIDE) {
    let x0 = strands.strands[q]! - centre;
    let y0 = strands.strands[q + 1]!;
    let x1 = strands.strands[q + 2]! - centre;
    let y1 = strands.strands[q + 3]!;
    if (y0 > y1) {
      const x = x0;
      const y = y0;
      x0 = x1;
      y0 = y1;
      x1 = x;
      y1 = y;
    }
    if (y0 - 1 > last + 1 || y1 + 1 < first) continue;
    const dy = y1 - y0;
    const flat = Math.abs(x1 - x0) > dy;
    if (flat && !own) continue;
    const middle = (y0 + y1) / 2;
    const top = flat ? middle - 1 : y0;
    const stop = Math.min(last, Math.floor(flat ? middle + 1 : y1));
    const slope = dy > 0 ? (x1 - x0) / dy : 0;
    for (let r = Math.max(first, Math.floor(top)); r <= stop; r++) {
      let g: number;
      if (flat) g = Math.abs(x1 - x0) * (1 - Math.abs(r + 0.5 - middle));
      else {
        const a = r > y0 ? r : y0;
        const b = r + 1 < y1 ? r + 1 : y1;
        g = (b - a) * (1 - Math.abs(x0 + ((a + b) / 2 - y0) * slope));
      }
      if (!(g > 0)) continue;
      g *= w;
      const has = within[r]!;
      within[r] = q === start ? has + g : has + g - has * g;
    }
  }
}
