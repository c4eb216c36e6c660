import { readRows, readTable } from '@runhue/sources/tabular';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../series-facts.js';
import { textFile } from '../text-file.js';

describe('readTable', () => {
  it('reads a file without header when told its columns', async () => {
    const { runs } = await readTable(textFile('loss.csv', ['0,2', '1,1']), { columns: ['step', 'loss'], id: 'ada' });
    expect(runs).toMatchObject([{ id: 'ada', name: 'ada' }]);
    expect(columnsOf(runs[0] ?? { id: '' })).toEqual({ loss: { steps: Float64Array.of(0, 1), values: Float64Array.of(2, 1) } });
  });

  it('takes the columns that it is told for step, run, value and config', async () => {
    const file = textFile('log.csv', ['algo,seed,t,what,y,lr', 'ppo,1,10,loss,2,0.1', 'ppo,2,10,loss,3,0.1']);
    const { runs } = await readTable(file, { run: ['algo', 'seed'], step: 't', metric: 'what', value: 'y', config: ['lr'] });
    expect(runs.map((run) => [run.id, run.config?.['lr'], columnsOf(run)['loss']?.steps[0], columnsOf(run)['loss']?.values[0]])).toEqual([
      ['ppo 1', 0.1, 10, 2],
      ['ppo 2', 0.1, 10, 3],
    ]);
  });

  it('leaves out rows above the header', async () => {
    const { runs } = await readTable(textFile('log.csv', ['made by me,today', 'step,loss', '1,2']), { skipRows: 1 });
    expect(Object.keys(columnsOf(runs[0] ?? { id: '' }))).toEqual(['loss']);
  });

  it.each([
    ['0x10', 0], ['0b1', 0], ['1_000', 0], ['', 0], [' ', 0], ['12abc', 0], ['1,5', 0], ['-', 0], ['Infinityx', 0], ['infinite', 0],
    ['1e-3', 1], ['+.5', 1], ['-0', 1], [' 7 ', 1], ['1.', 1], ['NaN', 1], ['nan', 1], ['-inf', 1], ['Infinity', 1], ['1e400', 1],
  ])('reads the cell %j as %i numbers', async (cell, points) => {
    const { runs } = await readTable(textFile('log.csv', ['step,loss,other', `1,"${cell}",1`]));
    expect(columnsOf(runs[0] ?? { id: '' })['loss']?.values ?? []).toHaveLength(points);
  });

  it('keeps -0 and every digit', async () => {
    const { runs } = await readTable(textFile('log.csv', ['step,loss', '1,-0', '2,0.1234567890123456789', '3,5e-324']));
    expect(Array.from(columnsOf(runs[0] ?? { id: '' })['loss']?.values ?? [])).toEqual([-0, 0.12345678901234568, 5e-324]);
  });
});

describe('readRows', () => {
  it('reads JSON objects, one a logging call', () => {
    const { runs, problems } = readRows([{ step: 1, loss: 2, tags: ['a'] }, { step: 2, loss: 'NaN', tags: ['b'] }], { id: 'ada' });
    expect(columnsOf(runs[0] ?? { id: '' })).toEqual({ loss: { steps: Float64Array.of(1, 2), values: Float64Array.of(2, NaN) } });
    expect(problems).toMatchObject([{ code: 'invalid-value', key: 'tags', count: 2 }]);
  });
});
