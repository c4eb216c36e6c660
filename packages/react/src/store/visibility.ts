import { keySettingsOf, type ColorSettings, type KeyId, type RunId } from '@runhue/core';
import { emptyHiddenBuckets, type HiddenBuckets } from './view-state.js';

/**
 * Names a colouring: bucket ids mean the same ranges only while this stays the same. Runs that stream in and an edge that is dragged leave
 * it as it is, so that a hidden bucket stays hidden.
 */
export function coloringSignature(settings: ColorSettings, key: KeyId | null): string {
  const { method = 'equal-width', edges, domain } = key === null ? {} : keySettingsOf(settings, key);
  const count = method === 'custom' ? edges?.length : settings.bucketCount;
  return JSON.stringify([settings.mode, key, settings.yValue, settings.scope, count, method, domain]);
}

/** Names what the second Key's patterns mean; for settings that have one. */
export function dashSignature(settings: ColorSettings): string {
  return ['dash', coloringSignature({ ...settings, mode: 'key' }, settings.dashKey)].join('|');
}

/** The hidden buckets that hold for this colouring. */
export function hiddenBucketsFor(hidden: HiddenBuckets, signature: string | null): HiddenBuckets {
  return hidden.of === signature ? hidden : emptyHiddenBuckets;
}

export function isBucketHidden({ ids, isolated }: HiddenBuckets, id: string): boolean {
  return isolated === null ? ids.has(id) : id !== isolated;
}

/** Hides a shown bucket or shows a hidden one. */
export function toggleBucket(hidden: HiddenBuckets, signature: string, id: string, allIds: readonly string[]): HiddenBuckets {
  const ids = hidden.isolated === null ? hidden.ids : new Set(allIds.filter((other) => other !== hidden.isolated));
  return { of: signature, ids: toggled(ids, id), isolated: null };
}

/** Shows only this bucket; a second time brings back what was shown before. */
export function isolateBucket(
  hidden: HiddenBuckets,
  signature: string,
  id: string,
  allIds: readonly string[],
): HiddenBuckets {
  if (hidden.isolated === id) return { of: signature, ids: hidden.ids, isolated: null };
  const isAlone = allIds.every((other) => isBucketHidden(hidden, other) === (other !== id));
  return isAlone ? { of: signature, ids: new Set(), isolated: null } : { of: signature, ids: hidden.ids, isolated: id };
}

export function toggleRun(hiddenRuns: ReadonlySet<RunId>, id: RunId): ReadonlySet<RunId> {
  return toggled(hiddenRuns, id);
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
