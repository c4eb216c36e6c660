import type { RunInput } from '@runhue/core';
import { readRuns } from '@runhue/sources';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../series-facts.js';
import { textFile } from '../text-file.js';

/** What a run logged, in short: id, config, and per metric its points as [step, value]. */
function shown(run: RunInput): unknown {
  const points = Object.entries(columnsOf(run)).map(([metric, { steps, values }]) => [metric, Array.from(steps, (step, i) => [step, values[i]])]);
  return { id: run.id, config: { ...run.config }, ...Object.fromEntries(points) };
}

describe('readRuns on tables of one run', () => {
  it.each([
    ['Keras CSVLogger', 'vgg/training.csv', ['epoch,accuracy,loss', '0,0.5,1.5', '1,0.75,1.25'], { id: 'vgg', accuracy: [[0, 0.5], [1, 0.75]], loss: [[0, 1.5], [1, 1.25]] }],
    ['Ultralytics results.csv with padded names', 'yolo/exp1/results.csv', ['         epoch,      train/box_loss', '             1,             1.5'], { id: 'yolo/exp1', 'train/box_loss': [[1, 1.5]] }],
    ['SB3 progress.csv with cells that come later', 'a2c/progress.csv', ['rollout/ep_rew_mean,time/total_timesteps,train/loss', '10,512,', '11,1024,0.5'], { id: 'a2c', 'rollout/ep_rew_mean': [[512, 10], [1024, 11]], 'train/loss': [[1024, 0.5]] }],
    ['RLlib progress.csv with nan and config', 'pong/progress.csv', ['training_iteration,timesteps_total,episode_reward_mean,config/lr,hostname', '1,100,nan,0.1,box', '2,200,-20,0.1,box'], { id: 'pong', config: { lr: 0.1, hostname: 'box' }, training_iteration: [[100, 1], [200, 2]], episode_reward_mean: [[100, NaN], [200, -20]] }],
    ['TSV', 'log.tsv', ['step\tloss', '1\t2'], { id: 'log', loss: [[1, 2]] }],
    ['semicolons', 'log.csv', ['step;loss', '1;2'], { id: 'log', loss: [[1, 2]] }],
    ['no column that counts steps', 'ada.csv', ['loss,acc', '2,0.5', '1,0.75'], { id: 'ada', loss: [[0, 2], [1, 1]], acc: [[0, 0.5], [1, 0.75]] }],
    ['a mark of byte order and CRLF', 'ada.csv', '\uFEFFstep,loss\r\n1,2\r\n', { id: 'ada', loss: [[1, 2]] }],
  ] as [string, string, string | string[], object][])('reads %s', async (_, path, content, run) => {
    const { runs, problems } = await readRuns([textFile(path, content)]);
    expect(problems).toEqual([]);
    expect(runs.map(shown)).toEqual([{ config: {}, ...run }]);
  });

  it('takes timestamps in seconds, milliseconds or as dates as wall times, not as a metric', async () => {
    for (const stamp of ['1700000000', '1700000000000', '2023-11-14T22:13:20Z', '2023-11-14 22:13:20']) {
      const { runs } = await readRuns([textFile('ada.csv', ['step,timestamp,loss', `1,${stamp},2`])]);
      expect(columnsOf(runs[0] ?? { id: '' })).toEqual({
        loss: { steps: Float64Array.of(1), values: Float64Array.of(2), wallTimes: Float64Array.of(1_700_000_000) },
      });
    }
  });

  it('keeps a metric that never changes, as the file is one run', async () => {
    const { runs } = await readRuns([textFile('ada.csv', ['step,lr', '1,0.1', '2,0.1'])]);
    expect(runs.map(shown)).toEqual([{ id: 'ada', config: {}, lr: [[1, 0.1], [2, 0.1]] }]);
  });

  it('takes the next column that counts steps where the first is empty', async () => {
    const { runs } = await readRuns([textFile('pong/progress.csv', ['training_iteration,timesteps_total,loss', '1,,3', '2,,2'])]);
    expect(runs.map(shown)).toEqual([{ id: 'pong', config: {}, loss: [[1, 3], [2, 2]] }]);
  });

  it('drops and counts text in a metric, cells beyond the header and rows without a step', async () => {
    const { runs, problems } = await readRuns([textFile('ada.csv', ['step,loss', '1,2', '2,n/a', '3,4,5', ',6'])]);
    expect(runs.map(shown)).toEqual([{ id: 'ada', config: {}, loss: [[1, 2], [3, 4]] }]);
    expect(problems).toMatchObject([
      { code: 'unreadable', count: 1, message: expect.stringContaining('more cells than the header') as string },
      { code: 'invalid-value', key: 'loss', count: 1, message: expect.stringContaining('"n/a"') as string },
      { code: 'invalid-value', key: 'step', count: 1 },
    ]);
  });

  it('joins progress.csv, monitor.csv and params.json of one folder', async () => {
    const { runs, problems } = await readRuns([
      textFile('ppo/progress.csv', ['time/total_timesteps,train/loss', '100,0.5']),
      textFile('ppo/monitor.csv', ['#{"t_start": 1700000000.0, "env_id": "CartPole-v1"}', 'r,l,t', '10.0,60,1.5', '12.0,40,2.5']),
      textFile('ppo/params.json', '{"lr": 0.001, "model": {"dim": 42}}'),
    ]);
    expect(problems).toEqual([]);
    expect(runs.map(shown)).toEqual([
      {
        id: 'ppo',
        config: { lr: 0.001, model: { dim: 42 }, t_start: 1_700_000_000, env_id: 'CartPole-v1' },
        r: [[60, 10], [100, 12]],
        l: [[60, 60], [100, 40]],
        'train/loss': [[100, 0.5]],
      },
    ]);
    expect(columnsOf(runs[0] ?? { id: '' })['r']).toMatchObject({ wallTimes: Float64Array.of(1_700_000_001.5, 1_700_000_002.5), runtimes: Float64Array.of(1.5, 2.5) });
  });

  it('reports a metric that two files of a run have with different points', async () => {
    const { runs, problems } = await readRuns([textFile('ada/metrics.csv', ['step,loss', '1,2']), textFile('ada/progress.csv', ['step,loss', '1,3'])]);
    expect(runs.map(shown)).toEqual([{ id: 'ada', config: {}, loss: [[1, 2]] }]);
    expect(problems).toMatchObject([{ code: 'ambiguous', runId: 'ada', key: 'loss', count: 1 }]);
  });
});

