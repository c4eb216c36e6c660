import type { NumberColumn } from '../keys/run-column.js';
import type { ColorSettings } from '../settings/color-settings.js';
import { keySettingsOf } from '../settings/key-settings.js';
import { crowdedBucket, logSuggested } from './bucket-notices.js';
import type { BucketNotice, Bucketing } from './bucketing.js';
import { finiteExtent } from './finite-extent.js';
import { fullestRange, suggestionsBeyond } from './spread-suggestions.js';
import type { ShownRuns } from './shown-runs.js';

/** Above this part of the runs with a value, a bucket is crowded. */
const crowdedShare = 0.8;
/** From this highest over lowest value, log buckets are suggested. */
const logRatio = 100;

/** The same bucketing, with notices about what would spread its runs better. */
export function withHints(
  bucketing: Bucketing,
  column: NumberColumn,
  settings: ColorSettings,
  visibleIds: ShownRuns | undefined,
): Bucketing {
  const hints = [...logHints(bucketing, column, settings), ...crowdHints(bucketing, column, settings, visibleIds)];
  return hints.length > 0 ? { ...bucketing, notices: [...bucketing.notices, ...hints] } : bucketing;
}

function logHints({ buckets, domain, keyId }: Bucketing, { values }: NumberColumn, settings: ColorSettings): BucketNotice[] {
  const { method = 'equal-width' } = keySettingsOf(settings, keyId);
  if (method !== 'equal-width' || domain === null || buckets[0]?.kind !== 'range') return [];
  const [lower, upper] = domain;
  const allPositive = lower > 0 && (finiteExtent(values)?.[0] ?? 0) > 0;
  return allPositive && upper / lower >= logRatio ? [logSuggested(lower, upper)] : [];
}

function crowdHints(
  bucketing: Bucketing,
  column: NumberColumn,
  settings: ColorSettings,
  visibleIds: ShownRuns | undefined,
): BucketNotice[] {
  const { index, count, total, share } = fullestRange(bucketing);
  if (bucketing.edges.length === 0 || share <= crowdedShare) return [];
  const offers = suggestionsBeyond(bucketing, column, settings, visibleIds).map(({ offer }) => offer);
  return [crowdedBucket(index + 1, count, total, offers)];
}
