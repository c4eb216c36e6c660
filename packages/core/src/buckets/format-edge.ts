import type { EdgeFormat } from './edge-format.js';
import { ceilDate, printDate } from './print-date.js';
import { printNumber } from './print-number.js';

/**
 * An edge as text in its legend's format. A date between two units prints as the later one, so that whole units stay on their side.
 * `locale` is a BCP 47 tag; default `en`.
 */
export function formatEdge(edge: number, format: EdgeFormat, locale: string = 'en'): string {
  if (format.kind === 'date') {
    const resolution = format.resolution ?? 'millisecond';
    return printDate(ceilDate(edge, resolution), resolution, locale);
  }
  return printNumber(edge, format.notation, format.decimals, locale);
}
