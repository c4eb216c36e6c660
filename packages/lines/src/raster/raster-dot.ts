import type { IdBuffer } from './id-buffer.js';
import { deposit } from './deposit.js';
import { STRIP_MARGIN, STRIP_WIDTH, type Strip } from './strip.js';

/** Diameter of the dot that a point without neighbours becomes, for a line of a given width. */
function dotDiameter(w: number): number {
  return Math.min(2 * (STRIP_MARGIN - 1), 2 * w + 1);
}

/** A point without neighbours, in the middle of its column; what of it lies within the strip. */
export function rasterDot(strip: Strip, buffer: IdBuffer, id: number, w: number, column: number, y: number): void {
  const radius = dotDiameter(w) / 2;
  const x = column + 0.5;
  const firstColumn = Math.max(strip.from, Math.floor(x - radius));
  const lastColumn = Math.min(strip.to - 1, Math.floor(x + radius));
  const firstRow = Math.max(0, Math.floor(y - radius));
  const lastRow = Math.min(buffer.height - 1, Math.floor(y + radius));
  for (let r = firstRow; r <= lastRow; r++) {
    for (let c = firstColumn; c <= lastColumn; c++) {
      const g = Math.min(1, radius + 0.5 - Math.hypot(c + 0.5 - x, r + 0.5 - y));
      if (g > 0) deposit(buffer.top, buffer.beneath, strip.closed.skip, r * buffer.width + c, r * STRIP_WIDTH + c - strip.from, id, g * 255);
    }
  }
}
