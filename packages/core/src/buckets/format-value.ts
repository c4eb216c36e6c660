import type { Bucketing } from './bucketing.js';
import { dateResolutions, floorDate, printDate } from './print-date.js';
import { asPrinted, mostDecimals, printNumber, printValue } from './print-number.js';

/**
 * A run's value as text, beside the edges of its bucketing: with the edges' decimals or at least four digits, and with as many more as it
 * takes to stand on its own side of every printed edge. Text stays as it is; null is empty text. Default locale `en`.
 */
export function formatValue(value: string | number | boolean | null, bucketing: Bucketing, locale: string = 'en'): string {
  if (value === null) return '';
  if (typeof value !== 'number') return String(value);
  const format = bucketing.edgeFormat;
  if (format?.kind === 'date') return formatTime(value, format.resolution ?? 'millisecond', locale);
  if (format === null || bucketing.buckets[0]?.kind !== 'range' || !Number.isFinite(value) || isPlainInteger(value)) {
    return printValue(value, locale);
  }
  if (format.notation === 'shortest') return printNumber(value, 'shortest', 0, locale);
  const size = Math.abs(value);
  const notation = size >= 1e6 || (size > 0 && size < 1e-3) ? 'scientific' : 'fixed';
  const fourDigits = size === 0 || notation === 'scientific' ? 3 : 3 - Math.floor(Math.log10(size));
  const first = Math.max(notation === format.notation ? format.decimals : 0, Math.min(fourDigits, mostDecimals), 0);
  for (let decimals = first; decimals <= mostDecimals; decimals += 1) {
    if (keepsItsSide(value, asPrinted(value, notation, decimals), bucketing)) return printNumber(value, notation, decimals, locale);
  }
  return printNumber(value, 'shortest', 0, locale);
}

function isPlainInteger(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 1e6;
}

/** Whether the printed value is on the same side of every printed edge as the value of the edge; on it or above if it is the edge. */
function keepsItsSide(value: number, printed: number, { edges, edgeFormat }: Bucketing): boolean {
  if (edgeFormat === null) return true;
  return edges.every((edge) => {
    const printedEdge = asPrinted(edge, edgeFormat.notation, edgeFormat.decimals);
    if (value === edge) return printed >= printedEdge;
    return value < edge ? printed < printedEdge : printed > printedEdge;
  });
}

/** At least to the minute, unless it is a whole day. */
function formatTime(time: number, resolution: (typeof dateResolutions)[number], locale: string): string {
  const coarsest = floorDate(time, 'day') === time ? 'day' : 'minute';
  const finer = Math.max(dateResolutions.indexOf(resolution), dateResolutions.indexOf(coarsest));
  return printDate(time, dateResolutions[finer] ?? 'millisecond', locale);
}
