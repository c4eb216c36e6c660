import type { ColorSettings, RunId } from '@runhue/core';
import { emptyHiddenBuckets, type HiddenBuckets } from './view-state.js';

/** Names a colouring: bucket ids mean the same ranges only while this stays the same. */
export function coloringSignature(settings: ColorSettings, key: string | null): string {
  const own = key === null ? undefined : settings.byKey[key as keyof typeof settings.byKey];
  const { method = 'equal-width' } = own ?? {};
  const count = method === 'custom' ? own?.edges?.length : settings.bucketCount;
  return [settings.mode, key, settings.yValue, count, method].join('|');
}

/** Names what the second Key's patterns mean; for settings that have one. */
export function dashSignature(settings: ColorSettings): string {
  return ['dash', coloringSignature({ ...settings, mode: 'key' }, settings.dashKey)].join('|');
}

/** The hidden buckets that hold for this colouring. */
export function hiddenBucketsFor(hidden: HiddenBuckets, signature: string | null): HiddenBuckets {
  return hidden.of === signature ? hidden : emptyHiddenBuckets;
}

/** Hides a shown bucket or shows a hidden one. */
export function toggleBucket(hidden: HiddenBuckets, signature: string, id: string): HiddenBuckets {
  return { of: signature, ids: toggled(hidden.ids, id), before: null };
}

/** Shows only this bucket; a second time brings back what was shown before. */
export function isolateBucket(
  hidden: HiddenBuckets,
  signature: string,
  id: string,
  allIds: readonly string[],
): HiddenBuckets {
  const isAlone = allIds.every((other) => (other === id) !== hidden.ids.has(other));
  const isolated = isAlone || (hidden.before !== null && !hidden.ids.has(id));
  if (isolated) return { of: signature, ids: hidden.before ?? new Set(), before: null };
  return { of: signature, ids: new Set(allIds.filter((other) => other !== id)), before: hidden.before ?? hidden.ids };
}

export function toggleRun(hiddenRuns: ReadonlySet<RunId>, id: RunId): ReadonlySet<RunId> {
  return toggled(hiddenRuns, id);
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
