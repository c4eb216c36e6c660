import { edgeBetween } from './edge-between.js';
import { tiesAt } from './sorted-values.js';

/** Values nearer than this, as a part of themselves and of the extent, are one value logged with different digits. */
const rounding = 1e-9;

/**
 * Interior edges that put as equal numbers of values as ties allow into `count` buckets: each cut goes between two different values,
 * where that is nearest to its rank. Values that differ by their last digits only (0.039810717055 and 0.0398107170553497) are ties too.
 * Cuts that meet are one, so there may be fewer.
 */
export function quantileEdges(sorted: Float64Array, count: number, type: 'number' | 'date'): number[] {
  const cuts = new Set<number>();
  const extent = (sorted.at(-1) ?? NaN) - (sorted[0] ?? NaN);
  for (let i = 1; i < count; i += 1) {
    const rank = (i * sorted.length) / count;
    const [first, end] = tiesAt(sorted, Math.min(sorted.length - 1, Math.floor(rank)), rounding, extent);
    const cut = first > 0 && (end === sorted.length || rank - first <= end - rank) ? first : end;
    if (cut > 0 && cut < sorted.length) cuts.add(cut);
  }
  return [...cuts].sort((a, b) => a - b).map((cut) => edgeBetween(sorted[cut - 1] ?? NaN, sorted[cut] ?? NaN, type));
}
