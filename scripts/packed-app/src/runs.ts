import type { RunInput } from '@runhue/core';

/** Ten runs that end at an accuracy of 0.0, 0.1, … 0.9: with five buckets two runs each, edges at 0.18, 0.36, 0.54 and 0.72. */
export const runs: RunInput[] = Array.from({ length: 10 }, (_, i) => ({
  id: `run-${i}`,
  config: { lr: 10 ** -i },
  history: Array.from({ length: 50 }, (_unused, step) => ({ _step: step, acc: (i / 10) * (step / 49) })),
}));
