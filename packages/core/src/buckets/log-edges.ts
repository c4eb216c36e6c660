import { increasingEdges } from './increasing-edges.js';
import { lowerBound } from './sorted-values.js';

/** How far an edge may be from its place for the sake of a short number, as a part of it. */
const slack = 0.005;

/**
 * Interior edges of `count` buckets over [lower, upper], both above 0, each the same factor above the one before, as the shortest numbers
 * within 0.5 % that leave every one of the ascending values in its bucket: 1e-4, not 0.00009999999999999999, and 2.51e-4 where the grid of learning rates has
 * 0.0002511886431509582.
 */
export function logEdges(lower: number, upper: number, count: number, sorted: Float64Array = new Float64Array()): number[] {
  const [low, high] = [Math.log10(lower), Math.log10(upper)];
  const edges: number[] = [];
  for (let i = 1; i < count; i += 1) {
    const edge = 10 ** (low * (1 - i / count) + high * (i / count));
    edges.push(shortest(edge, ...gapAround(edge, sorted)));
  }
  return increasingEdges(edges, lower, upper);
}

/** The highest value below an edge and the lowest at or above it. A value that differs from it by rounding alone is on it. */
function gapAround(edge: number, sorted: Float64Array): [below: number, above: number] {
  const first = lowerBound(sorted, edge * (1 - rounding));
  return [sorted[first - 1] ?? -Infinity, sorted[first] ?? Infinity];
}

/** Rounding of log10 and power over the widest extents stays below 1e-12 of the value (|log10| ≤ 324 has steps of 6e-14). */
const rounding = 1e-12;

function shortest(edge: number, below: number, above: number): number {
  for (let digits = 1; digits <= 17; digits += 1) {
    const unit = 10 ** (Math.floor(Math.log10(edge)) - digits + 1);
    for (const short of [Number(edge.toPrecision(digits)), Number((edge - unit / 2).toPrecision(digits))]) {
      if (Math.abs(short - edge) <= slack * edge && short > below && short <= above) return short;
    }
  }
  return edge;
}
