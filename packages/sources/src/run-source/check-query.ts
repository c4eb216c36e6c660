import {
  defaultMetrics,
  parseKeyId,
  yValues,
  type ColumnQuery,
  type DensityBuckets,
  type DensityQuery,
  type ExtentQuery,
  type KeyId,
  type KeysQuery,
  type PixelWindow,
  type RunsQuery,
  type SeriesQuery,
  type SourceAbilities,
  type SummaryQuery,
  type YValue,
} from '@runhue/core';
import { checkDomain, checkList, checkNumber, checkObject, checkOneOf, checkText, checkWhole, refuse } from './check-value.js';
import { queryBounds } from './query-bounds.js';

/*
 * Every source checks its questions here, before it asks an engine anything: what comes back is complete, within the bounds, and within
 * what the source can do. Rejected with a RunSourceError that names the value and the bound: `invalid` for a value that makes no sense, `too-large`
 * for one beyond a bound, `refused` for what the source's abilities leave out.
 */

/** True for one of the four clocks; any other x axis is the name of a metric. */
export function isClock(xAxis: string): boolean {
  return (defaultMetrics as readonly string[]).includes(xAxis);
}

/** `search` is null where nothing is searched for. */
export function checkKeysQuery(query: KeysQuery): { readonly search: string | null; readonly limit: number } {
  checkObject('keys', query);
  return { search: checkSearch('keys', query.search), limit: checkWhole('keys: limit', query.limit ?? 1_000, queryBounds.keys) };
}

export function checkColumnQuery(query: ColumnQuery, abilities: SourceAbilities, what = 'column'): ColumnQuery {
  checkObject(what, query);
  return checkKey(what, query, abilities);
}

export function checkSummaryQuery(query: SummaryQuery, abilities: SourceAbilities): Required<SummaryQuery> {
  const bars = checkWhole('summary: bars', query.bars ?? 40, queryBounds.bars);
  const quantiles = checkList('summary: quantiles', query.quantiles ?? [], queryBounds.quantiles, (what, p) => checkNumber(what, p, 0, 1));
  return { ...checkColumnQuery(query, abilities, 'summary'), bars, quantiles };
}

/** A question for runs, with null for what is not asked. */
export interface CheckedRunsQuery {
  readonly limit: number;
  readonly cursor: string | null;
  readonly orderBy: (ColumnQuery & { readonly direction: 'ascending' | 'descending' }) | null;
  readonly search: string | null;
  /** Each id once. */
  readonly runIds: readonly string[] | null;
}

export function checkRunsQuery(query: RunsQuery, abilities: SourceAbilities): CheckedRunsQuery {
  checkObject('runs', query);
  const { limit, cursor, orderBy, search, runIds } = query;
  return {
    limit: checkWhole('runs: limit', limit, queryBounds.runs),
    cursor: cursor === undefined ? null : checkText('runs: cursor', cursor),
    orderBy: orderBy === undefined ? null : checkOrder(orderBy, abilities),
    search: checkSearch('runs', search),
    runIds: runIds === undefined ? null : [...new Set(checkList('runs: runIds', runIds, queryBounds.runIds, checkText))],
  };
}

export function checkExtentQuery(query: ExtentQuery, abilities: SourceAbilities, what = 'extent'): ExtentQuery {
  checkObject(what, query);
  const metric = checkText(`${what}: metric`, query.metric);
  const xAxis = checkText(`${what}: xAxis`, query.xAxis);
  if (isClock(xAxis) ? !abilities.clocks.includes(xAxis) : !abilities.metricAsX) {
    const can = [...abilities.clocks.map((clock) => `"${clock}"`), ...(abilities.metricAsX ? ['a metric'] : [])].join(', ');
    refuse('refused', `${what}: xAxis`, `is "${xAxis}", along which ${abilities.name} cannot give lines; it can along ${can}.`);
  }
  return { metric, xAxis };
}

