import type { NumberColumn } from '../keys/run-column.js';
import type { KeySettings } from '../settings/color-settings.js';
import { edgesRepaired, logNotPositive } from './bucket-notices.js';
import type { BucketNotice } from './bucketing.js';
import { usableEdges } from './custom-edges.js';
import { edgeBetween } from './edge-between.js';
import { equalWidthEdges } from './equal-width-edges.js';
import { logEdges } from './log-edges.js';
import { naturalBreaks } from './natural-breaks.js';
import type { NumberScope } from './number-scope.js';
import { quantileEdges } from './quantile-edges.js';
import { distinctValues, sortedValues } from './sorted-values.js';
import { withPivotEdge } from './symmetric-ends.js';

/** Edges by the settings' method. */
export interface MethodEdges {
  readonly edges: readonly number[];
  /** How many buckets the method was to make. */
  readonly asked: number;
  readonly notices: readonly BucketNotice[];
}

/** Natural breaks look at this many distinct values at most, evenly chosen by rank: a million would take seconds and cut in the same places. */
const mostDistinct = 32_768;

/**
 * Interior edges of a column's values in a scope by the settings' method, between the given ends where the method goes by width or factor. Log falls back to equal width, with a notice, when any finite
 * value or the domain is not above 0; custom without edges starts from equal width.
 */
export function methodEdges(
  { type, values }: NumberColumn,
  own: KeySettings,
  count: number,
  scope: NumberScope,
  [lower, upper]: readonly [number, number],
): MethodEdges {
  const equalWidth = { edges: withPivotEdge(equalWidthEdges(lower, upper, count), count, own), asked: count, notices: [] };
  switch (own.method) {
    case 'log': {
      const notPositive = countNotPositive(values);
      if (notPositive > 0 || lower <= 0) return { ...equalWidth, notices: [logNotPositive(notPositive)] };
      const sorted = sortedValues(values, { includes: undefined, domain: [-Infinity, Infinity] });
      return { ...equalWidth, edges: withPivotEdge(logEdges(lower, upper, count, sorted), count, own) };
    }
    case 'quantile':
      return { ...equalWidth, edges: quantileEdges(sortedValues(values, scope), count, type) };
    case 'natural': {
      const distinct = distinctValues(sortedValues(values, scope));
      const stride = Math.ceil(distinct.length / mostDistinct);
      const looked = stride > 1 ? distinct.filter((_, i) => i % stride === 0) : distinct;
      const edges = naturalBreaks(looked, count).map((i) => edgeBetween(distinct[i * stride - 1] ?? NaN, distinct[i * stride] ?? NaN, type));
      return { ...equalWidth, edges };
    }
    case 'custom': {
      if (!own.edges) return equalWidth;
      const edges = usableEdges(own.edges);
      const repaired = edges.length !== own.edges.length || edges.some((edge, i) => edge !== own.edges?.[i]);
      return { edges, asked: edges.length + 1, notices: repaired ? [edgesRepaired(own.edges.length, edges.length)] : [] };
    }
    default:
      return equalWidth;
  }
}

function countNotPositive(values: Float64Array): number {
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? NaN;
    if (value <= 0 && value !== -Infinity) count += 1;
  }
  return count;
}
