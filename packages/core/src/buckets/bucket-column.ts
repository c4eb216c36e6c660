import type { RunColumn } from '../keys/run-column.js';
import type { RunId } from '../run/run.js';
import type { ColorSettings } from '../settings/color-settings.js';
import { keySettingsOf } from '../settings/key-settings.js';
import { bucketCategories } from './bucket-categories.js';
import { bucketNumbers } from './bucket-numbers.js';
import type { Bucketing } from './bucketing.js';
import { withHints } from './number-hints.js';
import { shownRuns } from './shown-runs.js';

/** What buckets depend on beside the column and the settings. */
export interface BucketColumnOptions {
  /** Runs that are shown; used when `settings.scope` is `visible`. Default: all runs of the column. */
  readonly visibleIds?: Iterable<RunId>;
  /** The same the other way round, where few of many runs are hidden. Default: none. */
  readonly hiddenIds?: Iterable<RunId>;
}

/**
 * Sorts the runs of a column into buckets, by the settings of its Key (`settings.byKey[column.keyId]`) and `bucketCount`.
 * Numbers and dates: `bucketCount` ranges over the extent of all runs (or the visible ones, or the pinned domain), [lower, upper), the
 * last with its upper end; one bucket per value where there is one value or, under equal width, no more integers than buckets. Categories:
 * one bucket per distinct value. Runs without a value and at ±Infinity come last, in buckets of their own. `notices` say what could
 * not be done as asked and what would spread the runs better. Settings that `parseColorSettings` would repair count as repaired; nothing
 * is thrown.
 */
export function bucketColumn(column: RunColumn, settings: ColorSettings, options: BucketColumnOptions = {}): Bucketing {
  const own = keySettingsOf(settings, column.keyId);
  if ('categoryIds' in column) return bucketCategories(column, own);
  const visible = shownRuns(options);
  return withHints(bucketNumbers(column, own, settings, visible), column, settings, visible);
}
