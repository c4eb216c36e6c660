import type { RunId } from '@runhue/core';
import { useMemo } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import type { Highlighted } from '../store/highlighted.js';
import { changeView } from '../store/runhue-store.js';
import type { Highlight } from '../store/view-state.js';
import { useColoring, useVisibility } from './useColoring.js';
import { useRunhueStore } from './useRunhueStore.js';

/** What stands out in every view, and the acts that change it. */
export interface RunHighlight extends Highlighted {
  highlightRun(runId: RunId | null): void;
  highlightBucket(bucketId: string | null): void;
  /** All runs with one dash pattern of the second Key. */
  highlightDash(dashId: string | null): void;
}

/** What the pointer or the focus is on, shared by every plot, table and legend of the provider. */
export function useHighlight(): RunHighlight {
  const { store, derivation } = useRunhueContext();
  const highlight = useRunhueStore((state) => state.view.highlight);
  const selectedRuns = useRunhueStore((state) => state.view.selectedRuns);
  const highlighted = derivation.highlighted(useColoring(), useVisibility(), { highlight, selectedRuns });
  return useMemo(
    () => ({
      ...highlighted,
      highlightRun: (id) => setHighlight(store, id === null ? null : { kind: 'run', id }),
      highlightBucket: (id) => setHighlight(store, id === null ? null : { kind: 'bucket', id }),
      highlightDash: (id) => setHighlight(store, id === null ? null : { kind: 'dash', id }),
    }),
    [store, highlighted],
  );
}

function setHighlight(store: ReturnType<typeof useRunhueContext>['store'], next: Highlight | null): void {
  const { highlight } = store.getState().view;
  if (highlight?.kind !== next?.kind || highlight?.id !== next?.id) changeView(store, { highlight: next });
}
