import type { RunInput } from '@runhue/core';

/** A seeded random number in [0, 1), the same on every machine (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface MadeRunsOptions {
  readonly runs: number;
  readonly points: number;
  readonly seed?: number;
}

/** Training runs as they might be: an accuracy that rises to its own level, a loss that falls, and a config that partly explains both. */
export function makeRuns({ runs, points, seed = 1 }: MadeRunsOptions): RunInput[] {
  const random = createRandom(seed);
  const optimizers = ['adam', 'sgd', 'rmsprop'];
  return Array.from({ length: runs }, (_, i) => {
    const optimizer = optimizers[Math.floor(random() * optimizers.length)] ?? 'adam';
    const learningRate = 10 ** (-5 + 4 * random());
    const fit = 1 - Math.abs(Math.log10(learningRate) + 3) / 4;
    const level = 0.45 + 0.45 * fit * (0.7 + 0.3 * random()) + (optimizer === 'adam' ? 0.06 : 0);
    const speed = (2 + 8 * random()) / points;
    const steps = Float64Array.from({ length: points }, (_, step) => step);
    const acc = new Float64Array(points);
    const loss = new Float64Array(points);
    let drift = 0;
    for (let step = 0; step < points; step++) {
      drift = 0.9 * drift + (random() - 0.5) * 0.012;
      acc[step] = Math.min(1, Math.max(0, level * (1 - Math.exp(-speed * step)) + drift));
      loss[step] = 0.15 + 2.2 * (1 - level) + 2 * Math.exp(-speed * step) + Math.abs(drift) * 4;
    }
    return {
      id: `run-${i + 1}`,
      name: `${optimizer}-${i + 1}`,
      config: { optimizer, learning_rate: learningRate, batch_size: [16, 32, 64, 128][Math.floor(random() * 4)] ?? 32, seed: i },
      history: { acc: { steps, values: acc }, loss: { steps, values: loss } },
    };
  });
}
