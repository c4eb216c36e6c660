import type { IdBuffer } from '../raster/id-buffer.js';
import type { LineStyle } from '../raster/line-style.js';
import { bytesOf } from './color-table.js';
import { over } from './color-pixels.js';

const CASED = 0x1000000;

/** Casing colours by the id of the line, for `casePixels`; null when no line that is shown in its colour has one. */
export function createCasingTable(styles: readonly Pick<LineStyle, 'casing' | 'dimmed' | 'hidden'>[]): Uint32Array | null {
  let table: Uint32Array | null = null;
  styles.forEach(({ casing, dimmed, hidden }, index) => {
    if (casing === null || casing === undefined || dimmed === true || hidden === true) return;
    table ??= new Uint32Array(2 * styles.length + 1);
    table[index + 1] = bytesOf(casing) | CASED;
  });
  return table;
}

/**
 * Puts casings beneath lines that are already coloured, one pixel wide, where they border on nothing: around each line of a crowd
 * they would be noise, but its outline must stand out from the background. A look around each pixel that is not full, whatever the number of lines.
 *
 * @param casings From `createCasingTable`.
 * @param out What `colorPixels` or `blendPixels` wrote, of some or all rows.
 * @param from First of these rows. Default: 0.
 */
export function casePixels({ width, height, top }: IdBuffer, casings: Uint32Array, out: Uint32Array, from = 0): void {
  const skipped = from * width;
  const end = Math.min(height, from + Math.floor(out.length / width));
  for (let row = from, p = skipped; row < end; row++) {
    const above = row > 0 ? width : 0;
    const below = row < height - 1 ? width : 0;
    for (let column = 0; column < width; column++, p++) {
      const pixel = out[p - skipped]!;
      if (pixel >= 0xff000000) continue;
      const own = top[p]!;
      let strength = 0;
      let casing = own === 0 ? 0 : casings[own >>> 8]!;
      if (casing !== 0) strength = 255;
      else {
        const up = top[p - above]!;
        const down = top[p + below]!;
        const left = column > 0 ? top[p - 1]! : 0;
        const right = column < width - 1 ? top[p + 1]! : 0;
        if ((up | down | left | right) === 0) continue;
        if ((up & 255) > strength && casings[up >>> 8] !== 0) {
          strength = up & 255;
          casing = casings[up >>> 8]!;
        }
        if ((down & 255) > strength && casings[down >>> 8] !== 0) {
          strength = down & 255;
          casing = casings[down >>> 8]!;
        }
        if ((left & 255) > strength && casings[left >>> 8] !== 0) {
          strength = left & 255;
          casing = casings[left >>> 8]!;
        }
        if ((right & 255) > strength && casings[right >>> 8] !== 0) {
          strength = right & 255;
          casing = casings[right >>> 8]!;
        }
      }
      if (strength > 0) out[p - skipped] = over(pixel & 0xffffff, pixel >>> 24, casing & 0xffffff, strength);
    }
  }
}
