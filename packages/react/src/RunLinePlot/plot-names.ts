import { defaultTexts } from '../messages/default-labels.js';
import type { Messages } from '../messages/messages.js';
import { commonDecimals, isScientific } from './common-decimals.js';
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
    if (value !== 0 && isScientific(value)) return value.toExponential(4).replace('e+', 'e');
    return value.toLocaleString(locale, { maximumSignificantDigits: 5 });
  };
}

/** Values that stand below each other in a tooltip, with decimals in common. */
export function alignedFormat(values: readonly number[], locale: string): (value: number) => string {
  const decimals = commonDecimals(values);
  if (decimals === null) return readingFormat('number', locale);
  return formatWith(locale, decimals).format;
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format takes longer than using it for a whole tooltip. */
function formatWith(locale: string, decimals: number): Intl.NumberFormat {
  const key = `${locale} ${decimals}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })));
  return format;
}
