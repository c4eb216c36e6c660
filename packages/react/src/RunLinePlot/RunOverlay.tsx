import { useLayoutEffect, useMemo, useRef, type JSX } from 'react';
import { useHighlight } from '../hooks/useHighlight.js';
import { useRunColors } from '../hooks/useRunColors.js';
import { useTheme } from '../hooks/useTheme.js';
import { useVisibleRuns } from '../hooks/useVisibleRuns.js';
import { fitCanvas } from './fit-canvas.js';
import { createLinePath } from './line-path.js';
import type { LineScene } from './line-painter.js';
import { canvasStyle } from './LineCanvas.js';
import type { PlotLine } from './plot-line.js';
import { strokeLine } from './stroke-line.js';
import { readToken } from './theme-token.js';

/** A second canvas, on top, with the one run that is pointed at: wider, and with a halo that parts it from the others. */
export function RunOverlay({ lines, scene }: { readonly lines: readonly PlotLine[]; readonly scene: LineScene }): JSX.Element {
  const ref = useRef<HTMLCanvasElement>(null);
  const { runId } = useHighlight();
  const { isVisible } = useVisibleRuns();
  const colors = useRunColors();
  const theme = useTheme();
  const line = useMemo(() => lines.find((candidate) => candidate.runId === runId), [lines, runId]);
  const shown = line && isVisible(line.runId) ? line : null;
  const style = shown && colors.styleOf(shown.runId);

  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas && fitCanvas(canvas, scene);
    if (!canvas || !context || !shown || !style) return;
    const { lineWidth } = scene;
    const path = createLinePath(shown, scene);
    strokeLine(context, path, { color: readToken(canvas, '--runhue-card'), dash: null, casing: null }, lineWidth + 4);
    strokeLine(context, path, style, lineWidth + 1);
  }, [shown, style, scene, theme]);

  return <canvas ref={ref} className="runhue-plot-overlay" style={canvasStyle(scene)} aria-hidden="true" />;
}
