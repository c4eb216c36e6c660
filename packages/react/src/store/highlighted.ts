import { dashItemId, type Bucket, type RunId } from '@runhue/core';
import type { Coloring } from './coloring.js';
import type { Highlight, ViewState } from './view-state.js';
import type { Visibility } from './visible-runs.js';

/** What stands out. */
export interface Highlighted {
  /** The one run that the pointer or the focus is on, else null. */
  readonly runId: RunId | null;
  /** The bucket that is highlighted as a whole, else null. */
  readonly bucketId: string | null;
  /** The dash pattern that is highlighted as a whole, else null. */
  readonly dashId: string | null;
  /** Every highlighted run that is shown, selected ones too; with a source those that are drawn or listed. Null when there is none. */
  readonly runIds: ReadonlySet<RunId> | null;
}

const nothing: Highlighted = { runId: null, bucketId: null, dashId: null, runIds: null };

export function findHighlighted(
  coloring: Coloring,
  { isVisible }: Visibility,
  { highlight, selectedRuns }: Pick<ViewState, 'highlight' | 'selectedRuns'>,
): Highlighted {
  if (!highlight && selectedRuns.size === 0) return nothing;
  const bucket = highlight?.kind === 'bucket' ? coloring.bucketing.buckets.find(({ id }) => id === highlight.id) : undefined;
  const ids = [...pointedAt(coloring, bucket, highlight), ...selectedRuns].filter(isVisible);
  return {
    runId: highlight?.kind === 'run' ? highlight.id : null,
    bucketId: bucket?.id ?? null,
    dashId: highlight?.kind === 'dash' && coloring.dashing ? highlight.id : null,
    runIds: ids.length > 0 ? new Set(ids) : null,
  };
}

function pointedAt({ bucketing, dashing, knownIds }: Coloring, bucket: Bucket | undefined, highlight: Highlight | null): readonly RunId[] {
  if (highlight?.kind === 'run') return [highlight.id];
  if (bucket) return [...knownIds()].filter((id) => bucketing.indexOf(id) === bucket.index);
  if (highlight?.kind !== 'dash' || !dashing) return [];
  const inItem = dashing.bucketing.buckets.map((other) => dashItemId(other) === highlight.id);
  return [...knownIds()].filter((id) => inItem[dashing.bucketing.indexOf(id)]);
}
