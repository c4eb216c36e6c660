import type { KeySettings } from '../settings/color-settings.js';
import type { Bucketing } from './bucketing.js';

/** Where values stand between 0 (low) and 1 (high). */
export interface HistogramAxis {
  readonly lower: number;
  readonly upper: number;
  readonly scale: 'linear' | 'log';
}

/** Runs of one bucket in one bin; bars of a bin stand on each other. */
export interface HistogramBar {
  readonly bin: number;
  readonly bucketIndex: number;
  /** Runs of the bin in lower buckets, beneath this bar. */
  readonly base: number;
  readonly count: number;
}

/** How many runs have which values, along an axis. */
export interface Histogram {
  readonly axis: HistogramAxis;
  readonly bars: readonly HistogramBar[];
  /** Runs in the fullest bin. */
  readonly tallest: number;
}

/** From this highest over lowest value, edges that do not follow the widths are shown on a log axis. */
const logRatio = 100;

/** The axis of a numeric Key's histogram: its domain and every edge; by decades under log, and where other methods' values span decades. Null without a domain of some width. */
export function histogramAxis({ domain, edges, kind }: Bucketing, own: KeySettings): HistogramAxis | null {
  if (domain === null || kind === 'category') return null;
  const lower = Math.min(domain[0], edges[0] ?? domain[0]);
  const upper = Math.max(domain[1], edges.at(-1) ?? domain[1]);
  if (!(lower < upper)) return null;
  const spansDecades = (own.method === 'quantile' || own.method === 'custom') && upper / lower >= logRatio;
  return { lower, upper, scale: lower > 0 && (own.method === 'log' || spansDecades) ? 'log' : 'linear' };
}

/** A value's place on the axis, 0 to 1; beyond the ends the end. */
export function axisPlace(value: number, { lower, upper, scale }: HistogramAxis): number {
  const place = scale === 'log' ? Math.log(value / lower) / Math.log(upper / lower) : (value / 2 - lower / 2) / (upper / 2 - lower / 2);
  return Number.isNaN(place) ? 0 : Math.min(1, Math.max(0, place));
}

/** The value at a place of the axis, 0 to 1. */
export function axisValue(place: number, { lower, upper, scale }: HistogramAxis): number {
  return scale === 'log' ? lower * (upper / lower) ** place : lower * (1 - place) + upper * place;
}

/** How many runs have which value, per bin of the axis and per bucket. Values beyond the axis count in its outer bins. */
export function histogram({ column, bucketIndices, buckets }: Bucketing, axis: HistogramAxis, binCount: number): Histogram {
  const counts = new Uint32Array(binCount * buckets.length);
  if (!('categoryIds' in column)) {
    const { values } = column;
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i] ?? NaN;
      if (!Number.isFinite(value)) continue;
      const bin = Math.min(binCount - 1, Math.floor(axisPlace(value, axis) * binCount));
      const cell = bin * buckets.length + (bucketIndices[i] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  const bars: HistogramBar[] = [];
  let tallest = 0;
  for (let bin = 0; bin < binCount; bin += 1) {
    let base = 0;
    for (let bucketIndex = 0; bucketIndex < buckets.length; bucketIndex += 1) {
      const count = counts[bin * buckets.length + bucketIndex] ?? 0;
      if (count === 0) continue;
      bars.push({ bin, bucketIndex, base, count });
      base += count;
    }
    tallest = Math.max(tallest, base);
  }
  return { axis, bars, tallest };
}
