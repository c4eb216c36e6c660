import { readRuns } from '@runhue/sources';
import { readMlflowFiles } from '@runhue/sources/mlflow';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../series-facts.js';

const id = 'a'.repeat(32);
const child = 'b'.repeat(32);
const text = (path: string, content: string) => ({ path, bytes: new TextEncoder().encode(content) });
const meta = (runId: string, more = '') =>
  text(`mlruns/1/${runId}/meta.yaml`, `run_id: ${runId}\nrun_name: run ${runId[0]}\nstatus: 3\nstart_time: 1668944334795\nlifecycle_stage: active\n${more}`);
const experiment = text('mlruns/1/meta.yaml', "experiment_id: '1'\nname: GAN\nlifecycle_stage: active\nartifact_location: x\n");
const metric = (content: string, name = 'loss') => text(`mlruns/1/${id}/metrics/${name}`, content);

/** The values of the metric "loss" of the only run with it. */
const readLoss = (content: string) => {
  const { runs, problems } = readMlflowFiles([meta(id), metric(content)]);
  return { loss: columnsOf(runs[0]!).loss, problems };
};

describe('readMlflowFiles', () => {
  it('reads name, state, start time in seconds, params, own tags and the experiment', () => {
    const { runs, problems } = readMlflowFiles([
      experiment,
      meta(id),
      text(`mlruns/1/${id}/params/lr`, '0.001'),
      text(`mlruns/1/${id}/params/optimizer/name`, 'adam\n'),
      text(`mlruns/1/${id}/params/empty`, ''),
      text(`mlruns/1/${id}/tags/team`, 'blue'),
      text(`mlruns/1/${id}/tags/mlflow.user`, 'somebody'),
      metric('1668944334914 9.5 0\n'),
    ]);
    expect(problems).toEqual([]);
    expect(runs).toEqual([
      {
        id,
        name: 'run a',
        state: 'finished',
        startTime: 1668944334.795,
        config: { lr: '0.001', 'optimizer/name': 'adam', empty: '', mlflow: { experiment: 'GAN', tags: { team: 'blue' } } },
        history: { loss: { steps: Float64Array.of(0), values: Float64Array.of(9.5), wallTimes: Float64Array.of(1668944334.914) } },
      },
    ]);
  });

  it('names the parent run of a child and keeps the parent without metrics', () => {
    const { runs } = readMlflowFiles([meta(id), meta(child), text(`mlruns/1/${child}/tags/mlflow.parentRunId`, id)]);
    expect(runs.map((run) => run.config)).toEqual([{}, { mlflow: { parentRunId: id, parentRun: 'run a' } }]);
    expect(runs.map(columnsOf)).toEqual([{}, {}]);
  });

  it('keeps nested metric names, spaces, NaN and infinities, repeated and unordered steps', () => {
    const { runs } = readMlflowFiles([
      meta(id),
      metric('1000 nan 5\n1000 inf 3\n1000 -inf 3\n1000 1e-3 3\n', 'eval/mean reward'),
    ]);
    expect(columnsOf(runs[0]!)).toEqual({
      'eval/mean reward': {
        steps: Float64Array.of(5, 3, 3, 3),
        values: Float64Array.of(NaN, Infinity, -Infinity, 0.001),
        wallTimes: Float64Array.of(1, 1, 1, 1),
      },
    });
  });

  it('takes a line without a step as step 0 and ignores a data set behind the step', () => {
    expect(readLoss('1000 1\r\n2000 2 1 train 0a1b\n').loss).toEqual({
      steps: Float64Array.of(0, 1),
      values: Float64Array.of(1, 2),
      wallTimes: Float64Array.of(1, 2),
    });
  });

  it('counts the lines that are no points and keeps the others', () => {
    const { loss, problems } = readLoss('1000 1 0\n1000 hello 1\nx 1 2\n1000 1 0.5\n\n2000 2 1\n1000');
    expect(loss?.values).toEqual(Float64Array.of(1, 2));
    expect(problems).toMatchObject([{ code: 'unreadable', count: 4, runId: id, key: 'loss' }]);
    expect(problems[0]?.message).toContain('"1000 hello 1"');
  });

  it('reads metric files larger than a chunk, and a line larger than a chunk is one bad line', () => {
    const long = Array.from({ length: 100_000 }, (_, step) => `1668944334914 ${step / 7} ${step}\n`).join('');
    const { loss, problems } = readLoss(`${long}${'9'.repeat(5_000_000)}\n1000 1 100000\n`);
    expect(loss?.values).toHaveLength(100_001);
    expect(loss?.values[99_999]).toBe(99_999 / 7);
    expect(problems).toMatchObject([{ count: 1 }]);
  });

  it('leaves deleted runs and trashed experiments out and counts them', () => {
    const { runs, problems } = readMlflowFiles([
      meta(id),
      text(`mlruns/1/${child}/meta.yaml`, `run_id: ${child}\nlifecycle_stage: deleted\n`),
      text(`mlruns/.trash/2/${'c'.repeat(32)}/params/lr`, '1'),
    ]);
    expect(runs.map((run) => run.id)).toEqual([id]);
    expect(problems).toMatchObject([{ code: 'invalid-run', count: 2 }]);
  });

  it('keeps a run whose meta.yaml is missing or no YAML, and says so', () => {
    for (const files of [[], [text(`mlruns/1/${id}/meta.yaml`, '{[')], [text(`mlruns/1/${id}/meta.yaml`, '- 1')]]) {
      const { runs, problems } = readMlflowFiles([...files, metric('1 1 1\n')]);
      expect(runs).toMatchObject([{ id, name: id, state: null, startTime: null }]);
      expect(problems.at(-1)).toMatchObject({ code: 'unreadable', runId: id });
    }
  });

  it('keeps names as texts where YAML 1.2 would see numbers, and leaves nulls out', () => {
    const { runs } = readMlflowFiles([text(`mlruns/1/${id}/meta.yaml`, `run_uuid: ${id}\nrun_name: 1e3\nstart_time: null\nstatus: 4\n`)]);
    expect(runs).toMatchObject([{ id, name: '1e3', startTime: null, state: 'failed' }]);
  });

  it('is not taken in by YAML that grows, nests or repeats', () => {
    const bombs = [
      `a: &a [${'x,'.repeat(100)}]\nb: &b [${'*a,'.repeat(100)}]\nc: [${'*b,'.repeat(100)}]\nrun_id: ${id}\n`,
      '['.repeat(30_000),
      'a: '.repeat(10_000),
      `run_id: ${id}\n${'#'.repeat(100_000)}`,
      `? {a: b}\n: c\nrun_id: ${id}\n__proto__: {polluted: 1}\n`,
    ];
    for (const bomb of bombs) {
      const { runs } = readMlflowFiles([text(`mlruns/1/${id}/meta.yaml`, bomb), metric('1 1 1\n')]);
      expect(runs).toHaveLength(1);
    }
    expect('polluted' in {}).toBe(false);
  });

  it('keeps params, tags and metrics named like properties of every object as own keys', () => {
    const { runs } = readMlflowFiles([
      meta(id),
      metric('1 1 1\n', '__proto__'),
      text(`mlruns/1/${id}/params/__proto__`, 'x'),
      text(`mlruns/1/${id}/tags/constructor`, 'y'),
    ]);
    expect(Object.entries(runs[0]?.config ?? {})).toEqual([['__proto__', 'x'], ['mlflow', { tags: { constructor: 'y' } }]]);
    expect(Object.keys(columnsOf(runs[0]!))).toEqual(['__proto__']);
  });

  it('keeps a param named mlflow', () => {
    const { runs } = readMlflowFiles([experiment, meta(id), text(`mlruns/1/${id}/params/mlflow`, '2.9')]);
    expect(runs[0]?.config).toEqual({ mlflow: '2.9' });
  });

  it('takes no artifact for a run: readRuns reads tables and logs that a run keeps as part of it', async () => {
    const { runs, problems } = await readRuns([
      experiment,
      meta(id),
      metric('1 1 1\n'),
      text(`mlruns/1/${id}/artifacts/table.csv`, 'step,loss\n1,2\n2,3\n'),
      text(`mlruns/1/${id}/artifacts/model/config.yaml`, 'lr: 1\n'),
      text('mlruns/1/tags/mlflow.note', 'a note'),
      text('mlruns/models/rows.jsonl', '{"step":1,"loss":2}\n'),
    ]);
    expect(problems).toEqual([]);
    expect(runs.map((run) => run.id)).toEqual([id]);
  });
});
