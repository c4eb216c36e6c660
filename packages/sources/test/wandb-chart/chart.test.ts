import { createRuns } from '@runhue/core';
import { readRuns } from '@runhue/sources';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../series-facts.js';
import { textFile } from '../text-file.js';

describe('readRuns on a W&B chart export', () => {
  it('makes a run of every line and takes the x column as steps, whatever its name', async () => {
    const { runs, problems } = await readRuns([
      textFile('chart.csv', [
        '"epoch_id","ada - loss","ada - loss__MIN","ada - loss__MAX","bob - loss","bob - loss__MIN","bob - loss__MAX"',
        '"10","1.5","1.5","1.5","","",""',
        '"20","0.5","0.5","0.5","0.25","0.25","0.25"',
      ]),
    ]);
    expect(problems).toEqual([]);
    expect(runs.map((run) => [run.id, columnsOf(run)['loss']])).toEqual([
      ['ada', { steps: Float64Array.of(10, 20), values: Float64Array.of(1.5, 0.5) }],
      ['bob', { steps: Float64Array.of(20), values: Float64Array.of(0.25) }],
    ]);
    expect(Object.keys(columnsOf(runs[0] ?? { id: '' }))).toEqual(['loss']);
  });

  it('keeps the band as metrics where a point stands for several values', async () => {
    const { runs } = await readRuns([textFile('chart.csv', ['Step,ada - loss,ada - loss__MIN,ada - loss__MAX', '1,2,1,3', '2,2,2,2'])]);
    expect(Object.entries(columnsOf(runs[0] ?? { id: '' })).map(([metric, { values }]) => [metric, [...values as Float64Array]])).toEqual([
      ['loss', [2, 2]],
      ['loss__MIN', [1, 2]],
      ['loss__MAX', [3, 2]],
    ]);
  });

  it('parts run and metric where most columns share the metric, also with " - " in names', async () => {
    const { runs, problems } = await readRuns([textFile('chart.csv', ['Step,exp - 1 - loss,exp - 2 - loss,base - loss', '1,2,3,4'])]);
    expect(runs.map((run) => [run.name, ...Object.keys(columnsOf(run))])).toEqual([['exp - 1', 'loss'], ['exp - 2', 'loss'], ['base', 'loss']]);
    expect(problems).toEqual([]);
  });

  it('reports a column that can be parted in two ways', async () => {
    const { problems } = await readRuns([textFile('chart.csv', ['Step,a - b - loss,a - b - loss__MIN,a - b - loss__MAX', '1,2,2,2'])]);
    expect(problems).toMatchObject([{ code: 'ambiguous' }]);
  });

  it('keeps two runs of one name apart', async () => {
    const { runs } = await readRuns([textFile('chart.csv', ['Step,ada - loss,ada - loss', '1,2,3'])]);
    expect(runs.map((run) => [run.id, run.name, columnsOf(run)['loss']?.values[0]])).toEqual([['ada', 'ada', 2], ['ada (2)', 'ada', 3]]);
  });

  it('gives the lines of a grouped chart their group as config', async () => {
    const { runs } = await readRuns([textFile('chart.csv', ['Step,lr: 0.1 - loss,lr: 0.2 - loss', '1,2,3'])]);
    expect(runs.map((run) => run.config?.['lr'])).toEqual([0.1, 0.2]);
  });

  it('takes an x column of wall times as wall times, too', async () => {
    const { runs } = await readRuns([textFile('chart.csv', ['Wall Time,ada - loss', '1700000000,2'])]);
    expect(columnsOf(runs[0] ?? { id: '' })['loss']).toMatchObject({ wallTimes: Float64Array.of(1_700_000_000) });
  });

  it('joins charts of several metrics by run name, and keeps a metric that comes twice apart and reported', async () => {
    const loss = textFile('a.csv', ['Step,ada - loss', '1,2']);
    const acc = textFile('b.csv', ['Step,ada - acc', '1,3']);
    const again = textFile('c.csv', ['epoch,ada - loss', '1,4']);
    const { runs, problems } = await readRuns([loss, acc, again]);
    expect(runs.map((run) => [run.id, ...Object.keys(columnsOf(run)).sort()])).toEqual([['ada', 'acc', 'loss'], ['ada (c)', 'loss']]);
    expect(problems).toMatchObject([{ code: 'ambiguous', count: 1, message: expect.stringContaining('"c.csv"') as string }]);
    expect(createRuns(runs).problems).toEqual([]);
  });

  it('drops and counts cells that are no numbers', async () => {
    const { runs, problems } = await readRuns([textFile('chart.csv', ['Step,ada - loss,bob - loss', '1,oops,3', '2,hm,4', 'x,5,5'])]);
    expect(Object.keys(columnsOf(runs[0] ?? { id: '' }))).toEqual([]);
    expect(problems).toMatchObject([{ code: 'unreadable', count: 1 }, { code: 'invalid-value', key: 'loss', count: 2 }]);
  });
});
