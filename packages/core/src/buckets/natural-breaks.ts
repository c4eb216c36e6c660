/**
 * First positions of the second and later of `count` groups of ascending distinct numbers, cut so that the sum of squared distances from
 * the groups' means is least (Fisher 1958; ckmeans: Wang & Song 2011). Exact, by divide and conquer in O(count · n · log n). At most one
 * group per number.
 */
export function naturalBreaks(distinct: Float64Array, count: number): number[] {
  const groups = Math.min(count, distinct.length);
  const cost = groupCost(distinct);
  let best = Float64Array.from(distinct, (_, end) => cost(0, end));
  const starts: Uint32Array[] = [];
  for (let group = 1; group < groups; group += 1) {
    const previous = best;
    const next = new Float64Array(distinct.length).fill(Infinity);
    const start = new Uint32Array(distinct.length);
    const fill = (from: number, to: number, lowest: number, highest: number): void => {
      if (from > to) return;
      const end = (from + to) >>> 1;
      for (let first = Math.max(group, lowest); first <= Math.min(end, highest); first += 1) {
        const total = (previous[first - 1] ?? Infinity) + cost(first, end);
        if (total < (next[end] ?? Infinity)) {
          next[end] = total;
          start[end] = first;
        }
      }
      fill(from, end - 1, lowest, start[end] ?? lowest);
      fill(end + 1, to, start[end] ?? lowest, highest);
    };
    fill(group, distinct.length - 1, group, distinct.length - 1);
    best = next;
    starts.push(start);
  }
  const breaks: number[] = [];
  let end = distinct.length - 1;
  for (const start of starts.reverse()) {
    const first = start[end] ?? 0;
    breaks.unshift(first);
    end = first - 1;
  }
  return breaks;
}

/** Sum of squared distances from the mean of the numbers from `first` to `last`, by running sums of numbers scaled around the median. */
function groupCost(distinct: Float64Array): (first: number, last: number) => number {
  const half = (distinct.at(-1) ?? 0) / 2 - (distinct[0] ?? 0) / 2;
  const median = distinct[distinct.length >>> 1] ?? 0;
  const sums = new Float64Array(distinct.length + 1);
  const squares = new Float64Array(distinct.length + 1);
  distinct.forEach((value, i) => {
    const scaled = half > 0 ? (value / 2 - median / 2) / half : i;
    sums[i + 1] = (sums[i] ?? 0) + scaled;
    squares[i + 1] = (squares[i] ?? 0) + scaled * scaled;
  });
  return (first, last) => {
    const sum = (sums[last + 1] ?? 0) - (sums[first] ?? 0);
    const square = (squares[last + 1] ?? 0) - (squares[first] ?? 0);
    return Math.max(0, square - (sum * sum) / (last - first + 1));
  };
}
