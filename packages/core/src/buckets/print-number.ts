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

/** Options that print a number in a notation. Integers are grouped, decimals are not. */
function optionsOf(notation: EdgeFormat['notation'], decimals: number, value: number): Intl.NumberFormatOptions {
  if (notation === 'shortest') {
    const small = value !== 0 && Math.abs(value) < 1e-6;
    const plain = !small && Math.abs(value) < 1e15;
    return { notation: plain ? 'standard' : 'scientific', maximumSignificantDigits: 17, useGrouping: plain && Number.isInteger(value) };
  }
  return {
    notation: notation === 'scientific' ? 'scientific' : 'standard',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: notation === 'fixed' && decimals === 0,
  };
}

/** A number as text for a locale: `0.7629`, `12,345`, `1.2e-4`. Never `-0`. */
export function printNumber(value: number, notation: EdgeFormat['notation'], decimals: number, locale: string): string {
  return withPlainExponent(formatter(locale, optionsOf(notation, decimals, value)), value);
}

/** A single value with up to 15 digits, hence without float noise: `0.3`, `1,234`, `3e-4`. */
export function printValue(value: number, locale: string): string {
  const size = Math.abs(value);
  const plain = value === 0 || (Number.isInteger(value) ? size < 1e15 : size >= 1e-3 && size < 1e6);
  const options: Intl.NumberFormatOptions = {
    notation: plain ? 'standard' : 'scientific',
    maximumSignificantDigits: 15,
    useGrouping: plain && Number.isInteger(value),
  };
  return withPlainExponent(formatter(locale, options), value);
}

/** What a reader gets from the printed text: the number that the digits say. */
export function asPrinted(value: number, notation: EdgeFormat['notation'], decimals: number): number {
  if (notation === 'shortest') return value;
  const options = { ...optionsOf(notation, decimals, value), useGrouping: false };
  return Number(formatter('en', options).format(value)) + 0;
}

/** `1.2e-4` for `1.2E-4`. */
function withPlainExponent(format: Intl.NumberFormat, value: number): string {
  const parts = format.formatToParts(value);
  return parts.map((part) => (part.type === 'exponentSeparator' && part.value === 'E' ? 'e' : part.value)).join('');
}
