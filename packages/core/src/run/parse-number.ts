const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const notFinite = /^(?:nan|([+-]?)inf(?:inity)?)$/i;

/** True for text that spells a decimal number (`"0.01"`, `"1e-3"`), so not for `""`, `"0x10"`, `"1,000"` or `"NaN"`. */
export function isDecimalText(text: string): boolean {
  return decimal.test(text.trim());
}

/**
 * The number that a text spells without doubt: a decimal number, or `NaN`, `Infinity`, `inf` with an optional sign in any
 * case, as Python and JavaScript print them. Null for anything else, the empty text included.
 */
export function parseNumber(text: string): number | null {
  const trimmed = text.trim();
  if (decimal.test(trimmed)) return Number(trimmed);
  const match = notFinite.exec(trimmed);
  if (match === null) return null;
  if (match[1] === undefined) return NaN;
  return match[1] === '-' ? -Infinity : Infinity;
}
