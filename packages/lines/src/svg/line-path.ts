import type { LineSpans } from '../decimation/line-spans.js';
import { traceLine } from './trace-line.js';

/**
 * The geometry of one line as SVG path data in device pixels, for `<path fill="none">`: see `traceLine`. With
 * `stroke-linecap="round"` a sample without neighbours shows as a dot. Empty when the line has nothing in the window.
 *
 * @param digits Decimals of a coordinate. Default: 2.
 */
export function linePath(spans: LineSpans, index: number, digits = 2): string {
  const parts: string[] = [];
  let last = '';
  let length = 0;
  const format = (value: number): string => String(Number(value.toFixed(digits)));
  traceLine(spans, index, {
    moveTo(x, y) {
      last = `${format(x)} ${format(y)}`;
      parts.push(`M${last}`);
      length = 1;
    },
    lineTo(x, y) {
      const at = `${format(x)} ${format(y)}`;
      if (at !== last) parts.push(`L${at}`);
      else if (length === 1) parts.push('h0');
      last = at;
      length++;
    },
  });
  return parts.join('');
}
