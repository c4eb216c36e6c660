import { parseNumber } from './parse-number.js';

/**
 * What one logged cell says: a number (NaN was logged as NaN), nothing (null, undefined, blank text), or something that is
 * no number. Booleans are not numbers.
 */
export function readCell(cell: unknown): number | 'not-logged' | 'not-a-number' {
  if (typeof cell === 'number') return cell;
  if (cell === null || cell === undefined) return 'not-logged';
  if (typeof cell === 'bigint') return Number(cell);
  if (typeof cell !== 'string') return 'not-a-number';
  return cell.trim() === '' ? 'not-logged' : (parseNumber(cell) ?? 'not-a-number');
}

/** A clock cell: seconds, or NaN where unknown. `dropped` is called for a cell that holds something else. */
export function readClock(cell: unknown, dropped: (cell: unknown) => void): number {
  const value = readCell(cell);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value === 'not-a-number' || value === Infinity || value === -Infinity) dropped(cell);
  return NaN;
}
