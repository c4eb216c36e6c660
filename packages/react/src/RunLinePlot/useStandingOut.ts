import type { RunId } from '@runhue/core';
import { useHighlight } from '../hooks/useHighlight.js';
import { useRunhueStore } from '../hooks/useRunhueStore.js';

/**
 * The runs that stand out while the others are dimmed: those pointed at in a legend or a table. A run that is pointed at in a plot is
 * drawn on top instead, and every line keeps its colour.
 */
export function useStandingOut(): ReadonlySet<RunId> | null {
  const { runIds, runId } = useHighlight();
  const pointedInPlot = useRunhueStore((state) => state.view.cursor !== null);
  return runId !== null && pointedInPlot ? null : runIds;
}
