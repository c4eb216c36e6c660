import { createRuns, defaultColorSettings, listKeys, resolveKey, type ConfigValue, type KeyEntry, type Run, type RunInput } from '@runhue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const runsOf = (inputs: readonly Partial<RunInput>[]): Run[] => createRuns(inputs.map((input, i) => ({ id: `r${i}`, ...input }))).runs;
const runsWith = (configs: readonly { readonly [key: string]: ConfigValue }[]): Run[] => runsOf(configs.map((config) => ({ config })));
const ids = (entries: readonly KeyEntry[]): string[] => entries.map((entry) => entry.id);
const entryOf = (runs: readonly Run[], id: string): KeyEntry | undefined => listKeys(runs).find((entry) => entry.id === id);

describe('listKeys groups', () => {
  it('lists default metrics, metrics and config in this order', () => {
    const runs = runsOf([
      { config: { lr: 1 }, history: [{ _step: 0, _timestamp: 5, _runtime: 1, acc: 1 }] },
      { config: { lr: 2 }, history: [{ _step: 9, _timestamp: 7, _runtime: 2, acc: 2 }] },
    ]);
    expect(ids(listKeys(runs))).toEqual([
      'default:Step', 'default:Relative Time (Process)', 'default:Wall Time', 'default:Relative Time (Wall)', 'metric:acc', 'config:lr',
    ]);
    expect(entryOf(runs, 'default:Relative Time (Wall)')?.varies).toBe(false);
    expect(listKeys(runs).map((entry) => entry.type)).toEqual(['number', 'number', 'date', 'number', 'number', 'number']);
  });

  it('offers a default metric only when a run carries what it needs', () => {
    const offered = (history: RunInput['history']): string[] => ids(listKeys(runsOf([{ history }]))).filter((id) => id.startsWith('default:'));
    expect(offered([])).toEqual([]);
    expect(offered({ acc: { steps: [], values: [] } })).toEqual([]);
    expect(offered([{ acc: 1 }])).toEqual(['default:Step']);
    expect(offered([{ acc: 1, _runtime: 1 }])).toEqual(['default:Step', 'default:Relative Time (Process)']);
    expect(offered([{ acc: 1, _timestamp: 1 }])).toEqual(['default:Step', 'default:Relative Time (Wall)', 'default:Wall Time']);
  });

  it('keeps a metric and a config key of one name as two entries', () => {
    expect(ids(listKeys(runsOf([{ config: { lr: 1 }, history: [{ lr: 1 }] }])))).toEqual(['default:Step', 'metric:lr', 'config:lr']);
  });

  it('lists varying keys before the others, each in natural order, whatever the order of the runs', () => {
    const inputs = [{ lr10: 1, lr2: 1, same: 1, alike: 2 }, { lr10: 2, lr2: 2, same: 1, alike: 2 }];
    const expected = ['config:lr2', 'config:lr10', 'config:alike', 'config:same'];
    expect(ids(listKeys(runsWith(inputs)))).toEqual(expected);
    expect(ids(listKeys(runsWith(inputs.toReversed())))).toEqual(expected);
  });

  it('counts the runs in which a key exists', () => {
    const runs = runsOf([
      { config: { a: 1 }, history: [{ acc: NaN }] },
      { config: { a: null }, history: [{ loss: 1 }] },
      { config: { a: undefined }, history: { acc: { steps: [], values: [] } } },
      { config: { a: '' } },
    ]);
    expect(entryOf(runs, 'metric:acc')?.runCount).toBe(1);
    expect(entryOf(runs, 'config:a')?.runCount).toBe(2);
  });

  it('does not list a config key that is null in every run', () => {
    expect(listKeys(runsWith([{ a: null }, { a: null }]))).toEqual([]);
  });

  it('does not list an empty object in a config', () => {
    expect(ids(listKeys(runsWith([{ a: {} }, { a: { b: 1 } }])))).toEqual(['config:a.b']);
  });

  it('answers no runs with no keys', () => {
    expect(listKeys([])).toEqual([]);
  });
});

describe('listKeys config paths', () => {
  it('joins nested names with dots and escapes a dot inside a name', () => {
    const runs = runsWith([{ 'a.b': 1 }, { a: { b: 1 } }, { 'c\\': { d: 1 } }]);
    expect(listKeys(runs).map(({ id, name, runCount }) => [id, name, runCount])).toEqual([
      ['config:a.b', 'a.b', 1], ['config:a\\.b', 'a\\.b', 1], ['config:c\\\\.d', 'c\\\\.d', 1],
    ]);
  });

  it('keeps a key that is a value in one run and a level in another apart', () => {
    expect(ids(listKeys(runsWith([{ opt: 'adam' }, { opt: { name: 'sgd' } }])))).toEqual(['config:opt', 'config:opt.name']);
  });

  it('lists __proto__ and constructor like other names', () => {
    const runs = runsWith([JSON.parse('{"__proto__":1,"constructor":{"x":2}}') as Record<string, ConfigValue>]);
    expect(ids(listKeys(runs))).toEqual(['config:__proto__', 'config:constructor.x']);
  });
});

