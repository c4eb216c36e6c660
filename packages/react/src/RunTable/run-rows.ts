import { compareNatural, runPlaces, type Bucketing, type Run, type RunHead, type RunId } from '@runhue/core';

/** What a table can be sorted by. */
export type RunSort = { readonly by: 'name' | 'value' | 'bucket'; readonly descending: boolean };

export interface RunRow {
  readonly id: RunId;
  readonly name: string;
  /** The start of the id, for runs whose name is taken by others too; else empty. */
  readonly hint: string;
  /** Counted from 1; null for runs without a value, and where colours are continuous. */
  readonly bucketNumber: number | null;
}

/** Rows in the order asked for; runs without a value come last either way, ties keep the runs' order. */
export function sortRunRows(runs: readonly Run[], bucketing: Bucketing, sort: RunSort, query: string): RunRow[] {
  const places = runPlaces(bucketing.column.runIds);
  const valueOf = (id: RunId): string | number | boolean | null => {
    const value = bucketing.column.values[places.placeOf(id)] ?? null;
    return typeof value === 'number' && !Number.isFinite(value) ? null : value;
  };
  const bucketNumberOf = bucketNumberIn(bucketing);
  const sortKey = (run: Run): string | number | boolean | null => {
    if (sort.by === 'name') return run.name;
    return sort.by === 'value' ? valueOf(run.id) : bucketNumberOf(run.id);
  };
  const sign = sort.descending ? -1 : 1;
  const needle = query.trim().toLowerCase();
  const found = runs
    .filter((run) => needle === '' || run.name.toLowerCase().includes(needle) || run.id.toLowerCase().includes(needle))
    .map((run) => ({ run, key: sortKey(run) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      return sign * compareNatural(a.key, b.key);
    })
    .map(({ run }) => run);
  return rowsOf(found, bucketNumberOf, countNames(runs));
}

/** Rows of runs, in their order. */
export function rowsOf(runs: readonly RunHead[], bucketNumberOf: (id: RunId) => number | null, names: ReadonlyMap<string, number> = countNames(runs)): RunRow[] {
  return runs.map(({ id, name }) => ({
    id,
    name,
    hint: (names.get(name) ?? 0) > 1 && id !== name ? id.slice(0, 4) : '',
    bucketNumber: bucketNumberOf(id),
  }));
}

/** A run's bucket, counted from 1; null without a value, for an unknown run, and where colours are continuous. */
export function bucketNumberIn(bucketing: Bucketing): (id: RunId) => number | null {
  return (id) => {
    const bucket = bucketing.buckets[bucketing.indexOf(id)];
    const isCounted = bucket && bucket.kind !== 'missing' && bucket.kind !== 'nonFinite' && bucketing.kind !== 'continuous';
    return isCounted ? bucket.index + 1 : null;
  };
}

export function countNames(runs: readonly RunHead[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of runs) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
