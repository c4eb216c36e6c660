import type { BucketStyle, RunId } from '@runhue/core';
import { memo, useLayoutEffect, useRef, type JSX, type NamedExoticComponent } from 'react';
import { useTheme } from '../hooks/useTheme.js';
import { useLineColors, useLineHighlight, useLineVisibility } from './groups/useLineSubjects.js';
import type { LinePainter, LineScene } from './line-painter.js';
import { baselineStyle } from './plot-baseline.js';
import type { PlotLine } from './plot-line.js';
import { canvasStyle } from './plot-scene.js';
import { keepToken } from './theme-token.js';

interface RunOverlayProps {
  readonly lines: readonly PlotLine[];
  readonly scene: LineScene;
  readonly painter: LinePainter;
  /** The run that others are compared with. */
  readonly baseline: RunId | undefined;
  /** Whether the picture of this scene is there. */
  readonly shown: boolean;
}

/** A second canvas, on top, with the baseline and the one run that is pointed at: wider, and with a halo that parts them from the others. */
export const RunOverlay: NamedExoticComponent<RunOverlayProps> = memo(function RunOverlay({ lines, scene, painter, baseline, shown }: RunOverlayProps): JSX.Element {
  const ref = useRef<HTMLCanvasElement>(null);
  const { pointed: runId } = useLineHighlight(lines);
  const isVisible = useLineVisibility(lines);
  const colors = useLineColors(lines);
  const theme = useTheme();
  const place = (id: RunId | null | undefined): number => (id != null && isVisible(id) ? lines.findIndex((line) => line.runId === id) : -1);
  const base = place(baseline);
  const found = place(runId);
  const style = runId !== null && found >= 0 && found !== base ? colors.styleOf(runId) : null;

  useLayoutEffect(() => {
    const canvas = ref.current;
    // Until there is something to show the canvas is one pixel.
    if (!canvas || (canvas.width === 1 && base < 0 && !style)) return;
    const context = clearCanvas(canvas, scene);
    if (!context || !shown) return;
    const halo = keepToken(canvas, '--runhue-card', theme, scene);
    const basePath = base >= 0 ? painter.path(base) : null;
    if (basePath) strokeRun(context, basePath, { scene, style: baselineStyle(keepToken(canvas, '--runhue-text', theme, scene)), halo });
    const path = style ? painter.path(found) : null;
    if (style && path) strokeRun(context, path, { scene, style, halo });
  }, [painter, base, found, style, scene, shown, theme]);

  return <canvas ref={ref} className="runhue-plot-overlay" width={1} height={1} style={canvasStyle(scene)} aria-hidden="true" />;
});

interface StrokeOptions {
  readonly scene: LineScene;
  readonly style: BucketStyle;
  readonly halo: string;
}

function strokeRun(context: CanvasRenderingContext2D, path: Path2D, { scene: { lineWidth, pixelRatio }, style, halo }: StrokeOptions): void {
  const stroke = (color: string, width: number, dash: readonly number[] | null): void => {
    context.strokeStyle = color;
    context.lineWidth = width * pixelRatio;
    context.lineCap = dash ? 'butt' : 'round';
    context.setLineDash(dash?.map((length) => length * pixelRatio) ?? []);
    context.stroke(path);
  };
  context.lineJoin = 'round';
  stroke(halo, lineWidth + 4, null);
  if (style.casing) stroke(style.casing, lineWidth + 3, style.dash);
  stroke(style.color, lineWidth + 1, style.dash);
}

function clearCanvas(canvas: HTMLCanvasElement, { columns, rows }: LineScene): CanvasRenderingContext2D | null {
  if (canvas.width !== columns) canvas.width = columns;
  if (canvas.height !== rows) canvas.height = rows;
  const context = canvas.getContext('2d');
  context?.clearRect(0, 0, columns, rows);
  return context;
}
