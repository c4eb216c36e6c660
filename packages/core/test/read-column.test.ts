import {
  createRuns,
  readColumn,
  RunhueError,
  type CategoryColumn,
  type ConfigValue,
  type KeyId,
  type Run,
  type RunColumn,
  type RunInput,
  type YValue,
} from '@runhue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const runsOf = (inputs: readonly Partial<RunInput>[]): Run[] => createRuns(inputs.map((input, i) => ({ id: `r${i}`, ...input }))).runs;
const metricColumn = (histories: readonly (readonly unknown[])[], yValue: YValue): number[] => {
  const runs = runsOf(histories.map((values) => ({ history: values.map((acc) => ({ acc })) })));
  return [...readColumn(runs, 'metric:acc', yValue).values] as number[];
};
const configColumn = (values: readonly ConfigValue[]): RunColumn => readColumn(runsOf(values.map((a) => ({ config: { a } }))), 'config:a', 'latest');
const categories = (column: RunColumn): Pick<CategoryColumn, 'type' | 'values' | 'categoryIds'> => {
  if (!('categoryIds' in column)) throw new Error(`a column of ${column.type}`);
  const { type, values, categoryIds } = column;
  return { type, values, categoryIds };
};

describe('readColumn of a metric', () => {
  it('latest is the last logged point, without a step back from NaN', () => {
    expect(metricColumn([[1, 2], [1, NaN], [1, Infinity], [1, null], []], 'latest')).toEqual([2, NaN, Infinity, 1, NaN]);
  });

  it('max and min are over the finite values, infinite where only such were logged, NaN where none', () => {
    const histories = [[1, 3, 2], [1, Infinity, -Infinity], [NaN, 5], [Infinity, NaN], [-Infinity, Infinity], [NaN], []];
    expect(metricColumn(histories, 'max')).toEqual([3, 1, 5, Infinity, Infinity, NaN, NaN]);
    expect(metricColumn(histories, 'min')).toEqual([1, 1, 5, Infinity, -Infinity, NaN, NaN]);
  });

  it('latest follows the step, not the order of logging', () => {
    const runs = runsOf([{ history: [{ _step: 5, acc: 5 }, { _step: 1, acc: 1 }] }]);
    expect([...readColumn(runs, 'metric:acc', 'latest').values]).toEqual([5]);
  });

  it('stores −0 as 0', () => {
    expect(Object.is(metricColumn([[-0]], 'latest')[0], 0)).toBe(true);
    expect(Object.is(metricColumn([[-0]], 'min')[0], 0)).toBe(true);
  });

  it('gives one value per run in the order of the runs, and says what it read', () => {
    const runs = runsOf([{ history: [{ acc: 2 }] }, {}, { history: [{ acc: 1 }] }]);
    expect(readColumn(runs, 'metric:acc', 'max')).toEqual({
      keyId: 'metric:acc', yValue: 'max', runIds: ['r0', 'r1', 'r2'], type: 'number', values: Float64Array.of(2, NaN, 1),
    });
  });

  it('never reads the histories', () => {
    const [run] = runsOf([{ history: [{ acc: 1 }, { acc: 3 }] }]) as [Run];
    const series = run.history.get('acc');
    if (series === undefined) throw new Error('no series');
    const guarded = new Proxy(series, {
      get(target, name) {
        if (name !== 'latest' && name !== 'min' && name !== 'max') throw new Error(`read ${String(name)}`);
        return target[name];
      },
    });
    expect([...readColumn([{ ...run, history: new Map([['acc', guarded]]) }], 'metric:acc', 'max').values]).toEqual([3]);
  });

  it('equals a plain pass over the finite values for any history', () => {
    const value = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 0, -0));
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const finite = values.filter(Number.isFinite);
        const [max, min, latest] = (['max', 'min', 'latest'] as const).map((yValue) => metricColumn([values], yValue)[0]);
        if (finite.length > 0) expect([max, min]).toEqual([Math.max(...finite) + 0, Math.min(...finite) + 0]);
        expect(latest).toEqual((values.at(-1) ?? NaN) + 0);
      }),
    );
  });
});

describe('readColumn of a default metric', () => {
  const runs = runsOf([
    {
      startTime: 1000,
      history: [
        { _step: 0, _timestamp: 1010, _runtime: 1, acc: 1 },
        { _step: 4, _timestamp: 1100, _runtime: 30, acc: 1 },
        { _step: 9, _timestamp: 1500, _runtime: 20, loss: 1 },
      ],
    },
    { history: [{ _step: 2, _timestamp: 50, acc: 1 }, { _step: 3, _timestamp: 80, acc: 1 }, { _step: 6, loss: 1 }] },
    {},
  ]);
  it.each<[KeyId, string, number[], number[], number[]]>([
    ['default:Step', 'number', [9, 6, NaN], [9, 6, NaN], [0, 2, NaN]],
    ['default:Relative Time (Process)', 'number', [20, NaN, NaN], [30, NaN, NaN], [1, NaN, NaN]],
    ['default:Relative Time (Wall)', 'number', [500, 30, NaN], [500, 30, NaN], [10, 0, NaN]],
    ['default:Wall Time', 'date', [1500, 80, NaN], [1500, 80, NaN], [1010, 50, NaN]],
  ])('%s', (keyId, type, latest, max, min) => {
    expect(readColumn(runs, keyId, 'latest').type).toBe(type);
    expect([...readColumn(runs, keyId, 'latest').values]).toEqual(latest);
    expect([...readColumn(runs, keyId, 'max').values]).toEqual(max);
    expect([...readColumn(runs, keyId, 'min').values]).toEqual(min);
  });
});

