import { readRuns } from '@runhue/sources';
import { expect, it } from 'vitest';
import { columnsOf } from '../series-facts.js';
import { textFile } from '../text-file.js';

const folder = 'lightning_logs/version_0';

it('readRuns joins PyTorch Lightning\'s metrics.csv with its hparams.yaml', async () => {
  const { runs, problems } = await readRuns([
    textFile(`${folder}/hparams.yaml`, ['lr: 1.0e-03', 'optimizer: adam', 'model:', '  layers: 4', 'callbacks: !!python/object:x.Y {}']),
    textFile(`${folder}/metrics.csv`, ['epoch,step,train_loss,val_loss', '0,49,0.5,', '0,49,,0.75']),
  ]);
  expect(problems).toEqual([]);
  expect(runs).toHaveLength(1);
  expect(JSON.parse(JSON.stringify(runs[0]?.config))).toEqual({ lr: 0.001, optimizer: 'adam', model: { layers: 4 }, callbacks: {} });
  expect(columnsOf(runs[0] ?? { id: '' })).toMatchObject({ train_loss: { steps: Float64Array.of(49), values: Float64Array.of(0.5) }, val_loss: { values: Float64Array.of(0.75) } });
});

it('readRuns reports an hparams.yaml that is no mapping and keeps the metrics', async () => {
  const { runs, problems } = await readRuns([textFile(`${folder}/hparams.yaml`, '- 1\n'), textFile(`${folder}/metrics.csv`, ['step,loss', '1,2'])]);
  expect(runs.map((run) => run.id)).toEqual([folder]);
  expect(problems).toMatchObject([{ code: 'unreadable', message: `"${folder}/hparams.yaml": The YAML is no mapping of names to values.` }]);
});
