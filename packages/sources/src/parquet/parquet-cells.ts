import type { ParquetParsers, SchemaElement } from 'hyparquet';
import type { Cell } from '../tabular/table-rows.js';

/** Moments as seconds since the epoch, with the digits that the file has; JSON stays text. */
export const cellParsers: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (milliseconds) => Number(milliseconds) / 1e3,
  timestampFromMicroseconds: (microseconds) => Number(microseconds) / 1e6,
  timestampFromNanoseconds: (nanoseconds) => Number(nanoseconds) / 1e9,
  dateFromDays: (days) => days * 86_400,
  jsonFromBytes: (bytes) => new TextDecoder().decode(bytes),
};

export function isMoment({ type, converted_type, logical_type }: SchemaElement): boolean {
  const logical = logical_type?.type ?? '';
  return type === 'INT96' || converted_type === 'DATE' || converted_type?.startsWith('TIMESTAMP') === true || ['DATE', 'TIMESTAMP'].includes(logical);
}

/**
 * A value of a column as a table's cell: numbers, texts and booleans; integers beyond 2^53 as text, so that ids stay exact; bytes, lists
 * and the like are no cells. Moments are numbers in a clock column, else ISO texts.
 */
export function cellOf(value: unknown, { moment, clock }: { readonly moment: boolean; readonly clock: boolean }): Cell {
  if (moment && !clock) return isoText(value);
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  return value instanceof Date ? value.getTime() / 1000 : null;
}

function isoText(value: unknown): string | null {
  const date = value instanceof Date ? value : typeof value === 'number' ? new Date(value * 1000) : null;
  return date === null || Number.isNaN(date.getTime()) ? null : date.toISOString();
}
