/** From here a coverage counts as full: the pixel is done. */
export const FULL = 247;
/** From here what lies beneath counts as full. */
export const BENEATH_FULL = 243;

/**
 * Puts `g` (0 to 255) of a line beneath what a pixel holds: first on top, else beneath it, where the line with more
 * coverage gives its name to the sum.
 *
 * @param p Index of the pixel in the buffer.
 * @param s Index of the pixel in the strip.
 */
export function deposit(top: Uint32Array, beneath: Uint32Array, skip: Uint16Array, p: number, s: number, id: number, g: number): void {
  if (skip[s] !== 0 || g < 2) return;
  const bits = id << 8;
  const full = g >= FULL;
  if (full) skip[s] = 1;
  if (top[p] === 0) {
    top[p] = bits | (full ? 255 : g);
    return;
  }
  const under = beneath[p]!;
  const has = under & 255;
  if (full) {
    beneath[p] = has < 128 ? bits | 255 : under | 255;
    return;
  }
  const more = ((255 - has) * g) >> 8;
  let sum = has + more;
  if (sum >= BENEATH_FULL) {
    sum = 255;
    skip[s] = 1;
  }
  beneath[p] = (has === 0 || more > has ? bits : under & ~255) | sum;
}