/** A series query in which each id is named once and the window is complete. */
export function checkSeriesQuery(query: SeriesQuery, abilities: SourceAbilities): SeriesQuery & { readonly window: Required<PixelWindow> } {
  const axes = checkExtentQuery(query, abilities, 'series');
  const runIds = checkList('series: runIds', query.runIds, abilities.maxSeriesRuns, checkText);
  return { ...axes, runIds: [...new Set(runIds)], window: checkWindow('series: window', query.window) };
}

export function checkDensityQuery(query: DensityQuery, abilities: SourceAbilities): DensityQuery & { readonly window: Required<PixelWindow> } {
  if (!abilities.density) refuse('refused', 'density:', `${abilities.name} cannot count points per cell.`);
  const axes = checkExtentQuery(query, abilities, 'density');
  const window = checkWindow('density: window', query.window);
  const rows = checkWhole('density: rows', query.rows, queryBounds.rows);
  const buckets = query.buckets === null ? null : checkBuckets(query.buckets, abilities);
  const cells = window.columns * rows * ((buckets?.edges.length ?? 0) + 1);
  if (cells > queryBounds.cells) {
    refuse('too-large', 'density:', `${cells} cells (columns × rows × buckets) are asked; the most is ${queryBounds.cells}. Ask for fewer columns or rows.`);
  }
  return { ...axes, window, rows, buckets, yDomain: checkDomain('density: yDomain', query.yDomain) };
}

function checkWindow(what: string, window: PixelWindow): Required<PixelWindow> {
  checkObject(what, window);
  const domain = checkDomain(`${what}.domain`, window.domain);
  const scale = checkOneOf(`${what}.scale`, window.scale ?? 'linear', ['linear', 'log', 'symlog']);
  const symlogConstant = checkNumber(`${what}.symlogConstant`, window.symlogConstant ?? 1, Number.MIN_VALUE);
  if (scale === 'log' && domain[0] <= 0) refuse('invalid', `${what}.domain`, `is [${domain[0]}, ${domain[1]}]; on a log scale both ends are above 0.`);
  return { domain, scale, symlogConstant, columns: checkWhole(`${what}.columns`, window.columns, queryBounds.columns) };
}

function checkBuckets(buckets: DensityBuckets, abilities: SourceAbilities): DensityBuckets {
  const what = 'density: buckets';
  checkObject(what, buckets);
  const edges = checkList(`${what}.edges`, buckets.edges, queryBounds.edges, (at, edge) => checkNumber(at, edge));
  edges.forEach((edge, i) => {
    const before = edges[i - 1];
    if (before !== undefined && edge < before) refuse('invalid', `${what}.edges`, `go down from ${before} to ${edge}; give them ascending.`);
  });
  return { ...checkKey(what, buckets, abilities), edges };
}

function checkOrder(orderBy: NonNullable<RunsQuery['orderBy']>, abilities: SourceAbilities): NonNullable<CheckedRunsQuery['orderBy']> {
  if (!abilities.orderByKey) refuse('refused', 'runs: orderBy', `is asked of ${abilities.name}, which cannot order runs by a Key.`);
  checkObject('runs: orderBy', orderBy);
  const direction = checkOneOf('runs: orderBy.direction', orderBy.direction, ['ascending', 'descending']);
  return { ...checkKey('runs: orderBy', orderBy, abilities), direction };
}

/** For a config key, whose values have no other, any Y value will do. */
function checkKey(what: string, key: { readonly keyId: KeyId; readonly yValue: YValue }, abilities: SourceAbilities): ColumnQuery {
  const keyId = checkText(`${what}.keyId`, key.keyId) as KeyId;
  const parsed = parseKeyId(keyId) ?? refuse('invalid', `${what}.keyId`, `is "${keyId}"; write metric:<name>, config:<path> or default:<name>.`);
  const yValue = checkOneOf(`${what}.yValue`, key.yValue, yValues);
  if (parsed.group !== 'config' && !abilities.yValues.includes(yValue)) {
    refuse('refused', `${what}.yValue`, `is "${yValue}", which ${abilities.name} does not have; it has ${abilities.yValues.join(', ')}.`);
  }
  return { keyId, yValue };
}

function checkSearch(what: string, search: string | undefined): string | null {
  const text = search === undefined ? '' : checkText(`${what}: search`, search);
  return text === '' ? null : text;
}
