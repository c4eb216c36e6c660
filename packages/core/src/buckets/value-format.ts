import type { EdgeFormat } from './edge-format.js';
import { dateResolutions, floorDate } from './print-date.js';

/** How buckets of single values print: every digit, or dates at the coarsest resolution that tells each of them in full. */
export function valueFormat(values: readonly number[], type: 'number' | 'date'): EdgeFormat {
  if (type === 'number') return { kind: 'number', notation: 'shortest', decimals: 0 };
  const resolution = dateResolutions
    .slice(dateResolutions.indexOf('day'))
    .find((candidate) => values.every((value) => floorDate(value, candidate) === value));
  return { kind: 'date', notation: 'fixed', decimals: 0, resolution: resolution ?? 'millisecond' };
}
