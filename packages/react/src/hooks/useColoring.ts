import type { Coloring } from '../store/coloring.js';
import type { Derived } from '../store/derived.js';
import type { Visibility } from '../store/visible-runs.js';
import { useDerived } from './useDerived.js';

const selectColoring = ({ coloring }: Derived): Coloring => coloring;
const selectIsVisible = ({ visibility }: Derived): Visibility['isVisible'] => visibility.isVisible;
const selectVisibility = ({ visibility }: Derived): Visibility => visibility;

/** Keys, buckets and styles that follow from runs and settings; the same reference while they stay the same. */
export function useColoring(): Coloring {
  return useDerived(selectColoring);
}

/** Which runs are shown, after the table's eyes, the legend and the colour bar. */
export function useVisibility(): Visibility {
  return useDerived(selectVisibility);
}

/** Whether a run is shown, and nothing else of it: the same function until a run is hidden or shown. */
export function useIsVisible(): Visibility['isVisible'] {
  return useDerived(selectIsVisible);
}
