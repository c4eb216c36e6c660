import { dashLimit } from '../colors/dash-patterns.js';
import type { RunColumn } from '../keys/run-column.js';
import type { ColorSettings } from '../settings/color-settings.js';
import { keySettingsOf, withKeySettings } from '../settings/key-settings.js';
import { bucketColumn, type BucketColumnOptions } from './bucket-column.js';
import type { Bucketing } from './bucketing.js';

/**
 * Buckets of a second Key that is shown as dash pattern: as `bucketColumn` makes them, but never more ranges than there are patterns, and
 * equal widths where the Key is continuous, since a dash has no in-between.
 */
export function bucketDashColumn(column: RunColumn, settings: ColorSettings, options: BucketColumnOptions = {}): Bucketing {
  const { method, edges } = keySettingsOf(settings, column.keyId);
  const few = { ...settings, bucketCount: Math.min(settings.bucketCount, dashLimit) };
  const own = withKeySettings(few, column.keyId, {
    ...(method === 'continuous' ? { method: 'equal-width' } : {}),
    ...(edges ? { edges: edges.slice(0, dashLimit - 1) } : {}),
  });
  return bucketColumn(column, own, options);
}
