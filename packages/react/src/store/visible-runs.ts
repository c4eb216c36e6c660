import { dashItemId, runPlaces, type Bucketing, type RunId } from '@runhue/core';
import type { Coloring } from './coloring.js';
import type { HiddenBuckets } from './view-state.js';
import { isBucketHidden } from './visibility.js';

/** Which runs are shown. */
export interface Visibility {
  readonly hiddenRuns: ReadonlySet<RunId>;
  readonly hiddenBuckets: HiddenBuckets;
  readonly hiddenDashes: HiddenBuckets;
  /** Runs whose value lies outside the range that the colour bar keeps. */
  readonly filteredCount: number;
  readonly hiddenCount: number;
  /** Shown runs per bucket of the colours and per bucket of the second Key, by bucket index. */
  readonly visibleCounts: Uint32Array;
  readonly visibleDashCounts: Uint32Array | null;
  isVisible(runId: RunId): boolean;
  /** The same by the run's place in the column. */
  isPlaceVisible(place: number): boolean;
  /** Whether a bucket hides its runs, by bucket index; null where something else hides runs too. */
  readonly hiddenIndices: readonly boolean[] | null;
}

/** What hides runs: they themselves, their bucket, their dash pattern, the range that the colour bar keeps. */
export interface HiddenParts {
  readonly hiddenRuns: ReadonlySet<RunId>;
  readonly hiddenBuckets: HiddenBuckets;
  readonly hiddenDashes: HiddenBuckets;
  readonly filter: readonly [number, number] | null;
}

/** A run is shown unless it, its bucket, its dash pattern or its value is hidden. Of a million runs nothing is made per run. */
export function createVisibility({ bucketing, dashing }: Coloring, { filter, ...parts }: HiddenParts): Visibility {
  const { hiddenRuns, hiddenBuckets, hiddenDashes } = parts;
  const { column, bucketIndices } = bucketing;
  const { runIds } = column;
  const bucketHidden = bucketing.buckets.map(({ id }) => isBucketHidden(hiddenBuckets, id));
  const dashHidden = dashing?.bucketing.buckets.map((bucket) => isBucketHidden(hiddenDashes, dashItemId(bucket)));
  const dashIndexOf = dashing && dashIndices(bucketing, dashing.bucketing);
  const isFiltered = outsideOf(bucketing, filter);
  const isPlaceVisible = (place: number): boolean => {
    if (bucketHidden[bucketIndices[place] ?? -1] ?? true) return false;
    if (isFiltered?.(place) || (hiddenRuns.size > 0 && hiddenRuns.has(runIds[place] ?? ''))) return false;
    return !dashIndexOf || !dashHidden?.[dashIndexOf(place)];
  };
  const visibleCounts = new Uint32Array(bucketing.buckets.length);
  const visibleDashCounts = dashing ? new Uint32Array(dashing.bucketing.buckets.length) : null;
  const anyHidden = isFiltered !== null || hiddenRuns.size > 0 || bucketHidden.includes(true) || dashHidden?.includes(true);
  let shown = runIds.length;
  let filteredCount = 0;
  if (!anyHidden && !dashing) bucketing.buckets.forEach(({ count }, i) => (visibleCounts[i] = count));
  else {
    shown = 0;
    for (let place = 0; place < runIds.length; place += 1) {
      if (isFiltered?.(place)) filteredCount += 1;
      if (!isPlaceVisible(place)) continue;
      shown += 1;
      const index = bucketIndices[place] ?? 0;
      visibleCounts[index] = (visibleCounts[index] ?? 0) + 1;
      const dash = dashIndexOf?.(place) ?? -1;
      if (visibleDashCounts && dash >= 0) visibleDashCounts[dash] = (visibleDashCounts[dash] ?? 0) + 1;
    }
  }
  return {
    ...parts,
    filteredCount,
    hiddenCount: runIds.length - shown,
    visibleCounts,
    visibleDashCounts,
    isVisible: anyHidden || runIds.length === 0 ? isVisible : everyRun(runIds),
    isPlaceVisible,
    hiddenIndices: isFiltered || hiddenRuns.size > 0 || dashHidden?.includes(true) ? null : bucketHidden,
  };

  function isVisible(runId: RunId): boolean {
    // Before a source has said which runs there are, none of them is hidden.
    return runIds.length === 0 ? !hiddenRuns.has(runId) : isPlaceVisible(runPlaces(runIds).placeOf(runId));
  }
}

const shownAll = new WeakMap<readonly RunId[], (runId: RunId) => boolean>();

/** The same function as long as nothing is hidden, so that new buckets are no news to what only asks which runs are shown. */
function everyRun(runIds: readonly RunId[]): (runId: RunId) => boolean {
  let isKnown = shownAll.get(runIds);
  if (!isKnown) shownAll.set(runIds, (isKnown = (runId) => runPlaces(runIds).placeOf(runId) >= 0));
  return isKnown;
}

/** A run's bucket by the second Key, by its place in the column of the first. */
function dashIndices({ column: { runIds } }: Bucketing, dashing: Bucketing): (place: number) => number {
  if (dashing.column.runIds === runIds) return (place) => dashing.bucketIndices[place] ?? -1;
  return (place) => dashing.indexOf(runIds[place] ?? '');
}

/** Whether a run's value is beyond the range that the colour bar keeps; never one without a finite value, which has an item of its own. */
function outsideOf({ kind, column: { values } }: Bucketing, filter: HiddenParts['filter']): ((place: number) => boolean) | null {
  if (kind !== 'continuous' || !filter) return null;
  const [lower, upper] = filter;
  return (place) => {
    const value = values[place];
    return typeof value === 'number' && Number.isFinite(value) && (value < lower || value > upper);
  };
}
