import { colorPixels, createColorTable, createIdBuffer, decimateLines, rasterLines, type Line, type LineStyle, type RasterOptions, type View } from '@runhue/lines';

/** A line through points given as pairs. */
export function lineOf(points: readonly (readonly [number, number])[], order = 0): Line {
  return { x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, y]) => y), order };
}

/** All stages at once: pixels as 0xAABBGGRR. */
export function draw(lines: readonly Line[], view: View, styles?: readonly LineStyle[], options?: RasterOptions): Uint32Array {
  const own = styles ?? lines.map(() => ({ color: 0 }));
  const buffer = createIdBuffer(view.width, view.height);
  rasterLines(decimateLines(lines, view), own, buffer, options);
  const out = new Uint32Array(view.width * view.height);
  colorPixels(buffer, createColorTable(own, 0xcccccc), out);
  return out;
}

/** Alpha of a pixel, 0 to 255. */
export function alphaAt(pixels: Uint32Array, view: View, column: number, row: number): number {
  return pixels[row * view.width + column]! >>> 24;
}
