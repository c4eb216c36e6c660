import { createRuns, type RunSource, type SourceSeries } from '@runhue/core';
import { memorySource } from '@runhue/sources/memory-source';
import { describe, expect, it } from 'vitest';
import { expectSameBuckets, expectSameColumns, expectSameKeys, expectSameSummaries } from './key-checks.js';
import { expectSameDensities, expectSameExtents, expectSameSeries } from './line-checks.js';
import { expectSamePictures } from './picture.js';
import { expectAborts, expectRefusals } from './refusal-checks.js';
import { expectSameOrders, expectSameRuns } from './run-checks.js';
import { pairOf, type SourcePair } from './source-pair.js';

const wave = (n: number, at: (i: number) => number): number[] => Array.from({ length: n }, (_, i) => at(i));
const inputs = ['b', 'a', 'c'].map((id, r) => ({
  id,
  name: `Run ${id}`,
  config: { lr: [0.1, 0.5, 0.3][r], opt: r < 2 ? 'adam' : 'sgd' },
  history: {
    loss: { steps: wave(400, (i) => i), values: wave(400, (i) => (i % 50 === 7 ? NaN : ((i * 7 + r) % 31) - (i === 222 ? 9 : 0))), wallTimes: wave(400, (i) => 1e9 + i) },
    acc: { steps: [r], values: [r === 1 ? Infinity : r] },
  },
}));

/** Answers of one kind, changed. */
function lying<Name extends 'keys' | 'column' | 'summary' | 'runs' | 'extent' | 'series' | 'density'>(
  name: Name,
  change: (answer: Awaited<ReturnType<NonNullable<RunSource[Name]>>>) => unknown,
): RunSource {
  const honest = memorySource(createRuns(inputs));
  const ask = honest[name] as (...question: unknown[]) => Promise<Awaited<ReturnType<NonNullable<RunSource[Name]>>>>;
  return { ...honest, [name]: async (...question: unknown[]) => change(await ask(...question)) };
}

const lines = (change: (series: SourceSeries) => SourceSeries): RunSource =>
  lying('series', (answer) => ({ ...answer, series: answer.series.map((series) => change(series)) }));
const without = (series: SourceSeries, leave: (i: number, n: number) => boolean): SourceSeries => {
  const pick = (values: Float64Array): Float64Array => values.filter((_, i) => !leave(i, series.x.length));
  return { ...series, x: pick(series.x), y: pick(series.y), hiddenVariation: series.hiddenVariation && pick(series.hiddenVariation) };
};

type Check = (pair: SourcePair) => Promise<void>;
const extents: Check = (pair) => expectSameExtents(pair, false);

