import { createRuns, isRunSet, type Run, type RunInput, type RunProblem, type Series } from '@runhue/core';
import { describe, expect, it } from 'vitest';

const onlyRun = (input: Partial<RunInput> & { readonly [key: string]: unknown }): { run: Run; problems: RunProblem[] } => {
  const { runs, problems } = createRuns([{ id: 'a', ...input } as RunInput]);
  return { run: runs[0] as Run, problems };
};
const seriesOf = (history: unknown, metric = 'acc'): Series => {
  const series = onlyRun({ history: history as RunInput['history'] }).run.history.get(metric);
  if (series === undefined) throw new Error(`no series ${metric}`);
  return series;
};
const points = ({ steps, values }: Series): number[][] => Array.from(steps, (step, i) => [step, values[i] as number]);

describe('createRuns with rows', () => {
  it('keeps each metric with the steps at which it was logged', () => {
    const rows = [{ _step: 0, acc: 0.1, loss: 2 }, { _step: 10, loss: 1 }, { _step: 20, acc: 0.5 }];
    expect(points(seriesOf(rows))).toEqual([[0, 0.1], [20, 0.5]]);
    expect(points(seriesOf(rows, 'loss'))).toEqual([[0, 2], [10, 1]]);
  });

  it('takes null, undefined and blank cells as not logged, and NaN as logged', () => {
    const { run, problems } = onlyRun({ history: [{ acc: null }, { acc: undefined }, { acc: '' }, { acc: ' ' }, { acc: NaN }, { acc: 1 }] });
    expect(points(run.history.get('acc') as Series)).toEqual([[4, NaN], [5, 1]]);
    expect(problems).toEqual([]);
  });

  it('sorts by step and keeps the last logged value of a repeated step', () => {
    const rows = [{ _step: 3, acc: 3 }, { _step: 1, acc: 1 }, { _step: 3, acc: 33 }, { _step: 2.5, acc: 2 }, { _step: 1, loss: 7 }];
    expect(points(seriesOf(rows))).toEqual([[1, 1], [2.5, 2], [3, 33]]);
  });

  it('lets a repeated step without the metric leave its value, and a NaN replace it', () => {
    expect(points(seriesOf([{ _step: 1, acc: 1 }, { _step: 1, acc: null }]))).toEqual([[1, 1]]);
    expect(points(seriesOf([{ _step: 1, acc: 1 }, { _step: 1, acc: NaN }]))).toEqual([[1, NaN]]);
  });

  it('reads the clock, NaN where a point has none and null where no point has one', () => {
    const series = seriesOf([{ _step: 0, _timestamp: 1000, acc: 1 }, { _step: 1, acc: 2 }, { _step: 2, _timestamp: '1010.5', acc: 3 }]);
    expect([...(series.wallTimes ?? [])]).toEqual([1000, NaN, 1010.5]);
    expect(series.runtimes).toBeNull();
    expect([...(seriesOf([{ _runtime: 5, acc: 1 }]).runtimes ?? [])]).toEqual([5]);
  });

  it('keeps the clock of the last logged point of a repeated step', () => {
    const series = seriesOf([{ _step: 1, _timestamp: 10, acc: 1 }, { _step: 1, _timestamp: 20, acc: 2 }]);
    expect([...(series.wallTimes ?? [])]).toEqual([20]);
  });

  it('does not make metrics of the clock', () => {
    const { run } = onlyRun({ history: [{ _step: 0, _timestamp: 1, _runtime: 2, acc: 3 }] });
    expect([...run.history.keys()]).toEqual(['acc']);
  });

  it('flattens nested objects with dots', () => {
    const { run } = onlyRun({ history: [{ train: { acc: 0.5, deep: { loss: 1 }, _step: 7 } }] });
    expect([...run.history.keys()]).toEqual(['train.acc', 'train.deep.loss', 'train._step']);
    expect(points(run.history.get('train.acc') as Series)).toEqual([[0, 0.5]]);
  });

  it('joins a dotted name and the same name inside an object, and says so once', () => {
    const { run, problems } = onlyRun({ history: [{ 'a.b': 1, a: { b: 2 }, c: { d: 3 } }, { a: { b: 4 }, 'c.e': 5 }, { 'a.b': 6 }] });
    expect(points(run.history.get('a.b') as Series)).toEqual([[0, 2], [1, 4], [2, 6]]);
    expect(problems).toMatchObject([{ code: 'ambiguous', runId: 'a', key: 'a.b', count: 2 }]);
    expect(onlyRun({ history: [{ 'a.b': 1 }, { 'a.b': 2, 'a.b.c': 3 }] }).problems).toEqual([]);
    expect(onlyRun({ history: [{ a: { b: 1 } }, { a: { b: 2, 'b.c': 3 } }] }).problems).toEqual([]);
  });

  it('numbers rows by their index when none has a step, and drops rows without one when others have it', () => {
    expect(points(seriesOf([{ acc: 1 }, {}, { acc: 2 }]))).toEqual([[0, 1], [2, 2]]);
    const { run, problems } = onlyRun({ history: [{ _step: 5, acc: 1 }, { acc: 2 }] });
    expect(points(run.history.get('acc') as Series)).toEqual([[5, 1]]);
    expect(problems).toMatchObject([{ code: 'invalid-step', count: 1 }]);
  });

  it('drops and counts rows whose step is not finite', () => {
    const { run, problems } = onlyRun({ history: [{ _step: NaN, acc: 1 }, { _step: Infinity, acc: 2 }, { _step: 'x', acc: 3 }, { _step: '7', acc: 4 }] });
    expect(points(run.history.get('acc') as Series)).toEqual([[7, 4]]);
    expect(problems).toMatchObject([{ inputIndex: 0, runId: 'a', code: 'invalid-step', count: 3 }]);
    expect(problems[0]?.message).toContain('NaN, Infinity, "x"');
  });

  it('drops and counts rows that are no objects', () => {
    const { run, problems } = onlyRun({ history: [null, 3, { acc: 1 }] as never });
    expect(points(run.history.get('acc') as Series)).toEqual([[2, 1]]);
    expect(problems).toMatchObject([{ code: 'invalid-history', count: 2 }]);
  });
});

