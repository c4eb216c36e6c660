import type { Bucket, Bucketing } from '../buckets/bucketing.js';
import type { ColorSettings } from '../settings/color-settings.js';
import type { BucketStyle } from './bucket-style.js';
import { casingFor } from './casing.js';
import { slotStyle } from './category-style.js';
import type { ColorOptions } from './choose-palette.js';
import { orderedColors, pivotedColors } from './ordered-colors.js';
import { normalizeHex } from './srgb.js';
import { missingDash, nonFiniteDash, noValueColors, otherColors } from './theme-colors.js';

/** Contrast with the background below which a colour gets a casing, by `ColorOptions.contrast`. */
const casingThresholds = { normal: 3, more: 4.2 };

/**
 * How every bucket is drawn, by bucket index. Ranges and values take the table made for their number (one alone: the middle of three),
 * around a pivot the diverging one; categories their slot, ordered ones the sequential table; the rest (`other`, `missing`, `nonFinite`)
 * colours of their own. A user's own colour of a bucket wins. Never throws: an unknown palette is the default one.
 */
export function colorBuckets(bucketing: Bucketing, settings: ColorSettings, options: ColorOptions): BucketStyle[] {
  const own = settings.byKey[bucketing.keyId];
  const pivot = own?.pivot ?? null;
  const inOrder = bucketing.buckets.filter(hasOrder);
  const colors =
    pivot !== null && bucketing.kind !== 'category'
      ? pivotedColors(inOrder, pivot, settings, options)
      : orderedColors(inOrder.length, settings, options);
  const colorInOrder = new Map(inOrder.map((bucket, i) => [bucket.id, colors[i] ?? noValueColors[options.theme]]));

  return bucketing.buckets.map((bucket) => {
    const { color, dash } = plainStyle(bucket, colorInOrder, settings, options);
    const override = normalizeHex(own?.bucketOverrides?.[bucket.id]?.color);
    return cased(override ?? color, dash, options);
  });
}

/** A colour with the casing that it needs on its theme's backgrounds. */
export function cased(color: string, dash: readonly number[] | null, options: ColorOptions): BucketStyle {
  return { color, dash, casing: casingFor(color, options.theme, casingThresholds[options.contrast ?? 'normal']) };
}

function hasOrder({ kind, slot }: Bucket): boolean {
  return kind === 'range' || kind === 'value' || (kind === 'category' && slot === null);
}

function plainStyle(
  bucket: Bucket,
  colorInOrder: ReadonlyMap<string, string>,
  settings: ColorSettings,
  options: ColorOptions,
): { color: string; dash: readonly number[] | null } {
  const { theme } = options;
  if (bucket.kind === 'missing') return { color: noValueColors[theme], dash: missingDash };
  if (bucket.kind === 'nonFinite') return { color: noValueColors[theme], dash: nonFiniteDash };
  if (bucket.kind === 'other') return { color: otherColors[theme], dash: null };
  if (bucket.slot !== null) return slotStyle(bucket.slot, options, settings.categoricalPalette);
  return { color: colorInOrder.get(bucket.id) ?? noValueColors[theme], dash: null };
}