describe('readRuns on tables of several runs', () => {
  it('reads the long form: run, metric, step, value', async () => {
    const { runs } = await readRuns([textFile('long.csv', ['run,tag,step,value', 'ada,loss,1,2', 'ada,acc,1,0.5', 'bob,loss,1,3', 'ada,loss,2,1'])]);
    expect(runs.map(shown)).toEqual([
      { id: 'ada', config: {}, loss: [[1, 2], [2, 1]], acc: [[1, 0.5]] },
      { id: 'bob', config: {}, loss: [[1, 3]] },
    ]);
  });

  it('takes text and numbers that never change within a run as config', async () => {
    const rows = ['run_id,run_name,step,loss,lr,optimizer', 'a,Ada,1,2,0.1,adam', 'a,Ada,2,1,0.1,adam', 'b,Bob,1,3,0.2,sgd', 'b,Bob,2,3,0.2,sgd'];
    const { runs } = await readRuns([textFile('wide.csv', rows)]);
    expect(runs.map((run) => [run.name, shown(run)])).toEqual([
      ['Ada', { id: 'a', config: { lr: 0.1, optimizer: 'adam' }, loss: [[1, 2], [2, 1]] }],
      ['Bob', { id: 'b', config: { lr: 0.2, optimizer: 'sgd' }, loss: [[1, 3], [2, 3]] }],
    ]);
  });

  it('takes a row per run without steps as config of runs', async () => {
    const { runs } = await readRuns([textFile('results.csv', ['run,lr,acc', 'ada,0.1,0.9', 'bob,0.2,0.8'])]);
    expect(runs.map(shown)).toEqual([
      { id: 'ada', config: { lr: 0.1, acc: 0.9 } },
      { id: 'bob', config: { lr: 0.2, acc: 0.8 } },
    ]);
  });
});

describe('readRuns on JSON rows', () => {
  const rows = ['{"_step":0,"loss":2,"nested":{"x":1},"config":{"lr":0.1}}', '{"_step":1,"loss":NaN}', '', '{"_step":2,"loss":-Infinity,"note":"hi"}'];
  const run = { id: 'ada', config: { lr: 0.1, note: 'hi' }, loss: [[0, 2], [1, NaN], [2, -Infinity]], 'nested/x': [[0, 1]] };

  it.each([
    ['JSONL', rows.join('\n')],
    ['a JSON list', `[${rows.filter((row) => row !== '').join(',\n')}]`],
  ])('reads %s with bare NaN and Infinity, nested metrics and config', async (_, text) => {
    const { runs, problems } = await readRuns([textFile('ada.json', text)]);
    expect(problems).toEqual([]);
    expect(runs.map(shown)).toEqual([run]);
  });

  it('keeps the other lines when some are broken, and counts those', async () => {
    const { runs, problems } = await readRuns([textFile('ada.jsonl', ['{"step":1,"loss":2}', '{"step":2,"lo', '[1]', '{"step":3,"loss":1}'])]);
    expect(runs.map(shown)).toEqual([{ id: 'ada', config: {}, loss: [[1, 2], [3, 1]] }]);
    expect(problems).toMatchObject([{ code: 'unreadable', count: 2, message: expect.stringContaining('line 2: A string is not closed') as string }]);
  });

  it('refuses a line nested without end and keeps the others', async () => {
    const { runs, problems } = await readRuns([textFile('ada.jsonl', ['{"step":1,"loss":2}', `{"step":2,"loss":${'['.repeat(50_000)}${']'.repeat(50_000)}}`])]);
    expect(runs.map(shown)).toEqual([{ id: 'ada', config: {}, loss: [[1, 2]] }]);
    expect(problems).toMatchObject([{ count: 1, message: expect.stringContaining('nested deeper than 64 levels') as string }]);
  });
});
