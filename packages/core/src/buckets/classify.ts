/** Runs per kind of bucket: `indices` holds the bucket index of each value. */
export interface Classified {
  readonly indices: Uint16Array;
  readonly missingCount: number;
  readonly nonFiniteCount: number;
}

/**
 * Bucket index of each value by searching the edges: [lower, upper), so that a value equal to an edge goes to the upper bucket and values
 * beyond the ends to the outer ones. NaN comes after the ranges, ±Infinity after NaN; an index that nobody has is skipped.
 */
export function classify(values: Float64Array, edges: readonly number[]): Classified {
  const search = edges.length < searchedEdges ? searchFew(edges) : (value: number) => upperBound(edges, value);
  const indices = new Uint16Array(values.length);
  const ranges = edges.length + 1;
  let finiteCount = 0;
  let missingCount = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? NaN;
    if (value - value === 0) {
      indices[i] = search(value);
      finiteCount += 1;
    } else if (Number.isNaN(value)) {
      indices[i] = ranges;
      missingCount += 1;
    } else indices[i] = ranges + 1;
  }
  const nonFiniteCount = values.length - finiteCount - missingCount;
  closeGaps(indices, finiteCount > 0 ? 0 : ranges, missingCount > 0 ? 0 : 1, ranges);
  return { indices, missingCount, nonFiniteCount };
}

const searchedEdges = 8;

/** `upperBound` among at most seven edges, in three comparisons whatever their number: edges that are not there lie at Infinity. */
function searchFew(edges: readonly number[]): (value: number) => number {
  const padded = new Float64Array(searchedEdges).fill(Infinity);
  padded.set(edges);
  return (value) => {
    let index = value >= (padded[3] ?? Infinity) ? 4 : 0;
    if (value >= (padded[index + 1] ?? Infinity)) index += 2;
    if (value >= (padded[index] ?? Infinity)) index += 1;
    return index;
  };
}

/** Number of edges that are not above the value: where a bisection from the right would insert it. */
export function upperBound(edges: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edges[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function closeGaps(indices: Uint16Array, noRanges: number, noMissing: number, ranges: number): void {
  if (noRanges + noMissing === 0) return;
  for (let i = 0; i < indices.length; i += 1) {
    const index = indices[i] ?? 0;
    indices[i] = index > ranges ? index - noRanges - noMissing : index - noRanges;
  }
}
