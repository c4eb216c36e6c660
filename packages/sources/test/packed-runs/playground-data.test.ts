import { readFileSync } from 'node:fs';
import { createRuns, listKeys, type RunInput } from '@runhue/core';
import { readRuns } from '@runhue/sources';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectColumnFacts, type JsonFacts } from '../column-facts.js';

const data = new URL('../../../../apps/playground/public/data/', import.meta.url);

function factsOf<Facts>(set: string): Facts {
  return JSON.parse(readFileSync(new URL(`${set}/facts.json`, data), 'utf8')) as Facts;
}

async function runsOf(set: string): Promise<RunInput[]> {
  const bytes = new Uint8Array(readFileSync(new URL(`${set}/runs.json`, data)));
  const { runs, problems } = await readRuns([{ path: 'runs.json', bytes }]);
  expect(problems).toEqual([]);
  return runs;
}

describe('readRuns on the playground\'s nanoGPT ablations', () => {
  const facts = factsOf<{ history: { [file: string]: { [metric: string]: JsonFacts } } }>('wandb-nanogpt-ablations');
  let runs: RunInput[];
  beforeAll(async () => {
    runs = await runsOf('wandb-nanogpt-ablations');
  });

  it.each(['val/loss', 'train/step_loss'])('gives %s with the last, lowest and highest value and the points of every run', (metric) => {
    const idOf = (file: string): string => file.replace('_history.csv', '').split('_').at(-1) ?? '';
    const byRun = Object.entries(facts.history).map(([file, metrics]): [string, JsonFacts] => [idOf(file), metrics[metric] as JsonFacts]);
    expect(byRun).toHaveLength(64);
    expectColumnFacts(runs, metric, new Map(byRun));
  });

  it('offers all config columns, the tags and the runtime of the table, and all metrics as Keys', () => {
    const keys = listKeys(createRuns(runs).runs);
    expect(keys.filter((key) => key.group === 'metric').map((key) => key.name).sort()).toEqual(['iter', 'lr', 'train/loss', 'train/step_loss', 'val/loss']);
    const config = keys.filter((key) => key.group === 'config');
    expect(config).toHaveLength(32);
    expect(config.find((key) => key.name === 'bias')?.type).toBe('boolean');
    expect(config.find((key) => key.name === 'n_head')).toMatchObject({ type: 'number', runCount: 64, varies: true });
    expect(config.find((key) => key.name === 'pos_encoding')?.type).toBe('category');
  });
});

describe('readRuns on the playground\'s DeepOBS sweep', () => {
  const facts = factsOf<{
    nanTotal: number;
    infTotal: number;
    perRun: { [file: string]: { optimizer: string; learning_rate: number; metrics: { [metric: string]: JsonFacts } } };
  }>('sweep-deepobs-quadratic');
  const metrics = ['train_losses', 'test_losses', 'minibatch_train_losses'];
  const byRun = Object.entries(facts.perRun).map(([file, run]) => ({ id: file.replace('.json', ''), ...run }));
  let runs: RunInput[];
  beforeAll(async () => {
    runs = await runsOf('sweep-deepobs-quadratic');
  });

  it.each(metrics)('gives %s with the last, lowest and highest value and the NaN and infinity counts of every run', (metric) => {
    expect(byRun).toHaveLength(135);
    expectColumnFacts(runs, metric, new Map(byRun.map((run) => [run.id, run.metrics[metric] as JsonFacts])));
  });

  it('keeps 28,642 NaN and 988 infinite values', () => {
    const values = createRuns(runs).runs.flatMap((run) => [...run.history.values()].flatMap((series) => [...series.values]));
    expect(values.filter(Number.isNaN)).toHaveLength(facts.nanTotal);
    expect(values.filter((value) => Math.abs(value) === Infinity)).toHaveLength(facts.infTotal);
  });

  it('keeps the config of every run', () => {
    expect(runs.map((run) => [run.id, run.config?.['optimizer'], run.config?.['learning_rate']]).sort()).toEqual(
      byRun.map((run) => [run.id, run.optimizer, run.learning_rate]).sort(),
    );
  });
});
