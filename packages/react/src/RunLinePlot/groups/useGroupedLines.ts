import { bucketLabel, type Bucketing, type RunId } from '@runhue/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useDerived } from '../../hooks/useDerived.js';
import { useLocale, useMessages } from '../../hooks/useMessages.js';
import { useRunhueContext } from '../../RunhueContext.js';
import type { Derived } from '../../store/derived.js';
import type { Visibility } from '../../store/visible-runs.js';
import type { PlotLine } from '../plot-line.js';
import { inSlices } from '../in-slices.js';
import { createGroupMaker, type BucketLines, type GroupTask } from './group-maker.js';
import type { GroupBy } from './group-by.js';

/** Whether runs can be grouped; else why not: a source hands out only some of its runs, or colours do not come in buckets of several runs. */
export type Groupable = 'yes' | 'source' | 'no-buckets';

export function useGroupable(): Groupable {
  const { session } = useRunhueContext();
  const hasBuckets = useDerived(selectHasBuckets);
  if (session) return 'source';
  return hasBuckets ? 'yes' : 'no-buckets';
}

function selectHasBuckets({ settings, coloring: { bucketing } }: Derived): boolean {
  return settings.mode === 'key' && bucketing.kind !== 'continuous' && bucketing.column.runIds.length > 1;
}

const selectBucketing = ({ coloring }: Derived): Bucketing | null => coloring.bucketing;
const selectIsVisible = ({ visibility }: Derived): Visibility['isVisible'] | null => visibility.isVisible;
const selectNothing = (): null => null;

/** Values that are read at once, in some 10 ms. */
const few = 300_000;
/** Longest stretch of work, in ms. */
const slice = 16;

/**
 * A line per bucket instead of one per run, and the baseline's own; the lines as they are where nothing is grouped. Very many points are
 * read in slices, while what was shown before stays and the page answers.
 *
 * @param plotName What the lines are of; what was shown of something else does not stay.
 */
export function useGroupedLines(lines: readonly PlotLine[], by: GroupBy | null, baseline: RunId | undefined, plotName: string): readonly PlotLine[] {
  // Runs' own lines follow from no bucket.
  const bucketing = useDerived(by ? selectBucketing : selectNothing);
  const isVisible = useDerived(by ? selectIsVisible : selectNothing);
  const messages = useMessages();
  const locale = useLocale();
  const [maker] = useState(createGroupMaker);
  const [done, setDone] = useState<GroupTask | null>(null);
  const kept = useRef<{ readonly of: string; readonly lines: readonly PlotLine[] } | null>(null);
  const buckets = useMemo(() => {
    if (!by || !bucketing) return null;
    const byBucket = bucketing.buckets.map((bucket): BucketLines & { readonly lines: PlotLine[] } => ({
      bucket,
      label: bucketLabel(bucket, bucketing, messages, locale),
      lines: [],
    }));
    for (const line of lines) byBucket[bucketing.indexOf(line.runId)]?.lines.push(line);
    return byBucket;
  }, [lines, by, bucketing, messages, locale]);
  const task = useMemo((): GroupTask | null => (buckets && by && isVisible ? { buckets, by, isVisible } : null), [buckets, by, isVisible]);
  const isFew = useMemo(() => task === null || maker.cost(task) <= few, [task, maker]);
  const isReady = isFew || done === task;
  useEffect(() => {
    if (!task || isReady) return;
    return inSlices(maker.steps(task), slice, () => setDone(task));
  }, [task, isReady, maker]);
  return useMemo(() => {
    if (!task) {
      kept.current = null;
      return lines;
    }
    if (!isReady) return kept.current?.of === plotName ? kept.current.lines : lines;
    const own = lines.find(({ runId }) => runId === baseline);
    const grouped = own ? [...maker.lines(task), own] : maker.lines(task);
    kept.current = { of: plotName, lines: grouped };
    return grouped;
  }, [task, isReady, lines, maker, baseline, plotName]);
}
