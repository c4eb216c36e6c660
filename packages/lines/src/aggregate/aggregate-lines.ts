import { shareX, type LinePoints } from './shared-x.js';

/** How several lines become one, with a band around it. */
export interface AggregateOptions {
  readonly line: 'mean' | 'median';
  /**
   * `range`: lowest to highest line; `deviation`: the mean ± the standard deviation (n − 1); `error`: the mean ± the standard error
   * (deviation / √n), both without a width where there is one line; `none`: no band.
   */
  readonly band: 'range' | 'deviation' | 'error' | 'none';
}

/** Several lines as one, and how far they spread. All arrays are as long as `x`; NaN where no line has a value. */
export interface LineAggregate {
  /** Ascending, without repeats. */
  readonly x: Float64Array;
  /** Mean or median. */
  readonly y: Float64Array;
  /** Edges of the band; null without one. */
  readonly low: Float64Array | null;
  readonly high: Float64Array | null;
  /** Lines with a value at each x. */
  readonly counts: Uint32Array;
}

/**
 * Mean or median of lines, with a band, from the full data. Every x of every line counts, and at each the lines that have begun and not
 * yet ended there: each is read straight between its own points, never beyond its ends and never across a value that is not finite.
 * Where lines share no x, so that reading all of them everywhere would take more than 4 million values, every other x is left out until
 * it does not (never below 1,024 x); a range still reaches every single point.
 */
