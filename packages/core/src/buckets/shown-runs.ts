import type { RunId } from '../run/run.js';
import type { BucketColumnOptions } from './bucket-column.js';

/** The runs that are shown. */
export type ShownRuns = Pick<ReadonlySet<RunId>, 'has'>;

/** The shown runs of a column's options; undefined when all are. */
export function shownRuns({ visibleIds, hiddenIds }: BucketColumnOptions): ShownRuns | undefined {
  const visible = visibleIds && new Set(visibleIds);
  const hidden = hiddenIds && new Set(hiddenIds);
  if (!hidden || hidden.size === 0) return visible;
  return { has: (runId) => !hidden.has(runId) && (!visible || visible.has(runId)) };
}
