import type { RunId } from '@runhue/core';
import { useMemo } from 'react';
import { useColoring, useIsVisible } from '../../hooks/useColoring.js';
import { useHighlight } from '../../hooks/useHighlight.js';
import { useRunColors, type RunColors } from '../../hooks/useRunColors.js';
import { useRunhueStore } from '../../hooks/useRunhueStore.js';
import type { PlotLine } from '../plot-line.js';
import { groupLineId, type LineGroup } from './line-group.js';

const knownGroups = new WeakMap<readonly PlotLine[], ReadonlyMap<string, LineGroup> | null>();

/** The buckets among lines, by id; null where every line is a run's. Looked for once per array: a tooltip comes with every move. */
export function groupsOf(lines: readonly PlotLine[]): ReadonlyMap<string, LineGroup> | null {
  let groups = knownGroups.get(lines);
  if (groups === undefined) {
    const found = lines.flatMap(({ runId, group }) => (group ? [[runId, group] as const] : []));
    knownGroups.set(lines, (groups = found.length > 0 ? new Map(found) : null));
  }
  return groups;
}

/** Colours by a line's id, whether it is a run's or a bucket's. */
export function useLineColors(lines: readonly PlotLine[]): RunColors {
  const colors = useRunColors();
  const { styles } = useColoring();
  const groups = groupsOf(lines);
  return useMemo(() => {
    if (!groups) return colors;
    const styleOf: RunColors['styleOf'] = (id) => styles[groups.get(id)?.bucket.index ?? -1] ?? colors.styleOf(id);
    return { buckets: colors.buckets, styleOf, colorOf: (id) => styleOf(id).color, bucketOf: (id) => groups.get(id)?.bucket ?? colors.bucketOf(id) };
  }, [groups, colors, styles]);
}

/** Whether a line is shown; a bucket's is while any of its runs is. */
export function useLineVisibility(lines: readonly PlotLine[]): (id: string) => boolean {
  const isVisible = useIsVisible();
  return useMemo(() => lineVisibility(lines, isVisible), [lines, isVisible]);
}

/** The same from whether a run is shown. */
export function lineVisibility(lines: readonly PlotLine[], isVisible: (runId: RunId) => boolean): (id: string) => boolean {
  const groups = groupsOf(lines);
  return groups ? (id) => groups.get(id)?.runIds.some(isVisible) ?? isVisible(id) : isVisible;
}

export interface LineHighlight {
  /** The one line that is pointed at: a run anywhere, a bucket's line in any plot. */
  readonly pointed: string | null;
  /** Points at a line in every plot; a bucket's line is its whole bucket elsewhere. */
  readonly point: (id: string | null) => void;
}

export function useLineHighlight(lines: readonly PlotLine[]): LineHighlight {
  const { runId, bucketId, highlightRun, highlightBucket } = useHighlight();
  const inPlot = useRunhueStore((state) => state.view.cursor !== null);
  const groups = groupsOf(lines);
  const pointed = groups && bucketId !== null && inPlot ? groupLineId(bucketId) : runId;
  return useMemo(
    () => ({
      pointed,
      point: (id) => {
        const bucket = id === null ? undefined : groups?.get(id)?.bucket;
        if (bucket) highlightBucket(bucket.id);
        else highlightRun(id);
      },
    }),
    [pointed, groups, highlightRun, highlightBucket],
  );
}

/**
 * The lines that stand out while the others are dimmed: those pointed at in a legend or a table. A line that is pointed at in a plot is
 * drawn on top instead, and every line keeps its colour.
 */
export function useStandingOut(lines: readonly PlotLine[]): ReadonlySet<RunId> | null {
  const { runIds, runId, bucketId } = useHighlight();
  const inPlot = useRunhueStore((state) => state.view.cursor !== null);
  const groups = groupsOf(lines);
  const quiet = inPlot && (runId !== null || (groups !== null && bucketId !== null));
  return useMemo(() => {
    if (quiet || !groups || !runIds) return quiet ? null : runIds;
    const out = new Set(runIds);
    for (const [id, group] of groups) if (group.runIds.some((member) => runIds.has(member))) out.add(id);
    return out;
  }, [quiet, groups, runIds]);
}
