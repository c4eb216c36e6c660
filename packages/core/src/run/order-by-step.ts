import type { SeriesColumns } from './make-series.js';

/** True when every step is finite and greater than the one before. */
export function isStrictlyIncreasing(steps: Float64Array): boolean {
  let previous = -Infinity;
  for (let i = 0; i < steps.length; i += 1) {
    const step = steps[i] as number;
    if (!(step > previous)) return false;
    previous = step;
  }
  return previous < Infinity;
}

/** Columns ordered by step; of points with one step the last in the input stays. The same columns when nothing moves. */
export function orderByStep(columns: SeriesColumns): SeriesColumns {
  if (isStrictlyIncreasing(columns.steps)) return columns;
  const order = orderOf(columns.steps);
  const kept = order.filter((index, i) => columns.steps[index] !== columns.steps[order[i + 1] ?? -1]);
  return {
    steps: pick(columns.steps, kept),
    values: pick(columns.values, kept),
    wallTimes: columns.wallTimes && pick(columns.wallTimes, kept),
    runtimes: columns.runtimes && pick(columns.runtimes, kept),
  };
}

/** Indices by ascending step; equal steps keep their order. */
export function orderOf(steps: ArrayLike<number>): Uint32Array {
  const order = Uint32Array.from(steps, (_, index) => index);
  if (order.every((index) => index === 0 || (steps[index - 1] as number) <= (steps[index] as number))) return order;
  return order.sort((a, b) => (steps[a] as number) - (steps[b] as number) || a - b);
}

/** The values at the given indices. */
export function pick(values: Float64Array, indices: ArrayLike<number>): Float64Array {
  const picked = new Float64Array(indices.length);
  for (let i = 0; i < indices.length; i += 1) picked[i] = values[indices[i] as number] as number;
  return picked;
}

/** The column, or null when no point has a value. */
export function unlessUnknown(values: Float64Array): Float64Array | null {
  return values.some((value) => !Number.isNaN(value)) ? values : null;
}
