import type { IdBuffer } from '../raster/id-buffer.js';

/**
 * The colour pass: one look-up a pixel, whatever the number of lines.
 *
 * @param table From `createColorTable`.
 * @param out `width · height` pixels, each 0xAABBGGRR and not premultiplied: `new Uint32Array(imageData.data.buffer)`.
 *   Every pixel is written; what no line covers becomes 0 (transparent).
 */
export function colorPixels(buffer: IdBuffer, table: Uint32Array, out: Uint32Array): void {
  const { top, beneath } = buffer;
  const n = top.length;
  for (let p = 0; p < n; p++) {
    const t = top[p]!;
    if (t === 0) {
      out[p] = 0;
      continue;
    }
    // Full pixels are mixed like all others: which are full cannot be foreseen, and so a case of their own would take longer.
    const u = beneath[p]!;
    out[p] = over(table[t >>> 8]!, t & 255, table[u >>> 8]!, u & 255);
  }
}

/**
 * The colour pass of a layer that lies on another: blends onto what `out` holds.
 *
 * @param opacity Of the whole layer, 0 to 1. Default: 1.
 */
export function blendPixels(buffer: IdBuffer, table: Uint32Array, out: Uint32Array, opacity = 1): void {
  const { top, beneath } = buffer;
  const scale = Math.round(Math.min(1, Math.max(0, opacity)) * 256);
  for (let p = 0; p < top.length; p++) {
    const t = top[p]!;
    if (t === 0) continue;
    const u = beneath[p]!;
    let pixel = over(table[t >>> 8]!, t & 255, u === 0 ? 0 : table[u >>> 8]!, u & 255);
    if (scale < 256) pixel = (pixel & 0xffffff) | ((((pixel >>> 24) * scale) >> 8) << 24);
    const below = out[p]!;
    out[p] = over(pixel & 0xffffff, pixel >>> 24, below & 0xffffff, below >>> 24);
  }
}

/** A colour of some coverage over another: not premultiplied, 0xAABBGGRR. */
export function over(color: number, coverage: number, below: number, belowCoverage: number): number {
  const alpha = 255 - ((((255 - coverage) * (255 - belowCoverage) + 127) / 255) | 0);
  if (alpha === 0) return 0;
  const k = ((coverage << 8) / alpha) | 0;
  const redBlue = below & 0xff00ff;
  const green = below & 0xff00;
  const mixed = ((redBlue << 8) + Math.imul((color & 0xff00ff) - redBlue, k)) >>> 8;
  const mixedGreen = ((green << 8) + Math.imul((color & 0xff00) - green, k)) >>> 8;
  return (mixed & 0xff00ff) | (mixedGreen & 0xff00) | (alpha << 24);
}
