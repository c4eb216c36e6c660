import type { RunId } from '@runhue/core';
import { useMemo } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import { changeView } from '../store/runhue-store.js';
import { toggleRun } from '../store/visibility.js';
import { useRunhueStore } from './useRunhueStore.js';

/** Runs that stay highlighted until they are let go of. */
export interface SelectedRuns {
  /** Runs that stay highlighted in every plot. */
  readonly selected: ReadonlySet<RunId>;
  /** Selects a run, or lets it go. */
  toggle(runId: RunId): void;
  clear(): void;
}

const nothing: ReadonlySet<RunId> = new Set();

/** Runs that a user picked to stay highlighted in every plot, beside what the pointer is on. */
export function useSelectedRuns(): SelectedRuns {
  const { store } = useRunhueContext();
  const selected = useRunhueStore((state) => state.view.selectedRuns);
  return useMemo(
    () => ({
      selected,
      toggle: (runId) => changeView(store, { selectedRuns: toggleRun(store.getState().view.selectedRuns, runId) }),
      clear: () => changeView(store, { selectedRuns: nothing }),
    }),
    [store, selected],
  );
}
