import type { RunInput } from '@runhue/core';
import { readRuns } from '@runhue/sources';

async function loadRuns(set: string): Promise<RunInput[]> {
  const path = `data/${set}/runs.json`;
  const response = await fetch(`${import.meta.env.BASE_URL}${path}`);
  if (!response.ok) throw new Error(`${path}: the server answered ${response.status}`);
  const { runs, problems } = await readRuns([{ path, bytes: new Uint8Array(await response.arrayBuffer()) }]);
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.message).join(' '));
  return runs;
}

/** 64 nanoGPT ablations from W&B: 16 variants, several seeds each; `val/loss` and `train/step_loss` over 523 steps. */
export function loadNanogpt(): Promise<RunInput[]> {
  return loadRuns('wandb-nanogpt-ablations');
}

/** 135 runs of a DeepOBS sweep: three optimizers, learning rates over decades, and diverged runs with NaN and Infinity. */
export function loadDeepobs(): Promise<RunInput[]> {
  return loadRuns('sweep-deepobs-quadratic');
}