describe('readColumn of a config key', () => {
  it('gives the same values whatever the Y value', () => {
    const runs = runsOf([{ config: { lr: 1 } }, { config: { lr: 2 } }]);
    for (const yValue of ['latest', 'max', 'min'] as const) expect([...readColumn(runs, 'config:lr', yValue).values]).toEqual([1, 2]);
  });

  it('reads numbers and numeric text as numbers when all values are such', () => {
    expect(configColumn([1, '1e-3', null, 'NaN', '-Infinity', -0])).toMatchObject({
      type: 'number', values: Float64Array.of(1, 0.001, NaN, NaN, -Infinity, 0),
    });
  });

  it('reads ISO 8601 text as seconds since the epoch in UTC', () => {
    expect(configColumn(['2024-01-02', '2024-01-02T03:04:05+01:00', null])).toMatchObject({
      type: 'date', values: Float64Array.of(Date.UTC(2024, 0, 2) / 1000, Date.UTC(2024, 0, 2, 2, 4, 5) / 1000, NaN),
    });
  });

  it('keeps booleans, text and the empty text as categories', () => {
    expect(categories(configColumn([true, false, null]))).toEqual({
      type: 'boolean', values: [true, false, null], categoryIds: ['boolean:true', 'boolean:false', null],
    });
    expect(categories(configColumn(['adam', '', undefined]))).toEqual({
      type: 'category', values: ['adam', '', null], categoryIds: ['string:adam', 'string:', null],
    });
  });

  it('reads lists by canonical JSON with sorted keys', () => {
    expect(categories(configColumn([[{ b: 1, a: 2 }], [{ a: 2, b: 1 }], [[NaN], -0]]))).toEqual({
      type: 'category',
      values: ['[{"a":2,"b":1}]', '[{"a":2,"b":1}]', '[[NaN],0]'],
      categoryIds: ['json:[{"a":2,"b":1}]', 'json:[{"a":2,"b":1}]', 'json:[[NaN],0]'],
    });
  });

  it('keys mixed values by type and value, and keeps non-finite numbers apart', () => {
    const column = configColumn([1, '1', true, NaN, Infinity, -Infinity, 'auto']);
    expect(categories(column)).toEqual({
      type: 'mixed',
      values: [1, '1', true, null, null, null, 'auto'],
      categoryIds: ['number:1', 'string:1', 'boolean:true', null, null, null, 'string:auto'],
    });
    expect(column).toMatchObject({ nonFinite: Float64Array.of(0, 0, 0, 0, Infinity, -Infinity, 0) });
    expect(configColumn([1, 'auto'])).toMatchObject({ nonFinite: null });
  });

  it('tells {"a.b": 1} from {a: {b: 2}}', () => {
    const runs = runsOf([{ config: { 'a.b': 1 } }, { config: { a: { b: 2 } } }]);
    expect([...readColumn(runs, 'config:a.b', 'latest').values]).toEqual([NaN, 2]);
    expect([...readColumn(runs, 'config:a\\.b', 'latest').values]).toEqual([1, NaN]);
  });

  it('does not read inherited names', () => {
    const runs = runsOf([{ config: { a: 1 } }]);
    for (const keyId of ['config:constructor', 'config:__proto__', 'config:a.constructor', 'config:toString.name'] as const) {
      expect(readColumn(runs, keyId, 'latest').values).toEqual([null]);
    }
  });
});

describe('readColumn of what is not there', () => {
  it('gives a column without values for a key that no run has, and for no runs', () => {
    const runs = runsOf([{ history: [{ acc: 1 }] }, {}]);
    expect([...readColumn(runs, 'metric:gone', 'max').values]).toEqual([NaN, NaN]);
    expect([...readColumn(runs, 'config:gone', 'max').values]).toEqual([null, null]);
    expect(readColumn([], 'metric:acc', 'max')).toMatchObject({ runIds: [], values: new Float64Array() });
  });

  it('throws a RunhueError that names what is no key id or Y value', () => {
    expect(() => readColumn([], 'acc' as KeyId, 'max')).toThrow(RunhueError);
    expect(() => readColumn([], 'acc' as KeyId, 'max')).toThrow('"acc" is not a key id');
    expect(() => readColumn([], 'metric:acc', 'mean' as YValue)).toThrow('"mean" is not a Y value');
  });
});
