import { increasingEdges } from './increasing-edges.js';

/**
 * Interior edges of `count` buckets over [lower, upper], both above 0, each the same factor above the one before. What misses a short
 * number by rounding alone becomes it: 1e-4, not 0.00009999999999999999.
 */
export function logEdges(lower: number, upper: number, count: number): number[] {
  const [low, high] = [Math.log10(lower), Math.log10(upper)];
  const edges: number[] = [];
  for (let i = 1; i < count; i += 1) edges.push(snapped(10 ** (low * (1 - i / count) + high * (i / count))));
  return increasingEdges(edges, lower, upper);
}

/** Rounding of log10 and power over the widest extents stays below 1e-12 of the value (|log10| ≤ 324 has steps of 6e-14). */
function snapped(edge: number): number {
  const short = Number(edge.toPrecision(6));
  return Math.abs(short - edge) <= 1e-12 * edge ? short : edge;
}
