import { useLayoutEffect, useRef, type JSX } from 'react';
import { useHighlight } from '../hooks/useHighlight.js';
import { useRunColors } from '../hooks/useRunColors.js';
import { useTheme } from '../hooks/useTheme.js';
import { useVisibleRuns } from '../hooks/useVisibleRuns.js';
import type { LinePainter, LineScene } from './line-painter.js';
import type { PlotLine } from './plot-line.js';
import { canvasStyle } from './plot-scene.js';
import { readToken } from './theme-token.js';

interface RunOverlayProps {
  readonly lines: readonly PlotLine[];
  readonly scene: LineScene;
  readonly painter: LinePainter;
  /** Whether the picture of this scene is there. */
  readonly shown: boolean;
}

/** A second canvas, on top, with the one run that is pointed at: wider, and with a halo that parts it from the others. */
export function RunOverlay({ lines, scene, painter, shown }: RunOverlayProps): JSX.Element {
  const ref = useRef<HTMLCanvasElement>(null);
  const { runId } = useHighlight();
  const { isVisible } = useVisibleRuns();
  const colors = useRunColors();
  const theme = useTheme();
  const found = runId !== null && isVisible(runId) ? lines.findIndex((line) => line.runId === runId) : -1;
  const style = runId !== null && found >= 0 ? colors.styleOf(runId) : null;

  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas && clearCanvas(canvas, scene);
    const path = style && shown ? painter.path(found) : null;
    if (!canvas || !context || !style || !path) return;
    const { lineWidth, pixelRatio } = scene;
    const stroke = (color: string, width: number, dash: readonly number[] | null): void => {
      context.strokeStyle = color;
      context.lineWidth = width * pixelRatio;
      context.lineCap = dash ? 'butt' : 'round';
      context.setLineDash(dash?.map((length) => length * pixelRatio) ?? []);
      context.stroke(path);
    };
    context.lineJoin = 'round';
    stroke(readToken(canvas, '--runhue-card'), lineWidth + 4, null);
    if (style.casing) stroke(style.casing, lineWidth + 3, style.dash);
    stroke(style.color, lineWidth + 1, style.dash);
  }, [painter, found, style, scene, shown, theme]);

  return <canvas ref={ref} className="runhue-plot-overlay" style={canvasStyle(scene)} aria-hidden="true" />;
}

function clearCanvas(canvas: HTMLCanvasElement, { columns, rows }: LineScene): CanvasRenderingContext2D | null {
  if (canvas.width !== columns) canvas.width = columns;
  if (canvas.height !== rows) canvas.height = rows;
  const context = canvas.getContext('2d');
  context?.clearRect(0, 0, columns, rows);
  return context;
}
