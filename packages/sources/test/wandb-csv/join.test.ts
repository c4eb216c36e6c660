import { readRuns } from '@runhue/sources';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../series-facts.js';
import { textFile } from '../text-file.js';

function history(path: string, finals: { [metric: string]: number | string }): ReturnType<typeof textFile> {
  const metrics = Object.keys(finals);
  return textFile(path, [`_step,_runtime,${metrics.join()}`, `0,1,${metrics.map(() => '9').join()}`, `1,2,${Object.values(finals).join()}`]);
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('readRuns on a W&B run table', () => {
  it('makes a run of every row: W&B\'s own columns name it, all others are config', async () => {
    const { runs, problems } = await readRuns([
      textFile('table.csv', [
        '"Name","State","Notes","User","Tags","Created","Runtime","Sweep","optimizer.lr","optimizer.name","bias","val/loss"',
        '"ada","finished","-","","full","2026-05-25T14:08:33.000Z","732","","0.001","lion","true","NaN"',
      ]),
    ]);
    expect(problems).toEqual([]);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ id: 'ada', name: 'ada', state: 'finished', startTime: '2026-05-25T14:08:33.000Z' });
    expect(runs[0]?.config?.['val/loss']).toBeNaN();
    expect(plain({ ...runs[0]?.config, 'val/loss': 1 })).toEqual({ Tags: 'full', Runtime: 732, optimizer: { lr: 0.001, name: 'lion' }, bias: true, 'val/loss': 1 });
  });

  it('numbers the rows that share a name and says that an ID column would tell them apart', async () => {
    const { runs, problems } = await readRuns([textFile('table.csv', ['Name,lr', 'ada,1', 'ada,2', 'bob,3', 'ada,4'])]);
    expect(runs.map((run) => run.id)).toEqual(['ada', 'ada (2)', 'bob', 'ada (3)']);
    expect(problems).toMatchObject([{ code: 'ambiguous', count: 2, message: expect.stringContaining('Export the ID column') as string }]);
  });

  it('takes the ids of an ID column', async () => {
    const { runs, problems } = await readRuns([textFile('table.csv', ['Name,ID,lr', 'ada,aaaaaaa1,1', 'ada,aaaaaaa2,2'])]);
    expect(runs.map(({ id, name }) => [id, name])).toEqual([['aaaaaaa1', 'ada'], ['aaaaaaa2', 'ada']]);
    expect(problems).toEqual([]);
  });

  it('keeps columns named __proto__ and constructor as data', async () => {
    const { runs } = await readRuns([textFile('table.csv', ['Name,__proto__.polluted,constructor', 'ada,1,2'])]);
    expect(Object.keys(runs[0]?.config ?? {})).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('keeps the rows before a quote that is never closed and names the row', async () => {
    const { runs, problems } = await readRuns([textFile('table.csv', 'Name,lr\nada,1\n"bob,2\ncleo,3\n')]);
    expect(runs.map((run) => run.id)).toEqual(['ada']);
    expect(problems).toMatchObject([{ code: 'unreadable', message: expect.stringMatching(/"table.csv": row 3 opens a quote/) as string }]);
  });
});

describe('readRuns on a W&B run table with histories', () => {
  it('joins by the ID column, whatever the values', async () => {
    const { runs } = await readRuns([
      textFile('table.csv', ['Name,ID,lr,loss', 'ada,aaaaaaa1,0.1,5', 'ada,aaaaaaa2,0.2,5']),
      history('ada_aaaaaaa2_history.csv', { loss: 7 }),
    ]);
    expect(runs.map(({ id, config }) => [id, config?.['lr']])).toEqual([['aaaaaaa2', 0.2], ['aaaaaaa1', 0.1]]);
  });

  it('joins by name and equal final values, and leaves the final values out of the config', async () => {
    const { runs, problems } = await readRuns([
      textFile('table.csv', ['Name,lr,loss', 'ada,0.1,5', 'ada,0.2,6']),
      history('ada_aaaaaaa1_history.csv', { loss: 6 }),
      history('ada_aaaaaaa2_history.csv', { loss: 5 }),
    ]);
    expect(problems).toEqual([]);
    expect(runs.map(({ id, config }) => [id, plain(config)])).toEqual([['aaaaaaa1', { lr: 0.2 }], ['aaaaaaa2', { lr: 0.1 }]]);
  });

  it('joins nothing and reports it where two rows have the same name and final values', async () => {
    const { runs, problems } = await readRuns([
      textFile('table.csv', ['Name,lr,loss', 'ada,0.1,5', 'ada,0.2,5']),
      history('ada_aaaaaaa1_history.csv', { loss: 5 }),
      history('ada_aaaaaaa2_history.csv', { loss: 5 }),
    ]);
    expect(runs.map(({ id, config }) => [id, config?.['lr']])).toEqual([['aaaaaaa1', undefined], ['aaaaaaa2', undefined], ['ada', 0.1], ['ada (2)', 0.2]]);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'ambiguous', count: 2, runId: 'aaaaaaa1' }));
  });

  it('joins nothing and reports it where two histories fit one row', async () => {
    const { runs, problems } = await readRuns([
      textFile('table.csv', ['Name,lr,loss', 'ada,0.1,5']),
      history('ada_aaaaaaa1_history.csv', { loss: 5 }),
      history('ada_aaaaaaa2_history.csv', { loss: 5 }),
    ]);
    expect(runs.map(({ id, config }) => [id, config?.['lr']])).toEqual([['aaaaaaa1', undefined], ['aaaaaaa2', undefined], ['ada', 0.1]]);
    expect(problems).toMatchObject([{ code: 'ambiguous', count: 2 }]);
  });

  it('joins nothing where the final values differ, even if the name is unique', async () => {
    const { runs } = await readRuns([textFile('table.csv', ['Name,lr,loss', 'ada,0.1,5']), history('ada_aaaaaaa1_history.csv', { loss: 6 })]);
    expect(runs.map((run) => run.id)).toEqual(['aaaaaaa1', 'ada']);
  });

  it('keeps a summary column that is no final value (a best value) as config', async () => {
    const { runs } = await readRuns([
      textFile('table.csv', ['Name,loss,acc', 'ada,5,99', 'bob,6,98']),
      history('ada_aaaaaaa1_history.csv', { loss: 5, acc: 50 }),
      history('bob_aaaaaaa2_history.csv', { loss: 6, acc: 51 }),
    ]);
    expect(runs.map(({ id, config }) => [id, plain(config)])).toEqual([['aaaaaaa1', { acc: 99 }], ['aaaaaaa2', { acc: 98 }]]);
  });

  it('takes an empty cell as not logged and NaN as logged, and keeps the clocks', async () => {
    const { runs } = await readRuns([textFile('ada_aaaaaaa1_history.csv', ['loss,_step,_timestamp,_runtime', ',0,100,1', 'NaN,1,101,2', '0.5,2,102,3'])]);
    expect(columnsOf(runs[0] ?? { id: '' })['loss']).toEqual({
      steps: Float64Array.of(1, 2),
      values: Float64Array.of(NaN, 0.5),
      wallTimes: Float64Array.of(101, 102),
      runtimes: Float64Array.of(2, 3),
    });
  });
});
