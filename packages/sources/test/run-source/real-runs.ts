import { readFileSync } from 'node:fs';
import type { RunInput } from '@runhue/core';
import { readRuns } from '@runhue/sources';
import { fixtureFiles } from '../fixture-files.js';

/** Runs to compare sources on. */
export interface DataSet {
  readonly name: string;
  load(): Promise<readonly RunInput[]>;
}

const fixtures = ['csv-ppo-pytorch', 'mlflow-bilevel-rl', 'mlflow-optimizers', 'parquet', 'tb-rllib-atari', 'tb-rllib-pong', 'wandb-nanogpt-ablations'];
const playground = ['sweep-deepobs-quadratic', 'wandb-nanogpt-ablations'];

function playgroundFile(set: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../../../apps/playground/public/data/${set}/runs.json`, import.meta.url)));
}

/** What people logged: the fixtures of the readers and the data of the playground. */
export const realDataSets: readonly DataSet[] = [
  ...fixtures.map((set) => ({ name: set, load: async () => (await readRuns(fixtureFiles(set))).runs })),
  ...playground.map((set) => ({ name: `playground ${set}`, load: async () => (await readRuns([{ path: 'runs.json', bytes: playgroundFile(set) }])).runs })),
];
