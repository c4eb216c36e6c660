import { RunhueError } from '@runhue/core';
import { readTensorBoard } from '@runhue/sources/tensorboard-http';
import { describe, expect, it } from 'vitest';
import { fakeServer, type FakeRequest } from '../fake-server.js';
import { columnsOf } from '../series-facts.js';

const url = 'http://localhost:6006';
const tags = { a: { loss: {}, 'eval/acc': {} }, 'b/train': { loss: {} } };

const serverOf = (scalars: (request: FakeRequest) => unknown, sessions: (request: FakeRequest) => unknown = () => ({ sessionGroups: [] })) =>
  fakeServer('/data/', {
    'plugin/scalars/tags': () => tags,
    'plugin/scalars/scalars_multirun': scalars,
    'plugin/hparams/session_groups': sessions,
  });

describe('readTensorBoard', () => {
  it('reads every tag of every run, one request a tag', async () => {
    const { fetch, requests } = serverOf(({ fields }) =>
      fields.tag === 'loss' ? { a: [[1000.5, 0, 1], [1001, 5, 'NaN']], 'b/train': [[999, 0, '-Infinity']] } : { a: [[1000, 3, 0.5]] },
    );
    const { runs } = await readTensorBoard({ url, fetch });
    expect(runs.map(({ id, name, startTime }) => [id, name, startTime])).toEqual([['a', 'a', 1000], ['b/train', 'b/train', 999]]);
    expect(columnsOf(runs[0]!).loss).toEqual({ steps: Float64Array.of(0, 5), values: Float64Array.of(1, NaN), wallTimes: Float64Array.of(1000.5, 1001) });
    expect(columnsOf(runs[1]!).loss?.values).toEqual(Float64Array.of(-Infinity));
    expect(requests.filter(({ path }) => path.endsWith('multirun')).map(({ fields }) => fields)).toEqual([
      { tag: 'loss', runs: ['a', 'b/train'] },
      { tag: 'eval/acc', runs: 'a' },
    ]);
  });

  it('says that the histories are samples, and counts the series as long as one', async () => {
    const thousand = Array.from({ length: 1000 }, (_, step) => [0, step, step]);
    const { fetch } = serverOf(({ fields }) => (fields.tag === 'loss' ? { a: thousand } : { a: [[1, 0, 1]] }));
    const { fidelity, problems } = await readTensorBoard({ url, fetch });
    expect(fidelity).toBe('sampled');
    expect(problems).toMatchObject([{ code: 'ambiguous', count: 1 }]);
    expect(problems[0]?.message).toMatch(/1 of 2 series.*event files/);
  });

  it('takes hparams as config, also of runs below, and the status as state', async () => {
    const { fetch, requests } = serverOf(
      () => ({}),
      () => ({
        sessionGroups: [
          { hparams: { lr: 0.1, opt: 'adam', bn: true, list: [1] }, sessions: [{ name: 'b', status: 'STATUS_SUCCESS' }] },
          { hparams: { lr: 0.2 }, sessions: [{ name: 'a', status: 'STATUS_UNKNOWN' }] },
        ],
      }),
    );
    const { runs } = await readTensorBoard({ url, fetch });
    expect(runs.map(({ id, config, state }) => [id, config, state])).toEqual([
      ['a', { lr: 0.2 }, null],
      ['b/train', { lr: 0.1, opt: 'adam', bn: true }, null],
      ['b', { lr: 0.1, opt: 'adam', bn: true }, 'finished'],
    ]);
    expect(JSON.parse(String(requests.at(-1)?.fields.request))).toMatchObject({ startIndex: 0 });
  });

  it('keeps the runs without config where hparams are refused, and says so', async () => {
    const { fetch } = serverOf(() => ({ a: [[1, 0, 1]] }), () => 404);
    const { runs, problems } = await readTensorBoard({ url, fetch });
    expect(runs).toHaveLength(2);
    expect(problems).toMatchObject([{ code: 'unreadable' }, { code: 'ambiguous' }]);
  });

  it('reads only the tags that are wanted and reports its progress', async () => {
    const { fetch, requests } = serverOf(() => ({ a: [[1, 0, 1]] }));
    const progress: unknown[] = [];
    await readTensorBoard({ url, fetch, tags: ['eval/acc'], onProgress: (step) => progress.push(step) });
    expect(requests.filter(({ path }) => path.endsWith('multirun'))).toHaveLength(1);
    expect(progress).toEqual([{ tags: 1, totalTags: 1 }]);
  });

  it('counts points that cannot be read and goes on behind a tag that is refused', async () => {
    const { fetch } = serverOf(({ fields }) => (fields.tag === 'loss' ? 500 : { a: [[1, 0, 'x'], [1, null, 1], 7, [null, 2, 2]] }));
    const { runs, problems } = await readTensorBoard({ url, fetch });
    expect(columnsOf(runs[0]!)).toEqual({ 'eval/acc': { steps: Float64Array.of(2), values: Float64Array.of(2), wallTimes: Float64Array.of(NaN) } });
    expect(problems).toMatchObject([
      { code: 'unreadable', key: 'loss', count: 2 },
      { code: 'invalid-value', key: 'eval/acc', count: 3 },
      { code: 'ambiguous' },
    ]);
  });

  it('throws a RunhueError with the way out when nothing answers or the address is none', async () => {
    const gone = readTensorBoard({ url, fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    await expect(gone).rejects.toThrow(RunhueError);
    await expect(gone).rejects.toThrow(/Failed to fetch.*proxy/);
    await expect(readTensorBoard({ url: 'logs' })).rejects.toThrow(/"logs" is no address of TensorBoard/);
  });

  it('rejects with the signal\'s reason after an abort', async () => {
    const controller = new AbortController();
    const { fetch } = serverOf(() => {
      controller.abort(new Error('enough'));
      return {};
    });
    await expect(readTensorBoard({ url, fetch, signal: controller.signal })).rejects.toThrow('enough');
  });
});
