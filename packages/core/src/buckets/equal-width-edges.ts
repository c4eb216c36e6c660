import { increasingEdges } from './increasing-edges.js';

/**
 * Interior edges of `count` equally wide buckets over [lower, upper]. Edge i is lower·(1 − i/count) + upper·(i/count), which overflows for
 * no finite pair. Fewer than count − 1 where edges would collapse.
 */
export function equalWidthEdges(lower: number, upper: number, count: number): number[] {
  const edges: number[] = [];
  for (let i = 1; i < count; i += 1) edges.push(lower * (1 - i / count) + upper * (i / count));
  return increasingEdges(edges, lower, upper);
}
