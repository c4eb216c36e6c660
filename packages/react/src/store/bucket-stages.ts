import { keySettingsOf, readColumn, type bucketColumn, type Bucketing, type KeyId, type KeySettings, type Run, type RunColumn, type RunId } from '@runhue/core';
import type { ColoringInput } from './coloring.js';
import { createStage } from './stage.js';

type BucketMaker = typeof bucketColumn;

/** Buckets of a Key: of the column that a source gave, else of the one read from the runs. */
export type BucketStages = (key: KeyId, input: ColoringInput, given: RunColumn | null) => Bucketing;

/** Column and buckets of a Key, each remembered. What the colour bar keeps changes neither. */
export function createBucketStages(bucket: BucketMaker): BucketStages {
  const columnStage = createStage<RunColumn>();
  const bucketingStage = createStage<Bucketing>();
  return (key, { runs, settings, hiddenRuns }, given) => {
    const column = given ?? columnStage([runs, key, settings.yValue], () => ({ ...readColumn(runs, key, settings.yValue), runIds: idsOf(runs) }));
    const hidden = settings.scope === 'visible' && hiddenRuns.size > 0 ? hiddenRuns : null;
    const own = coloringFields(keySettingsOf(settings, column.keyId));
    return bucketingStage([column, settings.bucketCount, hidden, ...own], () =>
      bucket(column, settings, hidden ? { hiddenIds: hidden } : {}),
    );
  };
}

const knownIds = new WeakMap<readonly Run[], readonly RunId[]>();

/** One list per runs, whatever the Key: what is remembered by list, such as where each run stands, then stays. */
function idsOf(runs: readonly Run[]): readonly RunId[] {
  let ids = knownIds.get(runs);
  if (!ids) knownIds.set(runs, (ids = runs.map(({ id }) => id)));
  return ids;
}

/** What colours follow from among the choices for a Key: all but the range that the colour bar keeps. */
export function coloringFields(own: KeySettings): readonly unknown[] {
  const { method, edges, domain, pivot, symmetric, bucketOverrides, categoryOrder, ordered } = own;
  return [method, edges, domain, pivot, symmetric, bucketOverrides, categoryOrder, ordered];
}

export const noFields: readonly unknown[] = coloringFields({});
