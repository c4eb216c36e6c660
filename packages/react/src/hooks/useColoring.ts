import { useRunhueContext } from '../RunhueContext.js';
import type { Coloring } from '../store/coloring.js';
import type { Visibility } from '../store/visible-runs.js';
import { useRunhueStore } from './useRunhueStore.js';

/** Keys, buckets and styles that follow from runs and settings; the same reference while they stay the same. */
export function useColoring(): Coloring {
  const { runSet, answers, keyLabels, theme, palettes, contrast, forcedColors, derivation } = useRunhueContext();
  const settings = useRunhueStore((state) => state.settings);
  const hiddenRuns = useRunhueStore((state) => state.view.hiddenRuns);
  return derivation.coloring({ runs: runSet.runs, answers, keyLabels, settings, theme, palettes, contrast, forcedColors, hiddenRuns });
}

/** Which runs are shown, after the table's eyes, the legend and the colour bar. */
export function useVisibility(): Visibility {
  const { derivation } = useRunhueContext();
  const coloring = useColoring();
  const settings = useRunhueStore((state) => state.settings);
  const hiddenRuns = useRunhueStore((state) => state.view.hiddenRuns);
  const hiddenBuckets = useRunhueStore((state) => state.view.hiddenBuckets);
  const hiddenDashes = useRunhueStore((state) => state.view.hiddenDashes);
  return derivation.visibility(coloring, settings, { hiddenRuns, hiddenBuckets, hiddenDashes });
}
