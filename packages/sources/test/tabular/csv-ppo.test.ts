import { readRuns } from '@runhue/sources';
import { describe, expect, it } from 'vitest';
import { expectColumnFacts, type JsonFacts } from '../column-facts.js';
import { fixtureFacts, fixtureFiles } from '../fixture-files.js';

type PpoFacts = { readonly perRun: { readonly [file: string]: { readonly reward: JsonFacts; readonly episode: JsonFacts; readonly env: string } } };

describe('readRuns on a CSV file per run (PPO-PyTorch)', () => {
  const facts = Object.entries(fixtureFacts<PpoFacts>('csv-ppo-pytorch').perRun);
  const idOf = (file: string): string => `csv-ppo-pytorch/${file.replace('.csv', '')}`;

  it.each(['reward', 'episode'] as const)('gives last, lowest and highest %s over timesteps of 17 runs', async (metric) => {
    const { runs, problems } = await readRuns(fixtureFiles('csv-ppo-pytorch'));
    expect(problems).toEqual([]);
    expect(facts).toHaveLength(17);
    expectColumnFacts(runs, metric, new Map(facts.map(([file, run]) => [idOf(file), run[metric]])));
  });

  it('gives the folder, here the environment, as config', async () => {
    const { runs } = await readRuns(fixtureFiles('csv-ppo-pytorch'));
    expect(new Map(runs.map((run) => [run.id, run.config?.['folder']]))).toEqual(new Map(facts.map(([file, run]) => [idOf(file), run.env])));
  });
});
