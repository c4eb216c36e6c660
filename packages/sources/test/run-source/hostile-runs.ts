import type { RunInput } from '@runhue/core';
import type { DataSet } from './real-runs.js';

const set = (name: string, runs: readonly RunInput[]): DataSet => ({ name, load: () => Promise.resolve(runs) });

const oddNames = [
  'it\'s', '"quoted"', 'a.b', 'a', '100%', '%', '_', 'a_b', 'back\\slash', 'trailing\\', '`tick`', 'emoji 🦊', '손실', 'É', 'constructor', '__proto__', 'toString',
  'x; DROP TABLE runs --', '{braces}', '$1', '?', ':name', '/*', 'new\nline', 'tab\t', ' space ', 'NULL', 'nan', 'Step', 'value', '[0]', '',
];

const oddKeys: readonly RunInput[] = ['a', 'b', 'it\'s %_\\ "🦊"'].map((id, r) => ({
  id,
  name: r === 0 ? 'constructor' : `${id} name`,
  config: Object.fromEntries(oddNames.map((name, k) => [name, r === 1 && k % 3 === 0 ? name : k + r])),
  history: new Map(oddNames.map((name, k) => [name, { steps: [0, 1, 2], values: [k, k + r, -k] }])),
}));

/** One run whose line is worth looking at, several times, each with another start. */
const hostileLine = (values: readonly number[], steps: readonly number[] = values.map((_, i) => i)): RunInput['history'] => ({
  loss: { steps, values, wallTimes: steps.map((_, i) => 1_700_000_000 + i * 0.25) },
});

const wave = (n: number, at: (i: number) => number): number[] => Array.from({ length: n }, (_, i) => at(i));

const lines: readonly RunInput[] = [
  { id: 'spike', history: hostileLine(wave(1000, (i) => (i === 611 ? 99 : Math.sin(i / 7)))) },
  { id: 'nan now and then', history: hostileLine(wave(1000, (i) => (i % 17 === 0 ? NaN : Math.cos(i / 9)))) },
  { id: 'every other is infinite', history: hostileLine(wave(300, (i) => (i % 2 === 0 ? Infinity : i))) },
  { id: 'long gaps', history: hostileLine(wave(1000, (i) => (i % 200 > 120 ? NaN : i % 13))) },
  { id: 'ends in NaN', history: hostileLine([3, 2, 1, NaN]) },
  { id: 'ends in -Infinity', history: hostileLine([3, 2, 1, -Infinity]) },
  { id: 'only NaN', history: hostileLine([NaN, NaN, NaN]) },
  { id: 'only infinite', history: hostileLine([Infinity, -Infinity, Infinity]) },
  { id: 'Infinity and NaN', history: hostileLine([Infinity, NaN]) },
  { id: 'one point', history: hostileLine([0.5], [40]) },
  { id: 'one NaN', history: hostileLine([NaN], [40]) },
  { id: 'empty', history: { loss: { steps: [], values: [] } } },
  { id: 'no history' },
  { id: 'all the same', history: hostileLine(wave(500, () => 7)) },
  { id: 'zeros of both signs', history: hostileLine(wave(100, (i) => (i % 2 === 0 ? 0 : -0))) },
  { id: 'huge', history: hostileLine(wave(400, (i) => (i % 2 === 0 ? 1e308 : -1e308) * (1 - i / 1000))) },
  { id: 'tiny', history: hostileLine(wave(400, (i) => 5e-324 * (i % 9))) },
  { id: 'repeated steps', history: hostileLine([1, 2, 3, 4, 5, 6, 7, 8, 9], [0, 0, 1, 1, 1, 2, 3, 3, 2]) },
  { id: 'out of order', history: hostileLine(wave(200, (i) => i), wave(200, (i) => (i * 77) % 200)) },
  { id: 'fractional steps', history: hostileLine(wave(500, (i) => i % 31), wave(500, (i) => i / 3)) },
  { id: 'negative steps', history: hostileLine(wave(500, (i) => i % 29), wave(500, (i) => i - 250.5)) },
  { id: 'far steps', history: hostileLine(wave(50, (i) => i), wave(50, (i) => 2 ** 40 + i * 1000)) },
];

const clocks: readonly RunInput[] = [
  { id: 'all clocks', startTime: 1_700_000_000.5, history: [0, 1, 2, 3].map((i) => ({ _step: i, _timestamp: 1_700_000_001 + i * 2.5, _runtime: i * 2, loss: 4 - i, acc: i })) },
  { id: 'no start', history: [0, 1, 2, 3].map((i) => ({ _step: i, _timestamp: 1_700_000_100 + i, loss: i })) },
  { id: 'times on some points', history: wave(40, (i) => i).map((i) => ({ _step: i, ...(i % 3 === 0 ? { _timestamp: 1_700_000_000 + i } : {}), loss: i % 7 })) },
  { id: 'time goes back', startTime: 1_700_000_050, history: wave(60, (i) => i).map((i) => ({ _step: i, _timestamp: 1_700_000_000 + ((i * 37) % 60), loss: i })) },
  { id: 'times of another metric only', history: { loss: { steps: [0, 1], values: [1, 2] }, acc: { steps: [0, 1], values: [1, 2], wallTimes: [1_700_000_000, 1_700_000_001] } } },
  { id: 'equal times', history: wave(50, (i) => i).map((i) => ({ _step: i, _timestamp: 1_700_000_000 + Math.floor(i / 10), loss: (i * 7) % 11 })) },
  { id: 'no times', history: [{ _step: 0, loss: 1 }, { _step: 5, loss: 2 }] },
  { id: 'start without times', startTime: 1_700_000_000, history: [{ _step: 0, loss: 1 }] },
  { id: 'process time only', history: wave(30, (i) => i).map((i) => ({ _step: i, _runtime: i * 1.5, loss: i })) },
];

