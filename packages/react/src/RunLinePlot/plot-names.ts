import { defaultTexts } from '../messages/default-labels.js';
import type { Messages } from '../messages/messages.js';
import type { AxisQuantity } from './plot-axis.js';
import { durationFormat } from './tick-format.js';
import type { XAxisName } from './x-values.js';

/** An x axis in words. */
export function xAxisText(xAxis: XAxisName, messages: Messages): string {
  const texts = defaultTexts(messages);
  return Object.hasOwn(texts, xAxis) ? (texts[xAxis] ?? xAxis) : xAxis;
}

/** What the numbers of an x axis are. */
export function quantityOf(xAxis: XAxisName): AxisQuantity {
  if (xAxis === 'Step') return 'step';
  if (xAxis === 'Wall Time') return 'date';
  return xAxis === 'Relative Time (Process)' || xAxis === 'Relative Time (Wall)' ? 'duration' : 'number';
}

/** A value as a tooltip says it: at most five digits, dates and durations in full. */
export function readingFormat(quantity: AxisQuantity, locale: string): (value: number) => string {
  if (quantity === 'duration') return durationFormat(locale);
  if (quantity === 'date') {
    const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });
    return (value) => `${date.format(value * 1000)} UTC`;
  }
  if (quantity === 'step') return (value) => value.toLocaleString(locale, { maximumFractionDigits: 6 });
  return (value) => {
    const size = Math.abs(value);
    if (size !== 0 && (size < 1e-4 || size >= 1e7)) return value.toExponential(4).replace('e+', 'e');
    return value.toLocaleString(locale, { maximumSignificantDigits: 5 });
  };
}
