import { isDecimalText } from '../run/parse-number.js';

/**
 * Natural order of category values, the same in every locale, usable with `sort`: booleans (false, true), then numbers
 * (NaN last), then text. Text that spells a number is ordered by that number; in other text, runs of digits count as
 * numbers (`lr2` before `lr10`) and letters differ by case only when nothing else does.
 */
export function compareNatural(a: string | number | boolean, b: string | number | boolean): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return compareNumbers(Number(a), Number(b));
}

function rankOf(value: string | number | boolean): number {
  if (typeof value === 'boolean') return 0;
  if (typeof value === 'number') return 1;
  return isDecimalText(value) ? 2 : 3;
}

function compareNumbers(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

function compareText(a: string, b: string): number {
  const primary = isDecimalText(a) ? compareNumbers(Number(a), Number(b)) : compareChunks(chunks(a), chunks(b));
  return primary !== 0 ? primary : compareCodeUnits(a, b);
}

function chunks(text: string): string[] {
  return text.toLowerCase().match(/[0-9]+|[^0-9]+/g) ?? [];
}

function compareChunks(a: readonly string[], b: readonly string[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) {
    const order = compareChunk(a[i] ?? '', b[i] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareChunk(a: string, b: string): number {
  const aIsNumber = /^[0-9]/.test(a);
  if (aIsNumber !== /^[0-9]/.test(b)) return aIsNumber ? -1 : 1;
  if (!aIsNumber) return compareCodeUnits(a, b);
  const aDigits = a.replace(/^0+/, '');
  const bDigits = b.replace(/^0+/, '');
  return aDigits.length - bDigits.length || compareCodeUnits(aDigits, bDigits);
}

function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
