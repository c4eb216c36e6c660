import type { Bucket } from '../buckets/bucketing.js';
import type { ColorSettings } from '../settings/color-settings.js';
import { orderedPalette, type ColorOptions } from './choose-palette.js';
import { paletteColors } from './palette.js';
import { reversedTable } from './reversed-table.js';

/** Colours of buckets that have an order, low to high: one step each of the table made for that many. */
export function orderedColors(count: number, settings: ColorSettings, options: ColorOptions): readonly string[] {
  const colors = paletteColors(orderedPalette(settings, options, false), options.theme, count);
  return settings.reverse ? reversedTable(colors) : colors;
}

/**
 * Colours of numeric buckets on both sides of a pivot. A bucket that reaches across the pivot takes the middle colour; the others take
 * steps by their distance from it, counted in buckets, so that both sides deepen alike even when one is longer.
 */
export function pivotedColors(
  buckets: readonly Bucket[],
  pivot: number,
  settings: ColorSettings,
  options: ColorOptions,
): readonly string[] {
  const sides = buckets.map((bucket) => sideOf(bucket, pivot));
  const below = sides.filter((side) => side < 0).length;
  const across = sides.filter((side) => side === 0).length;
  const longer = Math.max(below, buckets.length - below - across);
  const table = paletteColors(orderedPalette(settings, options, true), options.theme, 2 * longer + across);
  return (settings.reverse ? reversedTable(table) : table).slice(longer - below);
}

function sideOf({ lower, upper }: Bucket, pivot: number): number {
  const low = lower ?? pivot;
  const high = upper ?? pivot;
  if (low === high) return Math.sign(low - pivot);
  if (high <= pivot) return -1;
  return low >= pivot ? 1 : 0;
}
