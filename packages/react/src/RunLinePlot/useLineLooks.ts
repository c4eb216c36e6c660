import { useMemo } from 'react';
import { useColoring, useVisibility } from '../hooks/useColoring.js';
import { useEqual } from '../hooks/useEqual.js';
import { unknownStyleOf } from '../hooks/useRunColors.js';
import { useTheme } from '../hooks/useTheme.js';
import { groupsOf, useLineColors, useLineVisibility, useStandingOut } from './groups/useLineSubjects.js';
import { bucketLooks, lineLooks, rawLookOf } from './line-looks.js';
import type { LineLook } from './line-painter.js';
import type { PlotLine } from './plot-line.js';

/** A look per line, then one per logged line behind where these are drawn; the same array while no look changed. */
export function useLineLooks(lines: readonly PlotLine[], withRaw: boolean): readonly LineLook[] {
  const coloring = useColoring();
  const { hiddenIndices } = useVisibility();
  const theme = useTheme();
  const colors = useLineColors(lines);
  const isVisible = useLineVisibility(lines);
  const highlighted = useStandingOut(lines);
  const looks = useMemo(() => {
    const byBucket = coloring.isPlain && hiddenIndices && !highlighted && !groupsOf(lines);
    return byBucket ? bucketLooks(lines, coloring, hiddenIndices, unknownStyleOf(theme)) : lineLooks(lines, { colors, isVisible, highlighted });
  }, [lines, coloring, hiddenIndices, theme, colors, isVisible, highlighted]);
  // Runs that grow without moving an edge leave every look as it was: nothing is painted for them.
  return useEqual(useMemo(() => (withRaw ? [...looks, ...looks.map(rawLookOf)] : looks), [looks, withRaw]));
}