describe('createRuns with values that are not numbers', () => {
  it.each([
    ['0.5', 0.5], ['-1e-3', -0.001], ['+2', 2], ['.5', 0.5], ['5.', 5], [' 7 ', 7], ['1E5', 1e5],
    ['NaN', NaN], ['nan', NaN], ['Infinity', Infinity], ['-Infinity', -Infinity], ['inf', Infinity], ['-inf', -Infinity],
  ])('parses the text %j', (text, value) => {
    const { run, problems } = onlyRun({ history: [{ acc: text }] });
    expect(run.history.get('acc')?.latest).toBe(value);
    expect(problems).toEqual([]);
  });

  it.each(['n/a', '1,000', '0x10', '1e', '--1', '1 2', '-', true, false, [1], new Date(0)])('drops %j', (cell) => {
    const { run, problems } = onlyRun({ history: [{ acc: cell }, { acc: 1 }] });
    expect(points(run.history.get('acc') as Series)).toEqual([[1, 1]]);
    expect(problems).toMatchObject([{ code: 'invalid-value', key: 'acc', count: 1, runId: 'a' }]);
  });

  it('makes one problem per run and metric, with count, samples and the way out', () => {
    const history = [...Array.from({ length: 5 }, (_, i) => ({ acc: `bad${i}`, loss: 1 })), { loss: '?' }];
    const { problems } = onlyRun({ id: 'ab12', history });
    expect(problems.map(({ key, count }) => [key, count])).toEqual([['acc', 5], ['loss', 1]]);
    expect(problems[0]?.message).toBe(
      'Run "ab12": metric "acc" has 5 values that are not numbers ("bad0", "bad1", "bad2" …), dropped; log numbers, or null for nothing.',
    );
  });

  it('reports clock cells that are not finite', () => {
    const { run, problems } = onlyRun({ history: [{ _timestamp: 'noon', acc: 1 }, { _timestamp: Infinity, acc: 1 }] });
    expect(run.history.get('acc')?.wallTimes).toBeNull();
    expect(problems).toMatchObject([{ code: 'invalid-value', key: '_timestamp', count: 2 }]);
  });
});