const lies: [what: string, check: Check, source: RunSource][] = [
  ['a Key missing', expectSameKeys, lying('keys', ({ entries, total }) => ({ entries: entries.slice(1), total }))],
  ['a wrong number of Keys', expectSameKeys, lying('keys', ({ entries, total }) => ({ entries, total: total + 1 }))],
  ['a wrong count of runs', expectSameKeys, lying('keys', ({ entries, total }) => ({ entries: entries.map((entry) => ({ ...entry, runCount: 1 })), total }))],
  ['Keys out of order', expectSameKeys, lying('keys', ({ entries, total }) => ({ entries: entries.toReversed(), total }))],
  ['another array of ids each time', expectSameColumns, lying('column', ({ column, fidelity }) => ({ column: { ...column, runIds: [...column.runIds] }, fidelity }))],
  ['a column of another type', expectSameColumns, lying('column', ({ column, fidelity }) => ({ column: column.type === 'number' ? { ...column, type: 'date' } : column, fidelity }))],
  ['an infinite value as none', expectSameColumns, lying('column', ({ column, fidelity }) => ({ column: 'categoryIds' in column ? column : { ...column, values: column.values.map((v) => (v === Infinity ? NaN : v)) }, fidelity }))],
  ['a value a hair off', expectSameBuckets, lying('column', ({ column, fidelity }) => ({ column: 'categoryIds' in column ? column : { ...column, values: column.values.map((v) => v * (1 + 2 ** -50)) }, fidelity }))],
  ['a bar too high', expectSameSummaries, lying('summary', (summary) => ({ ...summary, bars: summary.bars.map((bar) => bar + 1) }))],
  ['a quantile off', expectSameSummaries, lying('summary', (summary) => ({ ...summary, quantiles: summary.quantiles.map((q) => q + 1e-6) }))],
  ['infinite counted as missing', expectSameSummaries, lying('summary', (summary) => ({ ...summary, nonFinite: 0, missing: summary.missing + summary.nonFinite }))],
  ['a cursor that ends too early', expectSameRuns, lying('runs', (page) => ({ ...page, cursor: null }))],
  ['a run with another name', expectSameRuns, lying('runs', (page) => ({ ...page, runs: page.runs.map((run) => ({ ...run, name: 'x' })) }))],
  ['the total of a page for that of all', expectSameRuns, lying('runs', (page) => ({ ...page, total: page.runs.length }))],
  ['runs in their own order whatever is asked', expectSameOrders, { ...lying('runs', (page) => page), runs: (query, options) => memorySource(createRuns(inputs)).runs({ ...query, orderBy: undefined }, options) }],
  ['an extent too wide', extents, lying('extent', (extent) => ({ ...extent, x: extent.x && [extent.x[0] - 1, extent.x[1]] }))],
  ['points not counted', extents, lying('extent', (extent) => ({ ...extent, points: extent.runs }))],
  ['no lowest value above zero', extents, lying('extent', (extent) => ({ ...extent, positive: extent.x && [extent.x[0], null] }))],
  ['a neighbour missing', expectSameSeries, lines((series) => without(series, (i) => i === 0))],
  ['a spike missing', expectSameSeries, lines((series) => without(series, (i) => series.x[i] === 222))],
  ['gaps missing', expectSameSeries, lines((series) => without(series, (i) => Number.isNaN(series.y[i])))],
  ['a point more, that nobody logged', expectSameSeries, lines((series) => ({ ...series, x: series.x.map((x, i) => (i === 5 ? x + 1e-9 : x)) }))],
  ['nothing said of what varied', expectSameSeries, lines((series) => ({ ...series, hiddenVariation: null }))],
  ['nothing drawn of what varied', expectSamePictures, lines((series) => ({ ...series, hiddenVariation: null }))],
  ['a variation too great', expectSameSeries, lines((series) => ({ ...series, hiddenVariation: series.x.map(() => 1) }))],
  ['points miscounted', expectSameSeries, lines((series) => ({ ...series, pointCount: series.x.length }))],
  ['exact said of what is reduced', expectSameSeries, lying('series', (answer) => ({ ...answer, fidelity: 'exact' }))],
  ['runs in another order', expectSameSeries, lying('series', (answer) => ({ ...answer, series: answer.series.toReversed() }))],
  ['a point in the cell beside', expectSameDensities, lying('density', (answer) => ({ ...answer, counts: answer.counts.map((counts) => counts.map((_, i) => counts[i + 1] ?? 0)) }))],
  ['a deaf ear for aborts', ({ source }) => expectAborts(source), { ...memorySource(createRuns(inputs)), keys: (query) => memorySource(createRuns(inputs)).keys(query) }],
  ['an answer to any question', ({ source }) => expectRefusals(source), { ...memorySource(createRuns(inputs)), keys: (_, options) => memorySource(createRuns(inputs)).keys({}, options) }],
];

describe('the conformance suite notices', () => {
  it.each(lies)('%s', async (_, check, source) => {
    const pair = await pairOf(memorySource(createRuns(inputs)), inputs);
    await check(pair);
    await expect(check({ ...pair, source })).rejects.toMatchObject({ name: 'AssertionError' });
  });
});
