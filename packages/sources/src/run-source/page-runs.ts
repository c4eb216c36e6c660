import { RunSourceError, type RunColumn, type RunHead, type RunPage } from '@runhue/core';
import type { CheckedRunsQuery } from './check-query.js';
import { naturalRanks } from './natural-ranks.js';

/** Pages of runs that are all at hand. */
export interface RunPager {
  /** `columnOf` gives the column that the query orders by. */
  page(query: CheckedRunsQuery, columnOf: (order: NonNullable<CheckedRunsQuery['orderBy']>) => RunColumn): RunPage;
}

/** Searches that are remembered, so that their next pages are only cut. */
const remembered = 4;

/**
 * Pages of runs: searched, ordered by a column or as they are, and cut. The cursor is the place of the next run among those found. The runs must never
 * change.
 */
export function createRunPager(runs: readonly RunHead[]): RunPager {
  const searches = new Map<string, readonly number[]>();

  const find = ({ search, runIds, orderBy }: CheckedRunsQuery, columnOf: (order: NonNullable<CheckedRunsQuery['orderBy']>) => RunColumn): readonly number[] => {
    const text = search?.toLowerCase();
    const ids = runIds === null ? null : new Set(runIds);
    const holds = ({ id, name }: RunHead): boolean =>
      (ids === null || ids.has(id)) && (text === undefined || name.toLowerCase().includes(text) || id.toLowerCase().includes(text));
    const found: number[] = [];
    runs.forEach((run, place) => {
      if (holds(run)) found.push(place);
    });
    if (orderBy !== null) orderByColumn(found, columnOf(orderBy), orderBy.direction);
    return found;
  };

  return {
    page(query, columnOf) {
      const start = startOf(query.cursor);
      const { search, runIds, orderBy, limit } = query;
      const name = JSON.stringify([search, runIds, orderBy?.keyId, orderBy?.yValue, orderBy?.direction]);
      const found = searches.get(name) ?? find(query, columnOf);
      // Runs by their ids are asked for once each.
      if (runIds === null) {
        searches.delete(name);
        searches.set(name, found);
        for (const oldest of [...searches.keys()].slice(0, -remembered)) searches.delete(oldest);
      }
      const end = start + limit;
      return {
        runs: found.slice(start, end).flatMap((place) => headOf(runs[place])),
        cursor: end < found.length ? String(end) : null,
        total: found.length,
      };
    },
  };
}

function headOf(run: RunHead | undefined): RunHead[] {
  if (run === undefined) return [];
  const { id, name, config, state, startTime } = run;
  return [{ id, name, config, state, startTime }];
}

/** Orders ascending places by their values; those without a value last, equal ones as they were. */
export function orderByColumn(places: number[], column: RunColumn, direction: 'ascending' | 'descending'): void {
  const ranks = naturalRanks(column);
  const sign = direction === 'ascending' ? 1 : -1;
  // A sort of numbers alone and a look-up for each are several times quicker than a sort by a comparison.
  const values = Float64Array.from(places, (place) => sign * (ranks[place] ?? NaN) + 0);
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const taken = new Uint32Array(sorted.length);
  const ordered = Uint32Array.from(places);
  let missing = sorted.length;
  values.forEach((value, i) => {
    const first = Number.isNaN(value) ? -1 : firstNotBelow(sorted, value);
    const at = first < 0 ? missing++ : first + (taken[first] ?? 0);
    if (first >= 0) taken[first] = (taken[first] ?? 0) + 1;
    ordered[at] = places[i] ?? 0;
  });
  ordered.forEach((place, i) => (places[i] = place));
}

function firstNotBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? NaN) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function startOf(cursor: string | null): number {
  if (cursor === null) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new RunSourceError('invalid', `runs: cursor is "${cursor.slice(0, 60)}", which no page of this source ended with; give a page's own cursor.`);
}