describe('createRuns with columns', () => {
  it("keeps the caller's arrays when steps are finite and strictly increasing", () => {
    const steps = Float64Array.of(0, 1, 5);
    const values = Float64Array.of(3, NaN, 1);
    const wallTimes = Float64Array.of(1, 2, 3);
    const series = seriesOf({ acc: { steps, values, wallTimes } });
    expect(series.steps).toBe(steps);
    expect(series.values).toBe(values);
    expect(series.wallTimes).toBe(wallTimes);
    expect(series).toMatchObject({ latest: 1, min: 1, max: 3, runtimes: null });
  });

  it('sorts and deduplicates without touching the input', () => {
    const steps = Float64Array.of(2, 1, 2);
    const series = seriesOf({ acc: { steps, values: Float64Array.of(20, 10, 22), runtimes: [9, 8, 7] } });
    expect(points(series)).toEqual([[1, 10], [2, 22]]);
    expect([...(series.runtimes ?? [])]).toEqual([8, 7]);
    expect([...steps]).toEqual([2, 1, 2]);
  });

  it('reads lists, other typed arrays and text', () => {
    expect(points(seriesOf({ acc: { steps: Int32Array.of(1, 2), values: ['0.5', null] } }))).toEqual([[1, 0.5]]);
    expect(points(seriesOf({ acc: { steps: ['3'], values: Float32Array.of(0.5) } }))).toEqual([[3, 0.5]]);
  });

  it('reports columns of unequal length and keeps what has both', () => {
    const { run, problems } = onlyRun({ history: { acc: { steps: [0, 1, 2], values: [1, 2], wallTimes: [5] } } });
    const series = run.history.get('acc') as Series;
    expect(points(series)).toEqual([[0, 1], [1, 2]]);
    expect([...(series.wallTimes ?? [])]).toEqual([5, NaN]);
    expect(problems).toMatchObject([{ code: 'length-mismatch', key: 'acc', count: 1 }, { code: 'length-mismatch', key: 'acc', count: 1 }]);
  });

  it('drops and counts points whose step or value is of no use', () => {
    const { run, problems } = onlyRun({ history: { acc: { steps: [0, NaN, 2, 3], values: [1, 2, 'x', 4] as never } } });
    expect(points(run.history.get('acc') as Series)).toEqual([[0, 1], [3, 4]]);
    expect(problems.map(({ code, count }) => [code, count])).toEqual([['invalid-value', 1], ['invalid-step', 1]]);
  });

  it('drops infinite steps of typed arrays too', () => {
    for (const odd of [-Infinity, Infinity, NaN]) {
      const steps = Float64Array.of(1, 2, odd).toSorted();
      const { run, problems } = onlyRun({ history: { acc: { steps, values: Float64Array.of(5, 5, 5) } } });
      expect(points(run.history.get('acc') as Series)).toEqual([[1, 5], [2, 5]]);
      expect(problems).toMatchObject([{ code: 'invalid-step', key: 'acc', count: 1 }]);
    }
  });

  it('keeps an empty series, and reports what is no column', () => {
    const { run, problems } = onlyRun({ history: { empty: { steps: [], values: [] }, list: [1, 2], half: { values: [1] } } as never });
    expect(run.history.get('empty')).toMatchObject({ latest: NaN, min: NaN, max: NaN });
    expect(problems.map(({ code, key }) => [code, key])).toEqual([['invalid-history', 'list'], ['invalid-history', 'half']]);
  });

  it('takes the history of a run that it made', () => {
    const first = onlyRun({ history: [{ acc: 1 }, { acc: 2 }] }).run;
    const again = onlyRun({ history: first.history }).run;
    expect(again.history).toEqual(first.history);
    expect(again.history.get('acc')?.values).toBe(first.history.get('acc')?.values);
  });
});

describe('latest, min and max of a series', () => {
  const summary = (values: number[]): number[] => {
    const { latest, min, max } = seriesOf({ acc: { steps: values.map((_, i) => i), values } });
    return [latest, min, max];
  };
  it.each([
    [[1, 3, 2], [2, 1, 3]],
    [[1, NaN], [NaN, 1, 1]],
    [[1, Infinity], [Infinity, 1, 1]],
    [[-Infinity, 2, 4], [4, 2, 4]],
    [[Infinity, NaN], [NaN, Infinity, Infinity]],
    [[-Infinity, Infinity], [Infinity, -Infinity, Infinity]],
    [[NaN, NaN], [NaN, NaN, NaN]],
    [[-0], [0, 0, 0]],
    [[1.7e308, -1.7e308], [-1.7e308, -1.7e308, 1.7e308]],
  ])('of %j are %j', (values, expected) => {
    expect(summary(values)).toEqual(expected);
  });
});

