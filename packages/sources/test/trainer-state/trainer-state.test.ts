import { readRuns } from '@runhue/sources';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../series-facts.js';
import { textFile } from '../text-file.js';

function state(path: string, globalStep: number, loss: number): ReturnType<typeof textFile> {
  return textFile(
    path,
    `{"best_metric": null, "global_step": ${globalStep}, "train_batch_size": 8, "log_history": [
      {"epoch": 0.5, "loss": ${loss}, "learning_rate": 5e-05, "step": 10}, {"epoch": 1.0, "eval_loss": NaN, "step": 10}]}`,
  );
}

describe('readRuns on Hugging Face trainer_state.json', () => {
  it('takes log_history by step, train and eval rows of one step together, and the rest as config', async () => {
    const { runs, problems } = await readRuns([state('out/bert/trainer_state.json', 10, 2)]);
    expect(problems).toEqual([]);
    expect(runs[0]).toMatchObject({ id: 'out/bert', name: 'bert', config: { best_metric: null, global_step: 10, train_batch_size: 8 } });
    const points = Object.entries(columnsOf(runs[0] ?? { id: '' })).map(([metric, { steps, values }]) => [metric, [...steps as Float64Array], [...values as Float64Array]]);
    expect(points).toEqual([['epoch', [10, 10], [0.5, 1]], ['loss', [10], [2]], ['learning_rate', [10], [5e-5]], ['eval_loss', [10], [NaN]]]);
  });

  it('reads of a run\'s checkpoints the one with most steps', async () => {
    const { runs } = await readRuns([state('bert/checkpoint-500/trainer_state.json', 500, 2), state('bert/checkpoint-1000/trainer_state.json', 1000, 1)]);
    expect(runs.map((run) => [run.id, columnsOf(run)['loss']?.values[0]])).toEqual([['bert', 1]]);
  });
});
