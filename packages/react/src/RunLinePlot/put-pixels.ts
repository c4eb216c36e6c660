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
  // Assigning a size allocates anew, so only when it differs.
  if (canvas.width !== columns) canvas.width = columns;
  if (canvas.height !== rows) canvas.height = rows;
  const context = canvas.getContext('2d');
  if (!context) return;
  if (image?.width !== columns || image.height !== rows) image = context.createImageData(columns, rows);
  const part = write(new Uint32Array(image.data.buffer));
  if (part === undefined) context.putImageData(image, 0, 0);
  else if (part) context.putImageData(image, 0, 0, part.left, part.top, part.width, part.height);
}
