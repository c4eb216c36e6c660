import type { RunInput } from '@runhue/core';
import { createRandom, makeRuns } from '../data/made-runs.js';

/** Every run has the batch size 64. */
export function constantRuns(): RunInput[] {
  return makeRuns({ runs: 8, points: 60 }).map((run) => ({ ...run, config: { ...run.config, batch_size: 64 } }));
}

/** Four of twelve runs never logged `acc`. */
export function spottyRuns(): RunInput[] {
  return makeRuns({ runs: 12, points: 60, seed: 3 }).map((run, i) => {
    if (i % 3 !== 0) return run;
    const { acc: _, ...rest } = run.history as Record<string, never>;
    return { ...run, history: rest };
  });
}

/** Losses that end in NaN or Infinity, gaps inside a line, and cells that are no numbers. */
export function hostileRuns(): RunInput[] {
  return makeRuns({ runs: 10, points: 60, seed: 5 }).map((run, i) => {
    const { loss } = run.history as Record<string, { steps: Float64Array; values: Float64Array }>;
    const values: (number | string)[] = Array.from(loss?.values ?? []);
    if (i < 2) values.fill(Number.NaN, 35);
    if (i === 2) values.fill(Number.POSITIVE_INFINITY, 40);
    if (i === 3) values.fill(Number.NaN, 20, 30);
    if (i === 4) values[10] = 'n/a';
    return { ...run, history: { loss: { steps: loss?.steps ?? [], values } } };
  });
}

/** Runs of `count` model sizes: the text sorts naturally, and some sizes are rarer than others. */
export function categoryRuns(count: number): RunInput[] {
  const random = createRandom(11);
  const sizes = [1, 2, 5, 10, 20, 50, 100, 3, 4, 6, 7, 8, 9, 11, 12, 13].slice(0, count);
  return makeRuns({ runs: count * 3, points: 60, seed: 9 }).map((run, i) => {
    const size = i < count ? sizes[i] : sizes[Math.floor(random() * random() * sizes.length)];
    return { ...run, name: `layer${size}-${i}`, config: { ...run.config, model: `layer${size}` } };
  });
}
