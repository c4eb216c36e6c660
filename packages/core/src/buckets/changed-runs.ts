import type { RunId } from '../run/run.js';
import type { Bucketing } from './bucketing.js';

/**
 * Runs that are in both bucketings of a Key and changed bucket in between, for example because new runs moved the edges: those whose bucket is
 * another one, or one of another number of ranges, so that it has another colour.
 */
export function changedRuns(before: Bucketing, after: Bucketing): RunId[] {
  const [rangesBefore, rangesAfter] = [countRanges(before), countRanges(after)];
  const sameRuns = before.column.runIds === after.column.runIds;
  return after.column.runIds.filter((id, place) => {
    const oldIndex = sameRuns ? before.bucketIndices[place] : before.indexOf(id);
    const [old, now] = [before.buckets[oldIndex ?? -1], after.buckets[after.bucketIndices[place] ?? -1]];
    if (!old || !now) return false;
    const isRange = now.kind === 'range' || now.kind === 'value';
    const wasRange = old.kind === 'range' || old.kind === 'value';
    if (isRange && wasRange) return old.index !== now.index || rangesBefore !== rangesAfter;
    return old.id !== now.id;
  });
}

function countRanges({ buckets }: Bucketing): number {
  return buckets.filter(({ kind }) => kind === 'range' || kind === 'value').length;
}
