import type { Bucketing } from '../buckets/bucketing.js';
import type { ColorSettings } from '../settings/color-settings.js';
import type { BucketStyle } from './bucket-style.js';
import { orderedPalette, type ColorOptions } from './choose-palette.js';
import { cased, colorBuckets } from './color-buckets.js';
import { fullTable } from './palette.js';
import { rampColor, rampThrough } from './ramp.js';
import { reversedTable } from './reversed-table.js';
import { missingDash, nonFiniteDash, noValueColors } from './theme-colors.js';

/**
 * How a single number of a numeric Key is drawn. Continuous: its place in the 256-step ramp over the domain, the ends beyond it;
 * around a pivot the middle colour at the pivot. In buckets: the style of the bucket that the number belongs to.
 * NaN is drawn as no value, ±Infinity as non-finite.
 */
export function colorOfValue(value: number, bucketing: Bucketing, settings: ColorSettings, options: ColorOptions): BucketStyle {
  if (Number.isNaN(value) || bucketing.kind === 'category') return cased(noValueColors[options.theme], missingDash, options);
  if (!Number.isFinite(value)) return cased(noValueColors[options.theme], nonFiniteDash, options);
  if (bucketing.kind === 'continuous') {
    const t = placeOf(value, bucketing, settings);
    return cased(rampColor(rampTable(bucketing, settings, options), t), null, options);
  }
  const inOrder = bucketing.buckets.filter(({ kind }) => kind === 'range' || kind === 'value');
  const bucket = inOrder.findLast(({ lower }) => lower !== null && lower <= value) ?? inOrder[0];
  const style = bucket && colorBuckets(bucketing, settings, options)[bucket.index];
  return style ?? cased(noValueColors[options.theme], missingDash, options);
}

/** The 256 colours of a continuous Key's colour bar, low to high; the same list for the same palette. */
export function colorRamp(bucketing: Bucketing, settings: ColorSettings, options: ColorOptions): readonly string[] {
  return rampThrough(rampTable(bucketing, settings, options));
}

function rampTable(bucketing: Bucketing, settings: ColorSettings, options: ColorOptions): readonly string[] {
  const pivoted = (settings.byKey[bucketing.keyId]?.pivot ?? null) !== null;
  const table = fullTable(orderedPalette(settings, options, pivoted), options.theme);
  return settings.reverse ? reversedTable(table) : table;
}

/** 0 at the domain's lower end, 1 at its upper end, with a pivot 0.5 there; halved first, so that no finite domain overflows. */
function placeOf(value: number, { domain, keyId }: Bucketing, settings: ColorSettings): number {
  const own = settings.byKey[keyId];
  const pivot = own?.pivot ?? null;
  const [low, high] = domain ?? [value, value];
  if (pivot === null) return low < high ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0.5;
  const below = Math.max(0, pivot / 2 - low / 2);
  const above = Math.max(0, high / 2 - pivot / 2);
  const distance = value / 2 - pivot / 2;
  const side = own?.symmetric ? Math.max(below, above) : distance < 0 ? below : above;
  return side > 0 ? Math.min(1, Math.max(0, 0.5 + distance / side / 2)) : 0.5;
}
