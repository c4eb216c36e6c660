import type { RunId } from '@runhue/core';
import { useMemo } from 'react';
import { useHighlight } from '../../hooks/useHighlight.js';
import { useSelectedRuns } from '../../hooks/useSelectedRuns.js';
import { useLineHighlight, useLineVisibility } from '../groups/useLineSubjects.js';
import type { PlotLine } from '../plot-line.js';
import { mostLabels } from './end-labels.js';

/** The lines that are named: all where they are few; else those that are pointed at, compared with, selected, or of the highlighted bucket. */
export function useLabelledLines(lines: readonly PlotLine[], baseline: RunId | undefined): readonly PlotLine[] {
  const isVisible = useLineVisibility(lines);
  const { pointed } = useLineHighlight(lines);
  const { runIds } = useHighlight();
  const { selected } = useSelectedRuns();
  return useMemo(() => {
    const shown = lines.filter(({ runId }) => isVisible(runId));
    const rank = ({ runId }: PlotLine): number => (runId === pointed ? 0 : runId === baseline ? 1 : selected.has(runId) ? 2 : 3);
    const byRank = (some: readonly PlotLine[]): PlotLine[] => some.toSorted((a, b) => rank(a) - rank(b));
    if (lines.length <= mostLabels) return byRank(shown);
    const chosen = shown.filter((line) => rank(line) < 3 || runIds?.has(line.runId));
    return byRank(chosen.length > mostLabels ? chosen.filter((line) => rank(line) < 3) : chosen);
  }, [lines, isVisible, pointed, runIds, selected, baseline]);
}
