import type { RunId } from '@runhue/core';
import { useMemo } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import { changeView } from '../store/runhue-store.js';
import { emptyHiddenBuckets } from '../store/view-state.js';
import { toggleRun } from '../store/visibility.js';
import { useVisibility } from './useColoring.js';

export interface VisibleRuns {
  isVisible(runId: RunId): boolean;
  /** Hidden by its own eye, not by its bucket. */
  isHiddenAlone(runId: RunId): boolean;
  readonly hiddenCount: number;
  toggleRun(runId: RunId): void;
  /** Shows every run, bucket and dash pattern again. */
  showAll(): void;
}

/** Which runs are shown. New identity only when visibility changes. */
export function useVisibleRuns(): VisibleRuns {
  const { store } = useRunhueContext();
  const { isVisible, hiddenRuns, hiddenCount } = useVisibility();
  return useMemo(
    () => ({
      isVisible,
      isHiddenAlone: (runId) => hiddenRuns.has(runId),
      hiddenCount,
      toggleRun: (runId) => changeView(store, { hiddenRuns: toggleRun(store.getState().view.hiddenRuns, runId) }),
      showAll: () => changeView(store, { hiddenRuns: new Set(), hiddenBuckets: emptyHiddenBuckets, hiddenDashes: emptyHiddenBuckets }),
    }),
    [store, isVisible, hiddenRuns, hiddenCount],
  );
}
