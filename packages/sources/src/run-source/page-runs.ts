import { compareNatural, RunSourceError, type RunColumn, type RunHead, type RunPage } from '@runhue/core';
import type { CheckedRunsQuery } from './check-query.js';

/**
 * One page of runs that are all at hand: searched, ordered by a column (null: as they are), and cut. The cursor is the place of the next
 * run among those found.
 */
export function pageRuns(heads: readonly RunHead[], query: CheckedRunsQuery, column: RunColumn | null): RunPage {
  const start = startOf(query.cursor);
  const text = query.search?.toLowerCase();
  const ids = query.runIds === null ? null : new Set(query.runIds);
  const holds = (head: RunHead): boolean =>
    (ids === null || ids.has(head.id)) &&
    (text === undefined || head.name.toLowerCase().includes(text) || head.id.toLowerCase().includes(text));
  const found = Array.from(heads.keys()).filter((i) => holds(heads[i] as RunHead));
  if (column !== null && query.orderBy !== null) orderByColumn(found, column, query.orderBy.direction);
  const end = start + query.limit;
  return {
    runs: found.slice(start, end).flatMap((i) => heads[i] ?? []),
    cursor: end < found.length ? String(end) : null,
    total: found.length,
  };
}

/** Orders places by their values; those without a value last, equal ones as they were. */
export function orderByColumn(places: number[], column: RunColumn, direction: 'ascending' | 'descending'): void {
  const sign = direction === 'ascending' ? 1 : -1;
  places.sort((a, b) => {
    const [left, right] = [valueAt(column, a), valueAt(column, b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || a - b;
    return sign * compareNatural(left, right) || a - b;
  });
}

function valueAt(column: RunColumn, index: number): string | number | boolean | null {
  if (!('categoryIds' in column)) return Number.isNaN(column.values[index]) ? null : (column.values[index] ?? null);
  const infinite = column.nonFinite?.[index] ?? 0;
  return column.values[index] ?? (infinite === 0 ? null : infinite);
}

function startOf(cursor: string | null): number {
  if (cursor === null) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new RunSourceError('invalid', `runs: cursor is "${cursor.slice(0, 60)}", which no page of this source ended with; give a page's own cursor.`);
}
