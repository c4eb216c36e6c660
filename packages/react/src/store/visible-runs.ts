import { dashItemId, type Bucketing, type RunId } from '@runhue/core';
import type { Coloring } from './coloring.js';
import type { HiddenBuckets } from './view-state.js';
import { isBucketHidden } from './visibility.js';

/** Which runs are shown. */
export interface Visibility {
  readonly hiddenRuns: ReadonlySet<RunId>;
  readonly hiddenBuckets: HiddenBuckets;
  readonly hiddenDashes: HiddenBuckets;
  /** Runs whose value lies outside the range that the colour bar keeps. */
  readonly filtered: ReadonlySet<RunId>;
  readonly hiddenCount: number;
  isVisible(runId: RunId): boolean;
}

const nothing: ReadonlySet<string> = new Set();

export type HiddenParts = Pick<Visibility, 'hiddenRuns' | 'hiddenBuckets' | 'hiddenDashes' | 'filtered'>;

/** A run is shown unless it, its bucket, its dash pattern or its value is hidden. */
export function createVisibility({ bucketing, dashing }: Coloring, parts: HiddenParts): Visibility {
  const { hiddenRuns, hiddenBuckets, hiddenDashes, filtered } = parts;
  const bucketHidden = bucketing.buckets.map(({ id }) => isBucketHidden(hiddenBuckets, id));
  const dashHidden = dashing?.bucketing.buckets.map((bucket) => isBucketHidden(hiddenDashes, dashItemId(bucket)));
  const isVisible = (runId: RunId): boolean => {
    const index = bucketing.indexOf(runId);
    if (index < 0 || bucketHidden[index] || hiddenRuns.has(runId) || filtered.has(runId)) return false;
    return !dashing || !dashHidden?.[dashing.bucketing.indexOf(runId)];
  };
  const hiddenCount = bucketing.column.runIds.filter((id) => !isVisible(id)).length;
  return { ...parts, hiddenCount, isVisible };
}

/** Runs beyond the range that the colour bar keeps; runs without a finite value are never among them, having items of their own. */
export function filteredRuns({ kind, column }: Bucketing, filter: readonly [number, number] | null): ReadonlySet<RunId> {
  if (kind !== 'continuous' || !filter) return nothing;
  const [lower, upper] = filter;
  return new Set(
    column.runIds.filter((_, place) => {
      const value = column.values[place];
      return typeof value === 'number' && Number.isFinite(value) && (value < lower || value > upper);
    }),
  );
}