describe('listKeys config types', () => {
  it.each<[string, ConfigValue[], string]>([
    ['numbers', [1, 2.5], 'number'],
    ['numbers that are not finite', [1, NaN, Infinity], 'number'],
    ['numeric text throughout', ['1e-3', ' 0.5', 'NaN'], 'number'],
    ['numbers and numeric text', [1, '2'], 'number'],
    ['numeric text but for one', ['1', '2', 'auto'], 'category'],
    ['numeric text but for an empty one', ['1', ''], 'category'],
    ['numbers and other text', [1, 'auto'], 'mixed'],
    ['the words nan and inf alone', ['nan', 'inf'], 'category'],
    ['text', ['adam', 'sgd'], 'category'],
    ['booleans', [true, false], 'boolean'],
    ['booleans and numbers', [true, 1], 'mixed'],
    ['booleans and their names', [true, 'true'], 'mixed'],
    ['ISO dates', ['2024-01-02', '2024-01-02T03:04:05Z'], 'date'],
    ['dates but for one', ['2024-01-02', 'tomorrow'], 'category'],
    ['dates that no calendar has', ['2024-02-30'], 'category'],
    ['years, which are numbers', ['2024', '2025'], 'number'],
    ['lists', [[1], [1, 2]], 'category'],
    ['lists and text', [[1], 'a'], 'mixed'],
    ['nothing but null beside a number', [null, 1], 'number'],
    ['text beside NaN, which is no value', ['adam', NaN], 'category'],
    ['booleans beside NaN', [true, NaN], 'boolean'],
    ['dates beside NaN', ['2024-01-02', NaN], 'date'],
    ['NaN alone', [NaN], 'number'],
  ])('of %s', (_, values, type) => {
    expect(entryOf(runsWith(values.map((value) => ({ a: value }))), 'config:a')?.type).toBe(type);
  });
});

describe('listKeys varies', () => {
  it.each<[ConfigValue[], boolean]>([
    [[1, 1], false], [[1, 2], true], [[1], false], [[1, null], false], [[1, NaN], false],
    [['a', NaN], false], [[1, '1'], false], [['1', '1.0'], false], [['a', 'A'], true], [[1, 'x'], true], [[true, true], false],
    [['2024-01-01', '2024-01-01T00:00:00Z'], false], [[[1, 2], [2, 1]], true], [[['a'], ['a']], false], [[0, -0], false],
    [[[{ x: 1, y: 2 }], [{ y: 2, x: 1 }]], false],
  ])('of config values %j is %j', (values, varies) => {
    expect(entryOf(runsWith(values.map((value) => ({ a: value }))), 'config:a')?.varies).toBe(varies);
  });

  it('of a metric looks at latest, max and min', () => {
    const varies = (a: number[], b: number[]): boolean | undefined =>
      entryOf(runsOf([a, b].map((values) => ({ history: values.map((acc) => ({ acc })) }))), 'metric:acc')?.varies;
    expect(varies([1, 2], [1, 2])).toBe(false);
    expect(varies([1, 2], [1, 3])).toBe(true);
    expect(varies([5, 1], [9, 1])).toBe(true);
    expect(varies([1], [NaN])).toBe(false);
  });
});

describe('listKeys keyLabels', () => {
  const runs = runsOf([{ config: { acc: 1 }, history: [{ acc: 1 }] }]);
  const labels = (keyLabels: Record<string, string>): string[] => listKeys(runs, { keyLabels }).map((entry) => entry.label);

  it('name keys by id or by plain name, the id first', () => {
    expect(labels({})).toEqual(['Step', 'acc', 'acc']);
    expect(labels({ acc: 'Accuracy' })).toEqual(['Step', 'Accuracy', 'Accuracy']);
    expect(labels({ acc: 'Accuracy', 'config:acc': 'Accumulation' })).toEqual(['Step', 'Accuracy', 'Accumulation']);
    expect(labels({ 'default:Step': 'Schritt' })).toEqual(['Schritt', 'acc', 'acc']);
  });

  it('do not change order, name or id, nor read inherited names', () => {
    const named = listKeys(runsWith([{ a: 1, toString: 1 }]), { keyLabels: { a: 'zzz' } });
    expect(named.map(({ name, label }) => [name, label])).toEqual([['a', 'zzz'], ['toString', 'toString']]);
  });
});

describe('resolveKey', () => {
  const entries = (configs: readonly Partial<RunInput>[]): KeyEntry[] => listKeys(runsOf(configs));

  it('takes the first varying metric of the list for null', () => {
    const list = entries([{ history: [{ a: 1, b: 1, c: 1 }] }, { history: [{ a: 1, b: 2, c: 2 }] }]);
    expect(resolveKey(defaultColorSettings.key, list)).toBe('metric:b');
    expect(resolveKey(null, list.toReversed())).toBe('metric:c');
  });

  it('falls back to the first metric, then the first varying config key, then null', () => {
    expect(resolveKey(null, entries([{ config: { z: 1 }, history: [{ b: 1, a: 1 }] }, { config: { z: 2 } }]))).toBe('metric:a');
    expect(resolveKey(null, entries([{ config: { a: 0, z: 1 } }, { config: { a: 0, z: 2 } }]))).toBe('config:z');
    expect(resolveKey(null, entries([{ config: { a: 0 } }]))).toBeNull();
    expect(resolveKey(null, [])).toBeNull();
  });

  it('keeps a chosen key that no run has', () => {
    expect(resolveKey('metric:gone', [])).toBe('metric:gone');
  });
});

describe('listKeys for any configs', () => {
  it('tells the same whatever the order of the runs', () => {
    const value = fc.oneof(fc.constantFrom<ConfigValue[]>(1, '1', 'a', true, null, NaN, '2024-01-01', [1], { x: 1 }), fc.jsonValue().map((json) => json as ConfigValue));
    const configs = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'a.b', '__proto__'), value), { maxLength: 6 });
    fc.assert(
      fc.property(configs, (list) => {
        expect(listKeys(runsWith(list.toReversed()))).toEqual(listKeys(runsWith(list)));
      }),
    );
  });
});
