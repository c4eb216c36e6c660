import { RunSourceError, type AskOptions, type DensityQuery, type PixelWindow, type RunSource, type SeriesQuery } from '@runhue/core';
import { expect } from 'vitest';

const window: PixelWindow = { domain: [0, 10], columns: 10 };
const series: SeriesQuery = { metric: 'loss', xAxis: 'Step', runIds: ['a'], window };
const density: DensityQuery = { metric: 'loss', xAxis: 'Step', window, yDomain: [0, 1], rows: 4, buckets: null };

type Ask = (options?: AskOptions) => Promise<unknown>;

/** One valid question of every kind that the source answers. */
function questions(source: RunSource): Ask[] {
  const yValue = source.abilities.yValues[0] ?? 'latest';
  return [
    (options) => source.keys({}, options),
    (options) => source.column({ keyId: 'metric:loss', yValue }, options),
    (options) => source.summary({ keyId: 'metric:loss', yValue }, options),
    (options) => source.runs({ limit: 10 }, options),
    (options) => source.extent(series, options),
    (options) => source.series(series, options),
    ...(source.density ? [(options?: AskOptions) => source.density?.(density, options) ?? Promise.resolve()] : []),
  ];
}

/** Every question whose signal is aborted rejects with the signal's own reason, and the next one is answered. */
export async function expectAborts(source: RunSource): Promise<void> {
  for (const ask of questions(source)) {
    const reason = new Error('not wanted any more');
    await expect(ask({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const answer = ask({ signal: controller.signal });
    controller.abort(reason);
    await answer.then(null, (error: unknown) => expect(error).toBe(reason));
    await ask();
  }
}

/** Questions beyond the bounds or without sense: what is asked, and the code of the refusal. */
function wrongQuestions(source: RunSource): [what: string, code: string, ask: () => Promise<unknown>][] {
  const { maxSeriesRuns, yValues, clocks, metricAsX, orderByKey } = source.abilities;
  const yValue = yValues[0] ?? 'latest';
  const inWindow = (changes: object): (() => Promise<unknown>) => () => source.series({ ...series, window: { ...window, ...changes } });
  const column = (keyId: string, y: string = yValue): (() => Promise<unknown>) => () => source.column({ keyId: keyId as 'metric:x', yValue: y as 'latest' });
  const missing = (['latest', 'max', 'min'] as const).find((y) => !yValues.includes(y));
  const clock = ['Relative Time (Process)', 'Wall Time'].find((name) => !clocks.includes(name));
  return [
    ['keys: limit 0', 'invalid', () => source.keys({ limit: 0 })],
    ['keys: limit 2.5', 'invalid', () => source.keys({ limit: 2.5 })],
    ['keys: limit 10,001', 'too-large', () => source.keys({ limit: 10_001 })],
    ['column: no key id', 'invalid', column('loss')],
    ['column: no Y value', 'invalid', column('metric:loss', 'median')],
    ['summary: 513 bars', 'too-large', () => source.summary({ keyId: 'metric:loss', yValue, bars: 513 })],
    ['summary: no bars', 'invalid', () => source.summary({ keyId: 'metric:loss', yValue, bars: 0 })],
    ['summary: quantile 1.5', 'invalid', () => source.summary({ keyId: 'metric:loss', yValue, quantiles: [1.5] })],
    ['runs: limit 0', 'invalid', () => source.runs({ limit: 0 })],
    ['runs: limit 1,001', 'too-large', () => source.runs({ limit: 1001 })],
    ['runs: a cursor of nobody', 'invalid', () => source.runs({ limit: 10, cursor: 'of nobody' })],
    ['series: no columns', 'invalid', inWindow({ columns: 0 })],
    ['series: 16,385 columns', 'too-large', inWindow({ columns: 16_385 })],
    ['series: domain upside down', 'invalid', inWindow({ domain: [1, 0] })],
    ['series: domain without end', 'invalid', inWindow({ domain: [0, Infinity] })],
    ['series: log from 0', 'invalid', inWindow({ scale: 'log' })],
    ['series: an unknown scale', 'invalid', inWindow({ scale: 'sqrt' })],
    ['series: symlog constant 0', 'invalid', inWindow({ scale: 'symlog', symlogConstant: 0 })],
    ['series: too many runs', 'too-large', () => source.series({ ...series, runIds: Array.from({ length: maxSeriesRuns + 1 }, (_, i) => `r${i}`) })],
    ...(missing ? [[`column: ${missing}`, 'refused', column('metric:loss', missing)] as [string, string, () => Promise<unknown>]] : []),
    ...(clock ? [[`series: ${clock}`, 'refused', () => source.series({ ...series, xAxis: clock })] as [string, string, () => Promise<unknown>]] : []),
    ...(metricAsX ? [] : [['series: a metric as x', 'refused', () => source.series({ ...series, xAxis: 'acc' })] as [string, string, () => Promise<unknown>]]),
    ...(orderByKey ? [] : [['runs: by a Key', 'refused', () => source.runs({ limit: 1, orderBy: { keyId: 'metric:loss', yValue, direction: 'ascending' } })] as [string, string, () => Promise<unknown>]]),
    ...wrongDensities(source),
  ];
}

function wrongDensities(source: RunSource): [what: string, code: string, ask: () => Promise<unknown>][] {
  const ask = (changes: object) => (): Promise<unknown> => source.density?.({ ...density, ...changes }) ?? Promise.resolve();
  const yValue = source.abilities.yValues[0] ?? 'latest';
  if (!source.density) return [];
  return [
    ['density: no rows', 'invalid', ask({ rows: 0 })],
    ['density: 4,097 rows', 'too-large', ask({ rows: 4097 })],
    ['density: too many cells', 'too-large', ask({ rows: 4096, window: { ...window, columns: 16_384 } })],
    ['density: edges that go down', 'invalid', ask({ buckets: { keyId: 'metric:loss', yValue, edges: [1, 0] } })],
    ['density: edges that are no numbers', 'invalid', ask({ buckets: { keyId: 'metric:loss', yValue, edges: [NaN] } })],
  ];
}

/** Each is rejected with a RunSourceError of its code whose message says what was wrong with which value. */
export async function expectRefusals(source: RunSource): Promise<void> {
  for (const [what, code, ask] of wrongQuestions(source)) {
    const error: unknown = await ask().catch((problem: unknown) => problem);
    expect(error, what).toBeInstanceOf(RunSourceError);
    expect(error, what).toMatchObject({ code });
    expect((error as Error).message.length, what).toBeGreaterThan(20);
  }
}

/** Questions asked all at once get the answers that they get one by one. */
export async function expectSameAtOnce(source: RunSource): Promise<void> {
  const asks = questions(source);
  const inTurn: unknown[] = [];
  for (const ask of asks) inTurn.push(await ask());
  expect(await Promise.all([...asks, ...asks].map((ask) => ask()))).toEqual([...inTurn, ...inTurn]);
}