const metricAxes: readonly RunInput[] = [
  { id: 'same steps', history: wave(300, (i) => i).map((i) => ({ _step: i, loss: Math.sin(i / 5), acc: i / 300 })) },
  { id: 'x turns', history: wave(300, (i) => i).map((i) => ({ _step: i, loss: i, acc: Math.sin(i / 20) })) },
  { id: 'x repeats', history: wave(300, (i) => i).map((i) => ({ _step: i, loss: (i * 31) % 17, acc: i % 5 })) },
  { id: 'x is sparse', history: wave(100, (i) => i).map((i) => ({ _step: i, loss: i, ...(i % 10 === 0 ? { acc: i } : {}) })) },
  { id: 'x is NaN or infinite at times', history: wave(60, (i) => i).map((i) => ({ _step: i, loss: i, acc: i % 4 === 0 ? NaN : i % 7 === 0 ? Infinity : i })) },
  { id: 'never together', history: { loss: { steps: [0, 2], values: [1, 2] }, acc: { steps: [1, 3], values: [1, 2] } } },
  { id: 'no x', history: { loss: { steps: [0, 1], values: [1, 2] } } },
  { id: 'no y', history: { acc: { steps: [0, 1], values: [1, 2] } } },
];

const configs: readonly RunInput[] = [
  { id: '1', state: 'finished', startTime: 1_700_000_000.125, config: { lr: 0.1, opt: { name: 'adam', lr: 1 }, 'opt.lr': 2, on: true, when: '2026-01-31', mixed: 1, text: '10', empty: '', list: [1, 'a', null] } },
  { id: '2', state: 'crashed', startTime: '2026-02-03T04:05:06Z', config: { lr: '0.01', opt: { name: 'sgd' }, on: false, when: '2026-02-01T10:00:00+02:00', mixed: '1', text: '9', empty: '', list: [1, 'a', null] } },
  { id: '3', config: { lr: 1e-5, opt: 'none', on: true, when: '2026-02-30', mixed: true, text: 'lr10', empty: 'x', list: [] } },
  { id: '4', name: '1', config: { lr: null, opt: { name: 'adam', deep: { er: { still: 1 } } }, on: null, when: null, mixed: [1], text: 'lr2', list: [{ b: 1, a: [true] }] } },
  { id: '5', config: { lr: 1.2345678901234567e19, opt: {}, same: 'same', day: '2026-03-01', text: '' } },
  { id: '6', config: { same: 'same', day: '2026-03-02', constructor: 'c', ['__proto__']: { hidden: 1 }, hasOwnProperty: 1, mixed: 0.5, text: 'LR2' } },
  { id: '10' }, { id: '9', config: {} },
  { id: 'numbers as text', config: { n: '1e3', lr: ' 0.5 ', big: 1e300, small: 5e-324 } },
  { id: 'more numbers', config: { n: '1000', lr: '3', big: -1e300, small: 0 } },
  { id: 'yes', config: { on: true, day: '2026-03-01T00:00:00.25Z' } },
];

const nonFiniteConfigs: readonly RunInput[] = [
  { id: 'a', config: { lr: NaN, limit: Infinity, mixed: Infinity, text: 'NaN', only: NaN } },
  { id: 'b', config: { lr: 1, limit: -Infinity, mixed: 'x', text: 'a' } },
  { id: 'c', config: { lr: 2, limit: 3, mixed: NaN, text: 'inf' } },
];

const crossing = Array.from({ length: 40 }, (_, r) => ({
  id: `r${r}`,
  name: r % 4 === 0 ? 'same name' : `Run ${r}`,
  config: { group: `g${r % 3}`, seed: r, lr: 10 ** -(r % 6) },
  history: { loss: { steps: wave(200, (i) => i * 5), values: wave(200, (i) => ((i + r) * 7919) % 1000) }, rare: { steps: r % 5 === 0 ? [r] : [], values: r % 5 === 0 ? [r] : [] } },
}));

const manyKeys: readonly RunInput[] = ['x', 'y'].map((id, r) => ({
  id,
  config: Object.fromEntries(wave(2500, (k) => k).map((k) => [`param ${k}`, (k * 31 + r * (k % 2)) % 97])),
  history: new Map(wave(2500, (k) => k).map((k) => [`metric/${k}`, { steps: [r, r + 1], values: [k, k % 3 === 0 ? 1 : k + r] }])),
}));

/** What nobody logs on purpose. */
export const hostileDataSets: readonly DataSet[] = [
  set('no runs', []),
  set('runs without history', [{ id: 'a' }, { id: 'b', config: { lr: 1 } }]),
  set('lines', lines),
  set('clocks', clocks),
  set('metrics as x', metricAxes),
  set('configs', configs),
  set('configs that are not finite', nonFiniteConfigs),
  set('crossing lines', crossing),
  set('odd names', oddKeys),
  set('5,000 keys', manyKeys),
];
