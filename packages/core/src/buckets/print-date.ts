import type { DateResolution } from './edge-format.js';

/** Coarse to fine. */
export const dateResolutions: readonly DateResolution[] = ['year', 'month', 'day', 'minute', 'second', 'millisecond'];

const fields: Record<DateResolution, Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  minute: { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
  second: { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  millisecond: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  },
};

/** The largest time that a Date can hold, in seconds; beyond it numbers are printed as numbers. */
const latestTime = 8.64e12;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Seconds since the epoch as a UTC date for a locale, cut at the resolution: `Nov 23, 2026, 13:00`. */
export function printDate(time: number, resolution: DateResolution, locale: string): string {
  if (!(Math.abs(time) <= latestTime)) return String(time);
  const key = `${locale} ${resolution}`;
  let format = formatters.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...fields[resolution], hourCycle: 'h23', timeZone: 'UTC', calendar: 'gregory' });
    formatters.set(key, format);
  }
  return format.format(floorMilliseconds(time));
}

/** The last start of a unit (UTC) at or before a time, both in seconds since the epoch. */
export function floorDate(time: number, resolution: DateResolution): number {
  if (!(Math.abs(time) <= latestTime)) return time;
  if (resolution === 'year' || resolution === 'month') {
    const date = new Date(floorMilliseconds(time));
    return utcMonth(date.getUTCFullYear(), resolution === 'year' ? 0 : date.getUTCMonth());
  }
  const unit = unitMilliseconds[resolution];
  return (Math.floor(floorMilliseconds(time) / unit) * unit) / 1000;
}

/** The first start of a unit (UTC) at or after a time, both in seconds since the epoch. */
export function ceilDate(time: number, resolution: DateResolution): number {
  const floor = floorDate(time, resolution);
  if (floor === time) return time;
  if (resolution === 'year' || resolution === 'month') {
    const date = new Date(floorMilliseconds(floor));
    return utcMonth(date.getUTCFullYear() + (resolution === 'year' ? 1 : 0), date.getUTCMonth() + (resolution === 'month' ? 1 : 0));
  }
  return (floorMilliseconds(floor) + unitMilliseconds[resolution]) / 1000;
}

/** Lengths of the units in ms; of months and years the longest. */
const unitMilliseconds: Record<DateResolution, number> = {
  year: 366 * 86_400_000,
  month: 31 * 86_400_000,
  day: 86_400_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
};

/** Length of a unit in seconds; of months and years the longest. */
export function unitLength(resolution: DateResolution): number {
  return unitMilliseconds[resolution] / 1000;
}

/** The last whole millisecond that, in seconds, is not after the time: `time * 1000` may round to either side of it. */
function floorMilliseconds(time: number): number {
  const near = Math.floor(time * 1000);
  if (near / 1000 > time) return near - 1;
  return (near + 1) / 1000 <= time ? near + 1 : near;
}

/** The start of a month, in seconds since the epoch. `Date.UTC` takes years below 100 for 1900 and later; this does not. */
function utcMonth(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date.getTime() / 1000;
}
