import { edgeBetween } from './edge-between.js';
import { tiesAt } from './sorted-values.js';

/**
 * Interior edges that put as equal numbers of values as ties allow into `count` buckets: each cut goes between two different values,
 * where that is nearest to its rank. Cuts that meet are one, so there may be fewer.
 */
export function quantileEdges(sorted: Float64Array, count: number, type: 'number' | 'date'): number[] {
  const cuts = new Set<number>();
  for (let i = 1; i < count; i += 1) {
    const rank = (i * sorted.length) / count;
    const [first, end] = tiesAt(sorted, Math.min(sorted.length - 1, Math.floor(rank)));
    const cut = first > 0 && (end === sorted.length || rank - first <= end - rank) ? first : end;
    if (cut > 0 && cut < sorted.length) cuts.add(cut);
  }
  return [...cuts].sort((a, b) => a - b).map((cut) => edgeBetween(sorted[cut - 1] ?? NaN, sorted[cut] ?? NaN, type));
}
