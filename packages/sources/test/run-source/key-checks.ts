import { bucketColumn, bucketMethods, defaultColorSettings, type ColorSettings, type KeyId, type RunColumn } from '@runhue/core';
import { expect } from 'vitest';
import { numbers, sample, type SourcePair } from './source-pair.js';

const absent: readonly KeyId[] = ['metric:nobody logged this', 'config:nobody.set this', 'config:constructor.name', 'metric:toString'];

/** Keys to try: all of a small catalogue, some of a large one, and some that are not there. */
function keysOf({ entries }: SourcePair, count: number): KeyId[] {
  return [...sample(entries.map(({ id }) => id), count), ...absent];
}

/** The catalogue, whole, searched and cut, is that of the oracle. */
export async function expectSameKeys(pair: SourcePair): Promise<void> {
  const { source, entries, yValues } = pair;
  const all = await source.keys({ limit: 10_000 });
  expect(all.total, 'number of Keys').toBe(entries.length);
  // A source without all Y values cannot know that some other one varies, nor what comes first by it.
  const whole = yValues.length === 3;
  const comparable = (list: typeof entries): unknown => (whole ? list : list.map((entry) => ({ ...entry, varies: null })).toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  expect(comparable(all.entries), 'all Keys').toEqual(comparable(entries));
  const first = await source.keys({ limit: 3 });
  expect(first.total, 'number of Keys, given or not').toBe(entries.length);
  expect(first.entries, 'the first Keys').toEqual(all.entries.slice(0, 3));
  const parts = sample(entries, 12).map(({ name }) => name.slice(Math.floor(name.length / 3), Math.floor(name.length / 3) + 3));
  for (const search of ['LOSS', 'o', '%', '_', '\'', '\\', '.', ' ', 'no such Key', ...parts, ...parts.map((part) => part.toUpperCase())]) {
    const text = search.toLowerCase();
    const expected = search === '' ? all.entries : all.entries.filter(({ name }) => name.toLowerCase().includes(text));
    const found = await source.keys({ search, limit: 1000 });
    expect(found, `Keys that hold "${search}"`).toEqual({ entries: expected.slice(0, 1000), total: expected.length });
  }
}

/** Columns, value for value, and one array of ids for all of them. */
export async function expectSameColumns(pair: SourcePair, count = 40): Promise<void> {
  const { source, oracle, yValues } = pair;
  let runIds: readonly string[] | null = null;
  for (const keyId of keysOf(pair, count)) {
    for (const yValue of keyId.startsWith('config:') ? yValues.slice(0, 1) : yValues) {
      const { column, fidelity } = await source.column({ keyId, yValue });
      const { column: expected } = await oracle.column({ keyId, yValue });
      expect(fidelity, `${keyId} ${yValue}`).toBe('exact');
      expect(comparableColumn(column), `${keyId} ${yValue}`).toEqual(comparableColumn(expected));
      runIds ??= column.runIds;
      expect(column.runIds, 'one array of ids').toBe(runIds);
    }
  }
}

function comparableColumn(column: RunColumn): unknown {
  if (!('categoryIds' in column)) return { ...column, runIds: [...column.runIds], values: numbers(column.values) };
  const values = column.values.map((value) => (typeof value === 'number' ? value + 0 : value));
  return { ...column, runIds: [...column.runIds], values, nonFinite: column.nonFinite && numbers(column.nonFinite) };
}

/** Buckets of the source's columns, by every method, are those of the oracle's. */
export async function expectSameBuckets(pair: SourcePair, count = 12): Promise<void> {
  const { source, oracle, yValues } = pair;
  for (const keyId of keysOf(pair, count)) {
    const query = { keyId, yValue: yValues.at(-1) ?? 'latest' } as const;
    const { column } = await source.column(query);
    const { column: expected } = await oracle.column(query);
    for (const method of bucketMethods) {
      const settings: ColorSettings = { ...defaultColorSettings, key: keyId, byKey: { [keyId]: { method, edges: method === 'custom' ? [0, 1] : undefined } } };
      const [own, others] = [bucketColumn(column, settings), bucketColumn(expected, settings)];
      expect(own.buckets, `${keyId} by ${method}`).toEqual(others.buckets);
      expect(Array.from(own.bucketIndices), `${keyId} by ${method}`).toEqual(Array.from(others.bucketIndices));
      expect({ edges: own.edges, extent: own.extent, notices: own.notices }).toEqual({ edges: others.edges, extent: others.extent, notices: others.notices });
    }
  }
}

const quantiles = [0, 0.01, 0.25, 0.5, 2 / 3, 0.9, 1];

/** Extent, counts and bars exactly, quantiles but for the last digits; categories are refused. */
export async function expectSameSummaries(pair: SourcePair, count = 24): Promise<void> {
  const { source, oracle, yValues } = pair;
  for (const keyId of keysOf(pair, count)) {
    const query = { keyId, yValue: yValues[0] ?? 'latest', quantiles, bars: 7 } as const;
    const expected = await oracle.summary(query).catch((error: unknown) => error);
    if (expected instanceof Error) {
      await expect(source.summary(query), `${keyId} has no summary`).rejects.toMatchObject({ code: 'invalid' });
      continue;
    }
    const summary = await source.summary(query);
    const wanted = expected as typeof summary;
    const plain = ({ extent, bars, finite, nonFinite, missing, fidelity }: typeof summary): unknown => ({ extent: extent && numbers(extent), bars: Array.from(bars), finite, nonFinite, missing, fidelity });
    expect(plain(summary), keyId).toEqual(plain(wanted));
    expect(summary.quantiles.length, keyId).toBe(wanted.quantiles.length);
    const size = Math.max(...(wanted.extent ?? [0]).map(Math.abs));
    summary.quantiles.forEach((value, i) => expect(Math.abs(value / size - (wanted.quantiles[i] ?? NaN) / size) || 0, `quantile ${quantiles[i]} of ${keyId}`).toBeLessThan(1e-12));
    const wide = await source.summary({ keyId, yValue: query.yValue });
    expect(Array.from(wide.bars), `40 bars of ${keyId}`).toEqual(Array.from((await oracle.summary({ keyId, yValue: query.yValue })).bars));
    expect(wide.quantiles.length, 'no quantiles unless asked').toBe(0);
  }
}
