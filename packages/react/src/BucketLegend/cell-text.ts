import type { RunColumn } from '@runhue/core';

/** A config value as a table shows it: short, for the locale; an en dash where there is none. */
export function cellText({ type, values }: RunColumn, place: number, locale: string): string {
  const value = values[place] ?? null;
  if (value === null) return '–';
  if (typeof value !== 'number') return String(value);
  if (Number.isNaN(value)) return '–';
  if (type === 'date') return new Date(value * 1000).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short', timeZone: 'UTC' });
  const size = Math.abs(value);
  if (size !== 0 && Number.isFinite(value) && (size < 1e-3 || size >= 1e6)) return value.toExponential().replace(/(\.\d{3})\d+/, '$1').replace('+', '');
  return value.toLocaleString(locale, { maximumSignificantDigits: Number.isInteger(value) ? 7 : 4 });
}
