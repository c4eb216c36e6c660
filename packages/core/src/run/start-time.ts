import { parseIsoTime } from './iso-time.js';
import { parseNumber } from './parse-number.js';

/** Seconds since the epoch from seconds, an ISO 8601 text or a Date; null when the value is none of these. */
export function parseStartTime(value: unknown): number | null {
  if (typeof value === 'number') return finiteOrNull(value);
  if (value instanceof Date) return finiteOrNull(value.getTime() / 1000);
  if (typeof value !== 'string') return null;
  return parseIsoTime(value) ?? finiteOrNull(parseNumber(value) ?? NaN);
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
