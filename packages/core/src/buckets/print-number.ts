import type { EdgeFormat } from './edge-format.js';

/** Most decimals that are worth printing of a double; beyond, every digit is printed. */
export const mostDecimals = 17;

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { numberingSystem: 'latn', signDisplay: 'negative', ...options });
  formatters.set(key, made);
  return made;
}

/** A number as text for a locale: `0.7629`, `12,345`, `1.2e-4`. Never `-0`. Integers are grouped, decimals are not. */
export function printNumber(value: number, notation: EdgeFormat['notation'], decimals: number, locale: string): string {
  const size = Math.abs(value);
  if (notation === 'shortest') {
    return size === 0 || (size >= 1e-6 && size < 1e15) ? printDigits(value, 17, locale) : printExponent(value, undefined, locale);
  }
  if (notation === 'scientific') return printExponent(value, decimals, locale);
  return formatter(locale, fixed(decimals, decimals === 0)).format(value);
}

/** A single value with up to 15 digits, hence without float noise: `0.3`, `1,234`, `3e-4`. */
export function printValue(value: number, locale: string): string {
  const size = Math.abs(value);
  const plain = size === 0 || !Number.isFinite(value) || (Number.isInteger(value) ? size < 1e15 : size >= 1e-3 && size < 1e6);
  return plain ? printDigits(value, 15, locale) : printExponent(Number(value.toPrecision(15)), undefined, locale);
}

/** What a reader gets from the printed text: the number that the digits say. */
export function asPrinted(value: number, notation: EdgeFormat['notation'], decimals: number): number {
  if (notation === 'shortest') return value;
  if (notation === 'scientific') return Number(value.toExponential(decimals)) + 0;
  return Number(formatter('en', fixed(decimals, false)).format(value)) + 0;
}

function fixed(decimals: number, useGrouping: boolean): Intl.NumberFormatOptions {
  return { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping };
}

function printDigits(value: number, maximumSignificantDigits: number, locale: string): string {
  return formatter(locale, { maximumSignificantDigits, useGrouping: Number.isInteger(value) }).format(value);
}

/**
 * `1.2e-4`, with as many decimals as it takes when `decimals` is undefined. Not by Intl's scientific notation, which prints
 * 0.9999999999999994 to 16 decimals as 0.0999999999999999E1 (ICU 78).
 */
function printExponent(value: number, decimals: number | undefined, locale: string): string {
  const decimalSign = formatter(locale, {}).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  return value.toExponential(decimals).replace('e+', 'e').replace('.', decimalSign);
}
