import { useRunhueContext } from '../RunhueContext.js';
import type { Coloring, Visibility } from '../store/derivation.js';
import { useRunhueStore } from './useRunhueStore.js';

/** Keys, buckets and styles that follow from runs and settings; the same reference while they stay the same. */
export function useColoring(): Coloring {
  const { runSet, keyLabels, theme, derivation } = useRunhueContext();
  const settings = useRunhueStore((state) => state.settings);
  const hiddenRuns = useRunhueStore((state) => state.view.hiddenRuns);
  return derivation.coloring({ runs: runSet.runs, keyLabels, settings, theme, hiddenRuns });
}

/** Which runs are shown, after the table's eyes and the legend. */
export function useVisibility(): Visibility {
  const { derivation } = useRunhueContext();
  const coloring = useColoring();
  const hiddenRuns = useRunhueStore((state) => state.view.hiddenRuns);
  const hiddenBuckets = useRunhueStore((state) => state.view.hiddenBuckets);
  return derivation.visibility(coloring, { hiddenRuns, hiddenBuckets });
}
