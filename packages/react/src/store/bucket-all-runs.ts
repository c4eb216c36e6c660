import { bucketColumn, defaultColorSettings, type Bucketing, type KeyId, type RunId } from '@runhue/core';

const allRuns: KeyId = 'default:Run';

/** "Original run colors" of runs that are too many to list: one bucket with all of them, each in its own colour. */
export function bucketAllRuns(runIds: readonly RunId[]): Bucketing {
  const one = bucketColumn(
    { type: 'category', keyId: allRuns, yValue: 'latest', runIds, values: runIds.map(() => allRunsValue), categoryIds: runIds.map(() => allRunsId), nonFinite: null },
    defaultColorSettings,
  );
  return { ...one, notices: [] };
}

const allRunsValue = 'All runs';
const allRunsId = 'all';

/** The bucket that stands for all runs, whatever it is called. */
export const allRunsBucket: `category:${string}` = `category:${allRunsId}`;

/** Buckets before any answer of a source has come. */
export function bucketNothing(keyId: KeyId): Bucketing {
  const none = bucketColumn({ type: 'number', keyId, yValue: 'latest', runIds: [], values: new Float64Array() }, defaultColorSettings);
  return { ...none, notices: [] };
}
