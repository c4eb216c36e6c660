import type { Line } from './line.js';

/** Indices of the lines, nearest to the viewer first: by falling order, of equal orders the later line first. */
export function lineStack(lines: readonly Line[]): Uint32Array {
  const orders = Float64Array.from(lines, (line) => line.order);
  return Uint32Array.from(lines, (_, index) => index).sort((a, b) => orders[b]! - orders[a]! || b - a);
}
