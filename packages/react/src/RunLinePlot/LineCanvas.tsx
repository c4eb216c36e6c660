import { useEffect, useLayoutEffect, useMemo, useRef, useState, type JSX } from 'react';
import { useHighlight } from '../hooks/useHighlight.js';
import { useRunColors } from '../hooks/useRunColors.js';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import { useTheme } from '../hooks/useTheme.js';
import { useVisibleRuns } from '../hooks/useVisibleRuns.js';
import { lineLooks } from './line-looks.js';
import type { LinePainter, LineScene } from './line-painter.js';
import type { PlotLine } from './plot-line.js';
import { canvasMargin } from './plot-scene.js';
import { createStrokePainter } from './stroke-painter.js';
import { readToken } from './theme-token.js';

interface LineCanvasProps {
  readonly lines: readonly PlotLine[];
  readonly scene: LineScene;
  readonly onPainter: (painter: LinePainter | null) => void;
}

/** The canvas with the lines. Follows colours, visibility and highlight by itself, so that none of them re-renders the chart. */
export function LineCanvas({ lines, scene, onPainter }: LineCanvasProps): JSX.Element {
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const painter = useMemo(() => canvas && createStrokePainter(canvas), [canvas]);
  const painted = useRef<LineScene | null>(null);
  const colors = useRunColors();
  const { isVisible } = useVisibleRuns();
  const highlighted = useStandingOut();
  const theme = useTheme();

  useEffect(() => {
    onPainter(painter);
    return () => onPainter(null);
  }, [painter, onPainter]);

  useLayoutEffect(() => {
    if (!canvas || !painter) return;
    if (painted.current !== scene) painter.setScene(scene);
    painted.current = scene;
    const looks = lineLooks(lines, {
      colors,
      isVisible,
      highlighted,
      dimColor: readToken(canvas, '--runhue-dim'),
      withRaw: scene.lines.length > lines.length,
      background: readToken(canvas, '--runhue-card'),
    });
    painter.paint(looks);
  }, [canvas, painter, scene, lines, colors, isVisible, highlighted, theme]);

  return <canvas ref={setCanvas} className="runhue-plot-lines" style={canvasStyle(scene)} aria-hidden="true" />;
}

/** Place and size of a canvas that shows a scene. */
export function canvasStyle({ width, height }: LineScene): { left: number; top: number; width: number; height: number } {
  return { left: -canvasMargin, top: -canvasMargin, width, height };
}

/**
 * The runs that stand out while the others are dimmed: those pointed at in a legend or a table. A run that is pointed at in a plot is
 * drawn on top instead, and every line keeps its colour.
 */
function useStandingOut(): ReadonlySet<string> | null {
  const { runIds, runId } = useHighlight();
  const pointedInPlot = useRunhueStore((state) => state.view.cursor !== null);
  return runId !== null && pointedInPlot ? null : runIds;
}
