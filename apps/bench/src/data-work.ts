import { bucketColumn, createRuns, defaultColorSettings, readColumn, type ColorSettings, type RunColumn } from '@runhue/core';
import { makeBenchData } from './bench-data.js';

/** Milliseconds of one piece of work and of the plain loop that it is held against. */
export interface DataWork {
  readonly name: string;
  readonly ours: number;
  readonly plain: number;
}

const bucketCount = 6;
const settings: ColorSettings = { ...defaultColorSettings, key: 'metric:loss', bucketCount };

function medianOf(rounds: number, work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[rounds >> 1] ?? NaN;
}

/** What it costs to get from histories to buckets, beside plain loops over typed arrays. */
export function measureDataWork(): DataWork[] {
  const { x, ys } = makeBenchData(10_000, 1_000);
  const inputs = ys.map((values, i) => ({ id: `run-${i}`, history: { loss: { steps: x, values } } }));
  const { runs } = createRuns(inputs);
  const reduce = medianOf(9, () => void reduceAndBucket(ys));
  const column = medianOf(9, () => void bucketColumn(readColumn(runs, 'metric:loss', 'latest'), settings));
  const all = medianOf(9, () => void bucketColumn(readColumn(createRuns(inputs).runs, 'metric:loss', 'latest'), settings));

  const values = Array.from({ length: 1_000_000 }, (_, i) => Math.sin(i) * 100 + (i % 97));
  const stored: RunColumn = { type: 'number', keyId: 'metric:loss', yValue: 'latest', runIds: values.map((_, i) => `run-${i}`), values: Float64Array.from(values) };
  const floats = Float64Array.from(values);
  const plain = medianOf(9, () => void bisect(floats));
  const bucketed = medianOf(9, () => void bucketColumn(stored, settings));
  return [
    { name: 'column + bucketing of 10,000 × 1,000, against last, min, max and 6 buckets in a Float64Array loop', ours: column, plain: reduce },
    { name: 'the same with createRuns', ours: all, plain: reduce },
    { name: 'bucketing 1,000,000 stored values, against a pass for the extent and a bisection', ours: bucketed, plain },
  ];
}

function reduceAndBucket(ys: readonly Float64Array[]): Uint16Array {
  const last = new Float64Array(ys.length);
  const low = new Float64Array(ys.length);
  const high = new Float64Array(ys.length);
  ys.forEach((y, run) => {
    let min = Infinity;
    let max = -Infinity;
    for (let i = 0; i < y.length; i++) {
      const value = y[i] as number;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    last[run] = y[y.length - 1] ?? NaN;
    low[run] = min;
    high[run] = max;
  });
  return bisect(last);
}

function bisect(values: Float64Array): Uint16Array {
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const edges = Float64Array.from({ length: bucketCount - 1 }, (_, i) => min + ((max - min) * (i + 1)) / bucketCount);
  const buckets = new Uint16Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    let from = 0;
    let to = edges.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (value < (edges[middle] as number)) to = middle;
      else from = middle + 1;
    }
    buckets[i] = from;
  }
  return buckets;
}
