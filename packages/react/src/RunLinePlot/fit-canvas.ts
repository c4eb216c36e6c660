/** Clears a canvas and gives it the backing size of a scene; drawing is in CSS px afterwards. */
export function fitCanvas(
  canvas: HTMLCanvasElement,
  { width, height, pixelRatio }: { readonly width: number; readonly height: number; readonly pixelRatio: number },
): CanvasRenderingContext2D | null {
  const columns = Math.round(width * pixelRatio);
  const rows = Math.round(height * pixelRatio);
  // Assigning a size allocates anew, so only when it differs.
  if (canvas.width !== columns) canvas.width = columns;
  if (canvas.height !== rows) canvas.height = rows;
  const context = canvas.getContext('2d');
  context?.setTransform(1, 0, 0, 1, 0, 0);
  context?.clearRect(0, 0, columns, rows);
  context?.scale(pixelRatio, pixelRatio);
  return context;
}
