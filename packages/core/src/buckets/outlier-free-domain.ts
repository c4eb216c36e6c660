import type { KeySettings } from '../settings/color-settings.js';
import { quantileOf } from './sorted-values.js';

/**
 * A domain that leaves the outliers of ascending values outside: those beyond Tukey's outer fences, 3 × IQR below the first and above the
 * third quartile (Tukey 1977). A pinned end is the outermost value inside the fence, rounded outwards to about two digits of the width; an
 * end without outliers stays with the data. Null when there are no outliers.
 */
export function outlierFreeDomain(sorted: Float64Array): NonNullable<KeySettings['domain']> | null {
  const [first, third] = [quantileOf(sorted, 0.25), quantileOf(sorted, 0.75)];
  const reach = 3 * (third - first);
  if (!(reach > 0 && reach < Infinity)) return null;
  const start = sorted.findIndex((value) => value >= first - reach);
  const end = sorted.findLastIndex((value) => value <= third + reach);
  const [lowest, highest] = [sorted[start] ?? NaN, sorted[end] ?? NaN];
  const [outlierBelow, outlierAbove] = [sorted[start - 1], sorted[end + 1]];
  if (outlierBelow === undefined && outlierAbove === undefined) return null;
  const width = highest - lowest;
  return [
    outlierBelow === undefined ? null : 0 - roundedUp(-lowest, -outlierBelow, width),
    outlierAbove === undefined ? null : roundedUp(highest, outlierAbove, width),
  ];
}

/** The roundest number from `value` up to, not including, `limit`, starting at two digits of `width`. */
function roundedUp(value: number, limit: number, width: number): number {
  const magnitude = Math.floor(Math.log10(width || Math.abs(value) || 1));
  for (let digits = 1; digits <= 15; digits += 1) {
    const exponent = magnitude - digits;
    const candidate = Number(`${Math.ceil(value / 10 ** exponent)}e${exponent}`) + 0;
    if (candidate >= value && candidate < limit) return candidate;
  }
  return value;
}
