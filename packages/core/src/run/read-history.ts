import { showValue } from './dropped-cells.js';
import type { HistoryReport } from './history-report.js';
import { makeSeries, type SeriesColumns } from './make-series.js';
import { isPlainObject } from './plain-object.js';
import { readColumns } from './read-columns.js';
import { readRows } from './read-rows.js';
import type { Series } from './series.js';

/** A history in any accepted form as series. */
export function readHistory(input: unknown, report: HistoryReport): ReadonlyMap<string, Series> {
  const history = new Map<string, Series>();
  for (const [name, columns] of readHistoryColumns(input, 0, report)) history.set(name, makeSeries(columns));
  return history;
}

/** A history in any accepted form as ordered columns; `firstStep` numbers rows that have no step. */
export function readHistoryColumns(input: unknown, firstStep: number, report: HistoryReport): Map<string, SeriesColumns> {
  if (input === null || input === undefined) return new Map();
  if (Array.isArray(input)) return readRows(input, firstStep, report);
  if (input instanceof Map) return readColumns(namedEntries(input), report);
  if (isPlainObject(input)) return readColumns(Object.entries(input), report);
  report.history(showValue(input));
  return new Map();
}

function namedEntries(map: ReadonlyMap<unknown, unknown>): [string, unknown][] {
  return [...map].map(([name, columns]) => [typeof name === 'string' ? name : showValue(name), columns]);
}
