import { createRuns, listKeys, type RunInput, type SeriesInput } from '@runhue/core';
import { readRuns } from '@runhue/sources';
import { readEventFiles } from '@runhue/sources/tensorboard';
import { readTensorBoard } from '@runhue/sources/tensorboard-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow, freePort, numbers, runScript, startServer, temporaryFolder } from './python-process.js';

type Logged = Readonly<Record<string, Readonly<Record<string, { steps: number[]; values: (number | string)[] }>>>>;

const { folder, remove } = temporaryFolder();
let logged: Logged = {};

beforeAll(async () => {
  logged = JSON.parse(await runScript('tensorboard_runs.py', [], { folder })) as Logged;
});

afterAll(remove);

const historyOf = (run: RunInput | undefined): Readonly<Record<string, SeriesInput>> => (run?.history ?? {}) as Readonly<Record<string, SeriesInput>>;
const logs = () => filesBelow(`${folder}/logs`);

describe('readEventFiles over files that tensorboardX wrote', () => {
  it('gives every point of every scalar and nothing else', () => {
    const { runs, problems } = readEventFiles(logs());
    expect(problems).toEqual([]);
    expect(runs.map(({ name }) => name)).toEqual(Object.keys(logged));
    for (const run of runs) {
      const tags = logged[run.name ?? ''] ?? {};
      expect(Object.keys(historyOf(run)).sort()).toEqual(Object.keys(tags).sort());
      for (const [tag, { steps, values }] of Object.entries(tags)) {
        expect(historyOf(run)[tag], `${run.id} ${tag}`).toMatchObject({ steps: Float64Array.from(steps), values: Float64Array.from(numbers(values)) });
      }
    }
  });

  it('gives the hparams as config, which become Keys', async () => {
    const { runs } = await readRuns(logs());
    expect(runs.find(({ name }) => name === 'second/hparams')?.config).toEqual({ learning_rate: 0.01, optimizer: 'adam', nesterov: true });
    const keys = listKeys(createRuns(runs).runs).map(({ id }) => id);
    expect(keys).toEqual(expect.arrayContaining(['config:learning_rate', 'config:optimizer', 'metric:loss', 'metric:val/acc']));
  });

  it('leaves the points out that a second writer with purge_step made void', async () => {
    await runScript('tensorboard_restart.py', ['1'], { folder });
    await runScript('tensorboard_restart.py', ['2'], { folder });
    const files = filesBelow(`${folder}/restarted`);
    expect(files).toHaveLength(2);
    const { runs, problems } = readEventFiles(files);
    const { steps, values } = historyOf(runs[0]).loss!;
    expect([Array.from(steps), Array.from(values)]).toEqual([[0, 1, 2, 3, 4, 5], [0, 1, 2, 13, 14, 15]]);
    expect(problems).toMatchObject([{ code: 'invalid-step', count: 3 }]);
  });
});

describe('readTensorBoard from a real server', () => {
  let url = '';
  let stop = (): void => {};

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    ({ stop } = await startServer(['tensorboard.main', '--logdir', 'logs', '--host', '127.0.0.1', '--port', String(port)], `${url}/data/runs`, { folder }));
  });

  afterAll(() => stop());

  it('gives short histories whole, long ones as samples that keep the last point, and says so', async () => {
    await expect.poll(async () => Object.keys((await (await fetch(`${url}/data/plugin/scalars/tags`)).json()) as object), { timeout: 60_000 }).toHaveLength(3);
    const { runs, problems, fidelity } = await readTensorBoard({ url });
    expect(fidelity).toBe('sampled');
    const first = runs.find(({ name }) => name === 'first');
    expect(Array.from(historyOf(first)['val/acc']!.values)).toEqual([0.5, NaN, Infinity, -Infinity, 0.75]);
    const { steps } = historyOf(first).loss!;
    expect(steps.length).toBeLessThan(5000);
    expect(Array.from(steps).at(-1)).toBe(4999);
    expect(problems).toMatchObject([{ code: 'ambiguous', count: 2 }]);
    expect(runs.find(({ name }) => name === 'second/hparams')?.config).toEqual({ learning_rate: 0.01, optimizer: 'adam', nesterov: true });
  });
});
