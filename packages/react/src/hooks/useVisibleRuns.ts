import type { RunId } from '@runhue/core';
import { useMemo } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import type { Derived } from '../store/derived.js';
import { changeView } from '../store/runhue-store.js';
import { toggleRun } from '../store/visibility.js';
import { useIsVisible } from './useColoring.js';
import { useDerived } from './useDerived.js';
import { useRunhueStore } from './useRunhueStore.js';
import { useShowAll } from './useShowAll.js';

/** Which runs are shown, and the acts that hide and show them. */
export interface VisibleRuns {
  isVisible(runId: RunId): boolean;
  /** Hidden by its own eye, not by its bucket. */
  isHiddenAlone(runId: RunId): boolean;
  readonly hiddenCount: number;
  toggleRun(runId: RunId): void;
  /** Shows every run, bucket and dash pattern again, and the whole range of the colour bar. */
  showAll(): void;
}

const selectHiddenCount = ({ visibility }: Derived): number => visibility.hiddenCount;

/** Which runs are shown. New identity only when visibility changes. */
export function useVisibleRuns(): VisibleRuns {
  const { store } = useRunhueContext();
  const showAll = useShowAll();
  const isVisible = useIsVisible();
  const hiddenRuns = useRunhueStore(({ view }) => view.hiddenRuns);
  const hiddenCount = useDerived(selectHiddenCount);
  return useMemo(
    () => ({
      isVisible,
      isHiddenAlone: (runId) => hiddenRuns.has(runId),
      hiddenCount,
      toggleRun: (runId) => changeView(store, { hiddenRuns: toggleRun(store.getState().view.hiddenRuns, runId) }),
      showAll,
    }),
    [store, isVisible, hiddenRuns, hiddenCount, showAll],
  );
}
