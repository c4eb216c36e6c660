/**
 * Per device pixel, row by row: which line is on top, and what lies beneath it. A cell is `id << 8 | coverage` (coverage 1 to
 * 255), 0 is nothing; ids are 24 bits wide. Colours are looked up by id, so they may change without any raster.
 */
export interface IdBuffer {
  readonly width: number;
  readonly height: number;
  readonly top: Uint32Array;
  readonly beneath: Uint32Array;
}

/** An empty buffer, 8 bytes a pixel. */
export function createIdBuffer(width: number, height: number): IdBuffer {
  return { width, height, top: new Uint32Array(width * height), beneath: new Uint32Array(width * height) };
}

/** Empties columns [from, to); all of them when not given. */
export function clearIdBuffer(buffer: IdBuffer, from = 0, to: number = buffer.width): void {
  const { width, height, top, beneath } = buffer;
  if (from === 0 && to === width) {
    top.fill(0);
    beneath.fill(0);
    return;
  }
  for (let row = 0, p = 0; row < height; row++, p += width) {
    top.fill(0, p + from, p + to);
    beneath.fill(0, p + from, p + to);
  }
}
