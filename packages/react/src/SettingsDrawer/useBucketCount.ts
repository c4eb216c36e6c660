import { bucketColumn, keySettingsOf, normalizeBucketCount, withBucketStep, withKeySettings, type Bucketing, type ColorSettings } from '@runhue/core';
import { useBuckets } from '../hooks/useBuckets.js';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useKeySettings } from '../hooks/useKeySettings.js';

export interface BucketCount {
  readonly count: number;
  /** The message that says why the count does not apply; null when it does. */
  readonly unused: 'bucketCountUnused' | 'bucketCountContinuous' | null;
  setCount(count: number): void;
}

/** How many buckets there are to be. Custom edges are split and merged one by one, the others cut anew. */
export function useBucketCount(): BucketCount {
  const { settings, setBucketCount } = useColorSettings();
  const { own, change } = useKeySettings();
  const bucketing = useBuckets();
  const isCustom = bucketing.kind === 'numeric' && own.method === 'custom';
  if (!isCustom) {
    const { kind } = bucketing;
    const unused = kind === 'category' ? 'bucketCountUnused' : kind === 'continuous' ? 'bucketCountContinuous' : null;
    return { count: settings.bucketCount, unused, setCount: setBucketCount };
  }
  const setCount = (wanted: number): void => {
    const edited = stepped(bucketing, settings, normalizeBucketCount(wanted));
    change(keySettingsOf(edited, bucketing.keyId));
  };
  return { count: bucketing.edges.length + 1, unused: null, setCount };
}

/** Settings whose custom edges make a number of buckets, or as near to it as they can. */
function stepped(bucketing: Bucketing, settings: ColorSettings, wanted: number): ColorSettings {
  const missing = wanted - bucketing.edges.length - 1;
  const patch = missing === 0 ? null : withBucketStep(bucketing, keySettingsOf(settings, bucketing.keyId), missing > 0 ? 1 : -1);
  if (patch === null) return settings;
  const next = withKeySettings(settings, bucketing.keyId, patch);
  return stepped(bucketColumn(bucketing.column, next), next, wanted);
}
