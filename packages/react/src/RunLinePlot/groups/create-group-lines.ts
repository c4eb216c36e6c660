import type { Bucket, RunId } from '@runhue/core';
import { aggregateLines } from '@runhue/lines';
import type { PlotLine } from '../plot-line.js';
import type { GroupBy } from './group-by.js';
import { groupLineId } from './line-group.js';

/** The runs of one bucket that have the metric. */
export interface BucketLines {
  readonly bucket: Bucket;
  readonly label: string;
  readonly lines: readonly PlotLine[];
}

/**
 * A line per bucket that has runs here. Hidden runs are left out; a bucket that is hidden as a whole keeps its line, which is not drawn,
 * so that hiding moves neither axes nor other lines. What did not change keeps its identity.
 */
export function createGroupLines(): (buckets: readonly BucketLines[], by: GroupBy, isVisible: (runId: RunId) => boolean) => readonly PlotLine[] {
  let known = new Map<string, { readonly of: readonly PlotLine[]; readonly line: PlotLine }>();
  let last: readonly PlotLine[] = [];
  return (buckets, by, isVisible) => {
    const next: typeof known = new Map();
    for (const { bucket, label, lines } of buckets) {
      const shown = lines.filter(({ runId }) => isVisible(runId));
      const of = shown.length > 0 ? shown : lines;
      if (of.length === 0) continue;
      const before = known.get(bucket.id);
      const group = before?.line.group;
      const sameData = before && group && sameItems(before.of, of) && group.by.line === by.line && group.by.band === by.band;
      if (sameData && group.bucket === bucket && before.line.name === label) next.set(bucket.id, before);
      else {
        const aggregate = sameData ? group : aggregateLines(of, by);
        const { x, y } = aggregate;
        next.set(bucket.id, { of, line: { runId: groupLineId(bucket.id), name: label, x, y, group: { ...aggregate, bucket, by, runIds: of.map(({ runId }) => runId) } } });
      }
    }
    known = next;
    const lines = Array.from(next.values(), ({ line }) => line);
    if (!sameItems(last, lines)) last = lines;
    return last;
  };
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