describe('createRuns with ids, names and start times', () => {
  it('refuses a second run with the same id and keeps the first', () => {
    const { runs, problems } = createRuns([{ id: 'a', name: 'first' }, { id: 'b' }, { id: 'a', name: 'second' }]);
    expect(runs.map((run) => run.name)).toEqual(['first', 'b']);
    expect(problems).toMatchObject([{ inputIndex: 2, runId: 'a', code: 'duplicate-id' }]);
  });

  it('turns a finite number into text and reports it, also where that repeats an id', () => {
    const { runs, problems } = createRuns([{ id: 7 }, { id: '7' }, { id: -0 }]);
    expect(runs.map((run) => run.id)).toEqual(['7', '0']);
    expect(problems.map(({ inputIndex, code }) => [inputIndex, code])).toEqual([[0, 'numeric-id'], [1, 'duplicate-id'], [2, 'numeric-id']]);
  });

  it('refuses ids that are neither text nor a finite number and inputs that are no objects, and keeps the others', () => {
    const inputs = [{ id: NaN }, { id: null }, {}, { id: {} }, null, 'x', [], { id: 'ok' }] as never;
    const { runs, problems } = createRuns(inputs);
    expect(runs.map((run) => run.id)).toEqual(['ok']);
    expect(problems.map(({ runId }) => runId)).toEqual(Array.from({ length: 7 }, () => null));
    expect(problems.map(({ code }) => code)).toEqual([...Array.from({ length: 4 }, () => 'invalid-id'), ...Array.from({ length: 3 }, () => 'invalid-run')]);
  });

  it('lets names repeat and falls back to the id', () => {
    const { runs } = createRuns([{ id: 'a', name: 'same' }, { id: 'b', name: 'same' }, { id: 'c' }, { id: 'd', name: ' ' }]);
    expect(runs.map((run) => run.name)).toEqual(['same', 'same', 'c', 'd']);
  });

  it.each([
    [1700000000, 1700000000], ['1700000000.5', 1700000000.5], [new Date(5000), 5],
    ['2024-01-02T03:04:05Z', 1704164645], ['2024-01-02T03:04:05', 1704164645], ['2024-01-02 03:04:05.250', 1704164645.25],
    ['2024-01-02T05:04:05+02:00', 1704164645], ['2024-01-02', 1704153600], [null, null], [undefined, null],
  ])('reads the start time %j as %j seconds', (startTime, seconds) => {
    const { run, problems } = onlyRun({ startTime });
    expect(run.startTime).toBe(seconds);
    expect(problems).toEqual([]);
  });

  it.each([NaN, Infinity, 'yesterday', '2024-02-30', '2024-13-01', '2024-01-00', '2023-02-29', '2024-01-02T25:00', new Date(NaN), {}])('reports the start time %j', (startTime) => {
    const { run, problems } = onlyRun({ startTime: startTime as never });
    expect(run.startTime).toBeNull();
    expect(problems).toMatchObject([{ code: 'invalid-start-time' }]);
  });

  it('answers no runs and things that are no list without an exception', () => {
    expect(createRuns([])).toEqual({ runs: [], problems: [] });
    expect(createRuns(undefined as never)).toEqual({ runs: [], problems: [] });
    expect(createRuns('runs' as never)).toMatchObject({ runs: [], problems: [{ inputIndex: -1, code: 'invalid-run' }] });
    expect(onlyRun({ history: 'x' as never }).problems).toMatchObject([{ code: 'invalid-history' }]);
    expect(onlyRun({}).run.history.size).toBe(0);
  });
});

describe('createRuns with odd configs', () => {
  it('copies the config, so that later changes to the input do not reach the run', () => {
    const config = { optimizer: { lr: 0.1 } };
    const { run } = onlyRun({ config });
    config.optimizer.lr = 99;
    expect(run.config).toEqual({ optimizer: { lr: 0.1 } });
  });

  it('drops and counts what no config can hold', () => {
    const cyclic: Record<string, unknown> = { lr: 1 };
    cyclic['self'] = cyclic;
    const { run, problems } = onlyRun({ config: { f: () => 1, cyclic, ok: [1, null], when: new Date(0) } as never });
    expect(run.config).toEqual({ ok: [1, null], when: '1970-01-01T00:00:00.000Z', cyclic: { lr: 1 } });
    expect(problems).toMatchObject([{ code: 'invalid-value', key: 'config', count: 2 }]);
    expect(onlyRun({ config: 'adam' as never })).toMatchObject({ run: { config: {} }, problems: [{ key: 'config' }] });
  });

  it('treats __proto__ as a mere name everywhere', () => {
    const input = JSON.parse('{"id":"__proto__","config":{"__proto__":{"polluted":1}},"history":[{"__proto__":3,"constructor":4}]}') as RunInput;
    const { runs } = createRuns([input, { id: 'constructor' }]);
    expect(runs.map((run) => run.id)).toEqual(['__proto__', 'constructor']);
    expect(Object.getOwnPropertyNames(runs[0]?.config)).toEqual(['__proto__']);
    expect([...(runs[0]?.history.keys() ?? [])]).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('isRunSet', () => {
  it('tells a createRuns result from raw inputs', () => {
    expect(isRunSet(createRuns([]))).toBe(true);
    expect(isRunSet([])).toBe(false);
    expect(isRunSet(null)).toBe(false);
    expect(isRunSet({ runs: [] })).toBe(false);
  });
});
