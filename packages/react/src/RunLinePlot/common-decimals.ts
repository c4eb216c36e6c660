/** Digits that a value is read with, and how many more the largest of several may get for the sake of the others. */
const digits = 5;
const extra = 2;

/**
 * Decimals with which values that stand below each other are all printed, so that they line up at the decimal sign: those of the one
 * that needs most at five digits, at most two more than the largest has at five. Null where one is read in scientific notation.
 */
export function commonDecimals(values: readonly number[]): number | null {
  const sizes = values.filter((value) => Number.isFinite(value) && value !== 0).map(Math.abs);
  if (sizes.some((size) => isScientific(size))) return null;
  const largest = Math.max(0, ...sizes);
  if (largest === 0) return 0;
  const most = Math.max(0, digits - 1 - Math.floor(Math.log10(largest)) + extra);
  return Math.min(most, Math.max(...sizes.map(decimalsOf)));
}

/** Whether a value other than 0 is read as `1.2e-5`. */
export function isScientific(value: number): boolean {
  const size = Math.abs(value);
  return size < 1e-4 || size >= 1e7;
}

function decimalsOf(size: number): number {
  const [mantissa = '', exponent = '0'] = Number(size.toPrecision(digits)).toExponential().split('e');
  return Math.max(0, mantissa.replace(/^\d\.?/, '').length - Number(exponent));
}
