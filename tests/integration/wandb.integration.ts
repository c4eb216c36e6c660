import { createRuns, listKeys, readColumn, type Run } from '@runhue/core';
import { readRuns } from '@runhue/sources';
import { afterAll, expect, it } from 'vitest';
import { filesBelow, numbers, runScript, temporaryFolder } from './python-process.js';

const folders: (() => void)[] = [];

afterAll(() => folders.forEach((remove) => remove()));

/** Runs a script with W&B offline and reads the folder that it wrote. */
async function runsOf(...scripts: readonly string[]): Promise<{ runs: readonly Run[]; problems: readonly unknown[]; printed: string }> {
  const { folder, remove } = temporaryFolder();
  folders.push(remove);
  let printed = '';
  for (const script of scripts) printed = await runScript(script, [], { folder });
  const files = filesBelow(folder).filter(({ path }) => path.startsWith('wandb/') && !path.startsWith('wandb/latest-run/'));
  const read = await readRuns(files);
  const { runs, problems } = createRuns(read.runs);
  return { runs, problems: [...read.problems, ...problems], printed };
}

it('readRuns over what the document\'s first snippet logs offers acc and loss as Keys, and their values', async () => {
  const { runs } = await runsOf('seed_acc_loss.py');
  expect(runs).toHaveLength(1);
  const keys = listKeys(runs);
  expect(keys.filter(({ group }) => group === 'metric').map(({ name }) => name).sort()).toEqual(['acc', 'loss']);
  expect(keys.filter(({ group }) => group === 'default').map(({ name }) => name)).toContain('Step');
  expect(Array.from(runs[0]!.history.get('acc')!.steps)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  const [latest] = readColumn(runs, 'metric:loss', 'latest').values as ArrayLike<number> & Iterable<number>;
  expect(latest).toBeGreaterThan(0);
  expect(latest).toBeLessThan(1);
});

it('readRuns over what the document\'s second snippet logs offers learning_rate, batch_size and optimizer as Keys', async () => {
  const { runs } = await runsOf('seed_config.py');
  const keys = listKeys(runs).filter(({ group }) => group === 'config');
  expect(keys.map(({ id, type }) => [id, type]).sort()).toEqual([
    ['config:batch_size', 'number'],
    ['config:learning_rate', 'number'],
    ['config:optimizer', 'category'],
  ]);
  expect(Array.from(readColumn(runs, 'config:learning_rate', 'latest').values)).toEqual([0.01]);
  expect(Array.from(readColumn(runs, 'config:optimizer', 'latest').values)).toEqual(['adam']);
});

it('readRuns keeps the runs of both snippets apart', async () => {
  const { runs } = await runsOf('seed_acc_loss.py', 'seed_config.py');
  expect(runs).toHaveLength(2);
});

it('readRuns over .wandb files gives NaN, infinities, nested keys, nested config and steps as logged', async () => {
  const { runs, printed } = await runsOf('wandb_values.py');
  const [run] = runs;
  expect(run?.name).toBe('hard values');
  expect(Array.from(run!.history.get('value')!.values)).toEqual(numbers(JSON.parse(printed) as (number | string)[]));
  expect(Array.from(run!.history.get('a/b')!.values)).toEqual([0, -1, -2, -3, -4, -5]);
  expect(Array.from(run!.history.get('late')!.steps)).toEqual([1000]);
  expect([...run!.history.keys()].filter((key) => key.startsWith('nested'))).toHaveLength(1);
  const keys = listKeys(runs).map(({ id }) => id);
  expect(keys).toEqual(expect.arrayContaining(['config:optimizer.lr', 'config:optimizer.name', 'config:layers']));
});
