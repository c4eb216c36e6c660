import {
  compareNatural,
  readColumn,
  runPlaces,
  type Bucketing,
  type KeyEntry,
  type KeyId,
  type LegendItem,
  type Run,
  type RunColumn,
  type RunId,
} from '@runhue/core';
import { countNames } from '../RunTable/run-rows.js';

/** What the runs of each bucket are sorted by. */
export interface TableSort {
  readonly by: 'value' | 'name' | KeyId;
  readonly descending: boolean;
}

/** A config key that differs between runs, as a column of the table. */
export interface ConfigColumn {
  readonly entry: KeyEntry;
  readonly column: RunColumn;
}

/** A line of the table: a bucket, or a run of the bucket above. */
export type TableRow =
  | { readonly kind: 'bucket'; readonly id: string; readonly item: LegendItem }
  | { readonly kind: 'run'; readonly id: RunId; readonly name: string; readonly hint: string; readonly place: number };

/** Only what tells runs apart: config keys that vary, without the Key in force, which has a column of its own. */
export function differingConfig(runs: readonly Run[], entries: readonly KeyEntry[], key: KeyId | null, most: number): ConfigColumn[] {
  return entries
    .filter(({ id, group, varies }) => group === 'config' && varies && id !== key)
    .slice(0, most)
    .map((entry) => ({ entry, column: readColumn(runs, entry.id, 'latest') }));
}

export interface TableParts {
  readonly runs: readonly Run[];
  readonly bucketing: Bucketing;
  readonly items: readonly LegendItem[];
  readonly columns: readonly ConfigColumn[];
  readonly sort: TableSort;
  /** Whether a line per bucket stands above its runs. */
  readonly grouped: boolean;
}

/** Runs under their buckets, in the order asked for; runs without the value sorted by come last, ties keep the runs' order. */
export function tableRows({ runs, bucketing, items, columns, sort, grouped }: TableParts): TableRow[] {
  const keys = sortKeys(runs, bucketing, columns, sort);
  const sign = sort.descending ? -1 : 1;
  const places = runs.map((_, place) => place).sort((a, b) => {
    const [first, second] = [keys[a] ?? null, keys[b] ?? null];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return sign * compareNatural(first, second);
  });
  const names = countNames(runs);
  const rowOf = (place: number): TableRow => {
    const { id, name } = runs[place] ?? { id: '', name: '' };
    const isTaken = (names.get(name) ?? 0) > 1 && id !== name;
    return { kind: 'run', id, name, hint: isTaken ? id.slice(0, 4) : '', place };
  };
  const buckets = runs.map(({ id }) => bucketing.indexOf(id));
  if (!grouped) return places.map(rowOf);
  return items.flatMap((item) => [
    { kind: 'bucket', id: item.id, item } as const,
    ...places.filter((place) => buckets[place] === item.bucket.index).map(rowOf),
  ]);
}

function sortKeys(
  runs: readonly Run[],
  bucketing: Bucketing,
  columns: readonly ConfigColumn[],
  { by }: TableSort,
): readonly (string | number | boolean | null)[] {
  if (by === 'name') return runs.map(({ name }) => name);
  const column = by === 'value' ? bucketing.column : columns.find(({ entry }) => entry.id === by)?.column;
  const columnPlaces = by === 'value' ? runPlaces(bucketing.column.runIds) : null;
  return runs.map(({ id }, place) => {
    const value = column?.values[columnPlaces?.placeOf(id) ?? place] ?? null;
    return typeof value === 'number' && Number.isNaN(value) ? null : value;
  });
}
