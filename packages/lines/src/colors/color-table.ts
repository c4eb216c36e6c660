import { casingId, lineId } from '../raster/raster-lines.js';
import type { LineStyle } from '../raster/line-style.js';

/**
 * Colours by id, as an id buffer holds them: 0x00BBGGRR, the byte order of ImageData on a little-endian machine.
 * Made anew at each change of colour; that and `colorPixels` is all a change of colour costs.
 *
 * @param styles One per line; only `color`, `casing` and `dimmed` are read.
 * @param dimColor 0xRRGGBB of dimmed lines: a neutral colour near the background. Dimmed lines have their
 *   casing in it as well. Null: `dimmed` is not read.
 * @param into A table to fill instead of a new one, of at least `2 · styles.length + 1`.
 */
export function createColorTable(styles: readonly Pick<LineStyle, 'color' | 'casing' | 'dimmed'>[], dimColor: number | null, into?: Uint32Array): Uint32Array {
  const n = styles.length;
  const table = into ?? new Uint32Array(2 * n + 1);
  const dim = bytesOf(dimColor ?? 0);
  for (let index = 0; index < n; index++) {
    const { color, casing } = styles[index]!;
    const dimmed = dimColor !== null && styles[index]!.dimmed === true;
    table[lineId(index)] = dimmed ? dim : bytesOf(color);
    table[casingId(index, n)] = dimmed ? dim : bytesOf(casing ?? color);
  }
  return table;
}

/** 0xRRGGBB to 0x00BBGGRR. */
export function bytesOf(color: number): number {
  return ((color & 0xff) << 16) | (color & 0xff00) | ((color >> 16) & 0xff);
}
