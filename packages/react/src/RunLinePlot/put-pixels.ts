import type { PixelBox } from '@runhue/lines';

let image: ImageData | null = null;

/**
 * Writes pixels (0xAABBGGRR, one a number) to a canvas. Plots of one size share the memory, as it is written and put in one go.
 *
 * @param write Gives back what part of them it wrote: null none, nothing all.
 */
export function putPixels(
  { canvas, scene }: { readonly canvas: HTMLCanvasElement; readonly scene: { readonly columns: number; readonly rows: number } },
  write: (pixels: Uint32Array) => PixelBox | null | void,
): void {
  const { columns, rows } = scene;
  const context = contextOf(canvas, columns, rows);
  if (!context) return;
  if (image?.width !== columns || image.height !== rows) image = context.createImageData(columns, rows);
  const part = write(new Uint32Array(image.data.buffer));
  if (part === undefined) context.putImageData(image, 0, 0);
  else if (part) context.putImageData(image, 0, 0, part.left, part.top, part.width, part.height);
}

/** Height of a strip: its pixels are still at hand for the canvas once they are written. */
const stripRows = 64;
let stripImage: ImageData | null = null;

/** The same a few rows at a time: a whole picture would keep as much memory again as its canvas, and take no less time. */
export function putStrips(
  { canvas, scene: { columns, rows } }: { readonly canvas: HTMLCanvasElement; readonly scene: { readonly columns: number; readonly rows: number } },
  write: (pixels: Uint32Array, put: (from: number, rows: number) => void) => void,
): void {
  const context = contextOf(canvas, columns, rows);
  if (!context) return;
  if (stripImage?.width !== columns) stripImage = context.createImageData(columns, stripRows);
  const strip = stripImage;
  write(new Uint32Array(strip.data.buffer), (from, count) => context.putImageData(strip, 0, from, 0, 0, columns, count));
}

/** Assigning a size allocates anew, so only when it differs. */
function contextOf(canvas: HTMLCanvasElement, columns: number, rows: number): CanvasRenderingContext2D | null {
  if (canvas.width !== columns) canvas.width = columns;
  if (canvas.height !== rows) canvas.height = rows;
  return canvas.getContext('2d');
}
