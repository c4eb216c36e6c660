import { readRunsInWorker } from '@runhue/sources';
import { afterAll, describe, expect, it } from 'vitest';
import { columnsOf } from '../series-facts.js';

const worker = new Worker(new URL('@runhue/sources/worker', import.meta.url), { type: 'module' });
afterAll(() => worker.terminate());

const rows = Array.from({ length: 500_000 }, (_, step) => `${step},${step / 2},${step / 3}`);
const large = new File([`_step,_runtime,loss\n${rows.join('\n')}`], 'ada_abcd1234_history.csv');

describe('readRunsInWorker in a browser', () => {
  it('reads a file of a picker in the worker and gives its columns back', async () => {
    const progress: number[] = [];
    const { runs, problems } = await readRunsInWorker(worker, [{ path: large.name, content: large }], { onProgress: ({ bytes }) => progress.push(bytes) });
    expect(problems).toEqual([]);
    expect(runs).toHaveLength(1);
    const { loss } = columnsOf(runs[0] ?? { id: '' });
    expect(loss?.steps).toBeInstanceOf(Float64Array);
    expect(loss?.values).toHaveLength(500_000);
    expect(loss?.values[499_999]).toBe(499_999 / 3);
    expect(progress.at(-1)).toBe(large.size);
  });

  it('stops at an abort and serves the next call', async () => {
    const reason = new Error('never mind');
    const abort = new AbortController();
    const reading = readRunsInWorker(worker, [{ path: large.name, content: large }], { signal: abort.signal, onProgress: () => abort.abort(reason) });
    await expect(reading).rejects.toBe(reason);
    const { runs } = await readRunsInWorker(worker, [{ path: 'bob.csv', content: new Blob(['step,loss\n1,2\n']) }]);
    expect(runs.map((run) => run.id)).toEqual(['bob']);
  });
});
