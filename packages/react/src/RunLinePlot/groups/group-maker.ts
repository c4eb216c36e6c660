import type { Bucket, RunId } from '@runhue/core';
import { aggregateLines, aggregateSteps, type LineAggregate } from '@runhue/lines';
import type { PlotLine } from '../plot-line.js';
import type { GroupBy } from './group-by.js';
import { groupLineId } from './line-group.js';

/** The runs of one bucket that have the metric. */
export interface BucketLines {
  readonly bucket: Bucket;
  readonly label: string;
  readonly lines: readonly PlotLine[];
}

/** What is to be grouped. */
export interface GroupTask {
  readonly buckets: readonly BucketLines[];
  readonly by: GroupBy;
  readonly isVisible: (runId: RunId) => boolean;
}

/**
 * Makes a line per bucket that has runs here. Hidden runs are left out; a bucket that is hidden as a whole keeps its line, which is not
 * drawn, so that hiding moves neither axes nor other lines. What did not change keeps its identity.
 */
export interface GroupMaker {
  /** Values that `lines` would have to read now. */
  cost(task: GroupTask): number;
  /** Reads them a few at a time, so that `lines` finds it done. */
  steps(task: GroupTask): Generator<void, void, void>;
  lines(task: GroupTask): readonly PlotLine[];
}

interface Known {
  readonly of: readonly PlotLine[];
  readonly by: GroupBy;
  readonly aggregate: LineAggregate;
}

export function createGroupMaker(): GroupMaker {
  const known = new Map<string, Known>();
  let made = new Map<string, PlotLine>();
  let last: readonly PlotLine[] = [];
  const knownOf = (id: string, of: readonly PlotLine[], by: GroupBy): LineAggregate | null => {
    const before = known.get(id);
    return before && before.by.line === by.line && before.by.band === by.band && sameItems(before.of, of) ? before.aggregate : null;
  };
  const keep = (id: string, of: readonly PlotLine[], by: GroupBy, aggregate: LineAggregate): LineAggregate => {
    known.set(id, { of, by, aggregate });
    return aggregate;
  };
  return {
    cost: (task) => membersOf(task).reduce((sum, { bucket, of }) => (knownOf(bucket.id, of, task.by) ? sum : sum + of.reduce((points, { x }) => points + x.length, 0)), 0),
    *steps(task) {
      for (const { bucket, of } of membersOf(task)) {
        if (!knownOf(bucket.id, of, task.by)) keep(bucket.id, of, task.by, yield* aggregateSteps(of, task.by));
      }
    },
    lines(task) {
      const next = new Map<string, PlotLine>();
      for (const { bucket, label, of } of membersOf(task)) {
        const aggregate = knownOf(bucket.id, of, task.by) ?? keep(bucket.id, of, task.by, aggregateLines(of, task.by));
        const before = made.get(bucket.id);
        const isSame = before?.x === aggregate.x && before.y === aggregate.y && before.name === label && before.group?.bucket === bucket;
        next.set(bucket.id, isSame ? before : lineOf(bucket, label, aggregate, task.by, of));
      }
      made = next;
      const lines = [...next.values()];
      if (!sameItems(last, lines)) last = lines;
      return last;
    },
  };
}

function lineOf(bucket: Bucket, name: string, aggregate: LineAggregate, by: GroupBy, of: readonly PlotLine[]): PlotLine {
  const { x, y } = aggregate;
  return { runId: groupLineId(bucket.id), name, x, y, group: { ...aggregate, bucket, by, runIds: of.map(({ runId }) => runId) } };
}

/** The lines that make up each bucket's: its shown ones, or all while none is shown. */
function membersOf({ buckets, isVisible }: GroupTask): (BucketLines & { readonly of: readonly PlotLine[] })[] {
  return buckets.flatMap((bucket) => {
    const shown = bucket.lines.filter(({ runId }) => isVisible(runId));
    const of = shown.length > 0 ? shown : bucket.lines;
    return of.length > 0 ? [{ ...bucket, of }] : [];
  });
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
