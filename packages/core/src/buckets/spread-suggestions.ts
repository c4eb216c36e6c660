import type { NumberColumn, RunColumn } from '../keys/run-column.js';
import type { ColorSettings, KeySettings } from '../settings/color-settings.js';
import { keySettingsOf } from '../settings/key-settings.js';
import type { BucketColumnOptions } from './bucket-column.js';
import { bucketNumbers } from './bucket-numbers.js';
import type { Bucketing } from './bucketing.js';
import { finiteExtent } from './finite-extent.js';
import { numberScope } from './number-scope.js';
import { outlierFreeDomain } from './outlier-free-domain.js';
import { shownRuns, type ShownRuns } from './shown-runs.js';
import { sortedValues } from './sorted-values.js';

/** A change of a Key's settings that spreads its runs over the buckets. */
export interface SpreadSuggestion {
  readonly offer: 'log' | 'domain' | 'quantile';
  /** What to change in the Key's settings (`withKeySettings`). */
  readonly patch: Pick<KeySettings, 'method' | 'domain'>;
  /** The largest part of the runs with a finite value that one bucket then holds, 0 to 1. */
  readonly largestShare: number;
}

/** The fullest range and its part of the runs with a finite value. */
export function fullestRange({ buckets }: Bucketing): { index: number; count: number; total: number; share: number } {
  const ranges = buckets.filter(({ kind }) => kind === 'range');
  const total = ranges.reduce((sum, { count }) => sum + count, 0);
  const fullest = ranges.reduce((best, bucket) => (bucket.count > best.count ? bucket : best), { index: 0, count: 0 });
  return { index: fullest.index, count: fullest.count, total, share: total > 0 ? fullest.count / total : 0 };
}

/**
 * What spreads the runs better than the settings do, as the drawer offers it: log buckets, a domain without the outliers, quantiles; only
 * what makes the fullest bucket hold fewer runs. A pinned domain is given up only where nothing helps within it. Empty for categories, for buckets of single values and for a continuous scale.
 */
export function spreadSuggestions(column: RunColumn, settings: ColorSettings, options: BucketColumnOptions = {}): SpreadSuggestion[] {
  if ('categoryIds' in column) return [];
  const visibleIds = shownRuns(options);
  const bucketing = bucketNumbers(column, keySettingsOf(settings, column.keyId), settings, visibleIds);
  return suggestionsBeyond(bucketing, column, settings, visibleIds);
}

/** The suggestions that beat a bucketing of a column, made with these settings. */
export function suggestionsBeyond(
  bucketing: Bucketing,
  column: NumberColumn,
  settings: ColorSettings,
  visibleIds: ShownRuns | undefined,
): SpreadSuggestion[] {
  const own = keySettingsOf(settings, column.keyId);
  const { share } = fullestRange(bucketing);
  if (bucketing.kind !== 'numeric' || share === 0) return [];
  return offersFor(column, own, settings, visibleIds).flatMap(({ offer, patch }) => {
    const suggestions = withAndWithoutDomain(patch, own).map((tried): SpreadSuggestion => {
      const changed = bucketNumbers(column, { ...own, ...tried }, settings, visibleIds);
      return { offer, patch: tried, largestShare: fullestRange(changed).share };
    });
    return suggestions.find(({ largestShare }) => largestShare < share) ?? [];
  });
}

/** A pinned domain stays, unless it is what crowds the runs. */
function withAndWithoutDomain(patch: SpreadSuggestion['patch'], own: KeySettings): SpreadSuggestion['patch'][] {
  const isPinned = (own.domain ?? null) !== null && patch.domain === undefined;
  return isPinned ? [patch, { ...patch, domain: null }] : [patch];
}

function offersFor(
  column: NumberColumn,
  own: KeySettings,
  settings: ColorSettings,
  visibleIds: ShownRuns | undefined,
): Omit<SpreadSuggestion, 'largestShare'>[] {
  const offers: Omit<SpreadSuggestion, 'largestShare'>[] = [];
  const scope = numberScope(column, settings.scope, {}, visibleIds);
  if (scope === null) return offers;
  const allPositive = (finiteExtent(column.values)?.[0] ?? 0) > 0;
  if (allPositive && own.method !== 'log') offers.push({ offer: 'log', patch: { method: 'log' } });
  const domain = outlierFreeDomain(sortedValues(column.values, scope));
  if (domain) offers.push({ offer: 'domain', patch: { method: 'equal-width', domain } });
  if (own.method !== 'quantile') offers.push({ offer: 'quantile', patch: { method: 'quantile' } });
  return offers;
}
