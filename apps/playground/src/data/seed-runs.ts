import type { RunInput } from '@runhue/core';
import { createRandom } from './made-runs.js';

/** What the W&B guide's two snippets log: `acc` and `loss` per epoch, and a config with `learning_rate`, `batch_size`, `optimizer`. */
export function seedRuns(count = 10, epochs = 10): RunInput[] {
  const random = createRandom(7);
  return Array.from({ length: count }, (_, i) => {
    const offset = random() / 5;
    const history = [];
    for (let epoch = 2; epoch < epochs; epoch++) {
      history.push({
        acc: 1 - 2 ** -epoch - random() / epoch - offset,
        loss: 2 ** -epoch + random() / epoch + offset,
      });
    }
    return {
      id: `basic-intro-${i + 1}`,
      name: `basic-intro-${i + 1}`,
      config: { learning_rate: 0.01, batch_size: 32 * 2 ** (i % 3), optimizer: i % 2 === 0 ? 'adam' : 'sgd' },
      history,
    };
  });
}

/**
 * Runs whose highest accuracy spans 0.7434–0.8604, so that six buckets have the edges of the W&B guide's second example;
 * `shown` are those that its picture plots: the best reaches 0.8232, the worst 0.7684.
 */
export function guideRuns(): { readonly runs: RunInput[]; readonly shown: ReadonlySet<string> } {
  const peaks = [0.7434, 0.7684, 0.7731, 0.7866, 0.7957, 0.8069, 0.8118, 0.8157, 0.8199, 0.8232, 0.8604];
  const runs = peaks.map((peak, i) => ({
    id: `run-${i + 1}`,
    name: `run-${i + 1}`,
    history: Array.from({ length: 30 }, (_, epoch) => {
      const rise = peak * (1 - Math.exp(-(epoch + 1) / 4));
      return { acc: epoch === 29 ? peak : Math.min(rise + 0.01 * Math.sin(epoch * (i + 1)), peak) };
    }),
  }));
  return { runs, shown: new Set(runs.slice(1, -1).map((run) => run.id)) };
}
