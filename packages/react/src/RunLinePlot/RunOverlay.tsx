import type { RunId } from '@runhue/core';
import { memo, type JSX, type NamedExoticComponent } from 'react';
import { useLineColors, useLineHighlight, useLineVisibility } from './groups/useLineSubjects.js';
import { LineMark } from './LineMark.js';
import type { LinePainter, LineScene } from './line-painter.js';
import type { PlotLine } from './plot-line.js';

interface RunOverlayProps {
  readonly lines: readonly PlotLine[];
  readonly scene: LineScene;
  readonly painter: LinePainter;
  /** The run that others are compared with. */
  readonly baseline: RunId | undefined;
  /** Whether the picture of this scene is there. */
  readonly shown: boolean;
}

/** On top of the lines, the baseline and the one run that is pointed at, each on a canvas of its own: a move of the pointer draws no more than its line. */
export const RunOverlay: NamedExoticComponent<RunOverlayProps> = memo(function RunOverlay({ lines, scene, painter, baseline, shown }: RunOverlayProps): JSX.Element {
  const { pointed } = useLineHighlight(lines);
  const isVisible = useLineVisibility(lines);
  const colors = useLineColors(lines);
  const place = (id: RunId | null | undefined): number => (id != null && isVisible(id) ? lines.findIndex((line) => line.runId === id) : -1);
  const base = place(baseline);
  const found = place(pointed);
  const style = pointed !== null && found >= 0 && found !== base ? colors.styleOf(pointed) : null;
  const picture = { scene, painter, shown };
  return (
    <>
      {base >= 0 && <LineMark {...picture} line={base} look="baseline" />}
      <LineMark {...picture} line={style ? found : -1} look={style} />
    </>
  );
});