export function aggregateLines(lines: readonly LinePoints[], options: AggregateOptions): LineAggregate {
  const steps = aggregateSteps(lines, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** `aggregateLines` in slices: yields after every line, and for medians after every thousand x. */
export function* aggregateSteps(lines: readonly LinePoints[], { line: kind, band }: AggregateOptions): Generator<void, LineAggregate, void> {
  const x = shareX(lines);
  const size = x.length;
  const counts = new Uint32Array(size);
  const means = new Float64Array(size);
  const squares = new Float64Array(size);
  const low = new Float64Array(size).fill(Infinity);
  const high = new Float64Array(size).fill(-Infinity);
  const values = kind === 'median' ? new Float64Array(size * lines.length).fill(NaN) : null;
  // Whether some line runs from one x to the next.
  const joined = new Uint8Array(size);
  const row = new Float64Array(size);
  for (const [l, line] of lines.entries()) {
    const { from, to, met } = readAlong(line, x, row);
    values?.set(row.subarray(from, to), l * size + from);
    let last = -2;
    for (let i = from; i < to; i++) {
      const value = row[i]!;
      if (value - value !== 0) continue;
      const count = counts[i]! + 1;
      counts[i] = count;
      const off = value - means[i]!;
      means[i]! += off / count;
      squares[i]! += off * (value - means[i]!);
      if (value < low[i]!) low[i] = value;
      if (value > high[i]!) high[i] = value;
      if (last === i - 1) joined[i] = 1;
      last = i;
    }
    if (band === 'range' && met < line.x.length) reachPoints(line, x, low, high);
    yield;
  }
  const y = values ? yield* medians(values, size, lines.length) : means;
  for (let i = 0; i < size; i++) {
    const count = counts[i]!;
    if (count === 0) y[i] = low[i] = high[i] = NaN;
    else if (band === 'deviation' || band === 'error') {
      const deviation = count > 1 ? Math.sqrt(squares[i]! / (count - 1)) : 0;
      const reach = band === 'error' ? deviation / Math.sqrt(count) : deviation;
      const mean = means[i]!;
      low[i] = mean - reach;
      high[i] = mean + reach;
    }
  }
  return withGaps(band === 'none' ? { x, y, low: null, high: null, counts } : { x, y, low, high, counts }, joined);
}

/** The x that a line covers, by index, `to` excluded, and how many of its own points are among them. */
interface Covered {
  readonly from: number;
  readonly to: number;
  readonly met: number;
}

/** Writes what a line is at every x that it covers into `row`, not finite in its gaps. */
function readAlong({ x: own, y }: LinePoints, x: Float64Array, row: Float64Array): Covered {
  const from = firstFrom(x, own[0] ?? Infinity);
  const last = own.length - 1;
  let p = 0;
  let met = 0;
  let i = from;
  for (; i < x.length; i++) {
    const at = x[i]!;
    while (p < last && own[p + 1]! <= at) p++;
    const before = own[p]!;
    if (before === at) {
      row[i] = y[p]!;
      met++;
    } else if (p === last) break;
    else {
      const share = (at - before) / (own[p + 1]! - before);
      row[i] = y[p]! * (1 - share) + y[p + 1]! * share;
    }
  }
  return { from, to: i, met };
}

function firstFrom(x: Float64Array, value: number): number {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((x[middle] ?? NaN) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Widens the range at the nearest x by each of a line's own points. */
function reachPoints({ x: own, y }: LinePoints, x: Float64Array, low: Float64Array, high: Float64Array): void {
  let i = 0;
  for (let p = 0; p < own.length; p++) {
    const at = own[p] ?? NaN;
    const value = y[p] ?? NaN;
    if (value - value !== 0) continue;
    while (i + 1 < x.length && Math.abs((x[i + 1] ?? NaN) - at) <= Math.abs((x[i] ?? NaN) - at)) i++;
    low[i] = Math.min(low[i] ?? Infinity, value);
    high[i] = Math.max(high[i] ?? -Infinity, value);
  }
}

/** Medians of the finite values at each place of several rows of one length; 0 where there are none. */
function* medians(values: Float64Array, size: number, rows: number): Generator<void, Float64Array, void> {
  const column = new Float64Array(rows);
  const middles = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    if (i % 1000 === 999) yield;
    let count = 0;
    for (let at = i; at < values.length; at += size) {
      const value = values[at]!;
      if (value - value === 0) column[count++] = value;
    }
    if (count > 0) middles[i] = middleOf(column, count);
  }
  return middles;
}

function middleOf(values: Float64Array, count: number): number {
  const middle = count >> 1;
  const upper = select(values, 0, count - 1, middle);
  if (count % 2 === 1) return upper;
  // What is left of the upper middle is not above it: the lower middle is the largest of that.
  let lower = -Infinity;
  for (let k = 0; k < middle; k++) if (values[k]! > lower) lower = values[k]!;
  return lower / 2 + upper / 2;
}

/** The value that would stand at `place` if values [left, right] were sorted; those before it are then not above, those after not below (Hoare). */
function select(values: Float64Array, left: number, right: number, place: number): number {
  while (left < right) {
    const pivot = values[(left + right) >> 1]!;
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const value = values[i]!;
      values[i++] = values[j]!;
      values[j--] = value;
    }
    if (place <= j) right = j;
    else if (place >= i) left = i;
    else break;
  }
  return values[place]!;
}

/** Two neighbouring x that no line runs between are parted by one without a value. */
function withGaps(aggregate: LineAggregate, joined: Uint8Array): LineAggregate {
  const { x, counts } = aggregate;
  const cuts: number[] = [];
  for (let i = 1; i < x.length; i++) if (!joined[i] && counts[i] && counts[i - 1]) cuts.push(i);
  if (cuts.length === 0) return aggregate;
  const spread = (values: Float64Array, between: (i: number) => number): Float64Array => {
    const wide = new Float64Array(values.length + cuts.length);
    let from = 0;
    cuts.forEach((cut, added) => {
      wide.set(values.subarray(from, cut), from + added);
      wide[cut + added] = between(cut);
      from = cut;
    });
    wide.set(values.subarray(from), from + cuts.length);
    return wide;
  };
  const none = (): number => NaN;
  return {
    x: spread(x, (i) => ((x[i - 1] ?? NaN) + (x[i] ?? NaN)) / 2),
    y: spread(aggregate.y, none),
    low: aggregate.low && spread(aggregate.low, none),
    high: aggregate.high && spread(aggregate.high, none),
    counts: Uint32Array.from(spread(Float64Array.from(counts), () => 0)),
  };
}
