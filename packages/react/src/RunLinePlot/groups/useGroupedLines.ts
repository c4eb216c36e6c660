import { bucketLabel, type Run, type RunId } from '@runhue/core';
import { useMemo, useState } from 'react';
import { useColoring, useVisibility } from '../../hooks/useColoring.js';
import { useLocale, useMessages } from '../../hooks/useMessages.js';
import { useRunhueStore } from '../../hooks/useRunhueStore.js';
import { useRunhueContext } from '../../RunhueContext.js';
import type { PlotLine } from '../plot-line.js';
import { createGroupLines, type BucketLines } from './create-group-lines.js';
import type { GroupBy } from './group-by.js';

/** Whether runs can be grouped; else why not: a source hands out only some of its runs, or colours do not come in buckets of several runs. */
export type Groupable = 'yes' | 'source' | 'no-buckets';

export function useGroupable(): Groupable {
  const { session } = useRunhueContext();
  const { bucketing } = useColoring();
  const mode = useRunhueStore((state) => state.settings.mode);
  if (session) return 'source';
  return mode === 'key' && bucketing.kind !== 'continuous' && bucketing.column.runIds.length > 1 ? 'yes' : 'no-buckets';
}

/** A line per bucket instead of one per run, and the baseline's own; the lines as they are where nothing is grouped. */
export function useGroupedLines(lines: readonly PlotLine[], by: GroupBy | null, baseline: Run['id'] | undefined): readonly PlotLine[] {
  const { bucketing } = useColoring();
  const { isVisible } = useVisibility();
  const messages = useMessages();
  const locale = useLocale();
  const [groupLines] = useState(createGroupLines);
  const buckets = useMemo(() => {
    if (!by) return null;
    const byBucket = bucketing.buckets.map((bucket): BucketLines & { readonly lines: PlotLine[] } => ({
      bucket,
      label: bucketLabel(bucket, bucketing, messages, locale),
      lines: [],
    }));
    for (const line of lines) byBucket[bucketing.indexOf(line.runId)]?.lines.push(line);
    return byBucket;
  }, [lines, by, bucketing, messages, locale]);
  return useMemo(() => {
    if (!buckets || !by) return lines;
    const grouped = groupLines(buckets, by, isVisible);
    const own = lineOf(lines, baseline);
    return own ? [...grouped, own] : grouped;
  }, [buckets, by, lines, groupLines, isVisible, baseline]);
}

function lineOf(lines: readonly PlotLine[], runId: RunId | undefined): PlotLine | undefined {
  return runId === undefined ? undefined : lines.find((line) => line.runId === runId);
}
