import type { BucketStyle } from '@runhue/core';
import { strokePixels } from '@runhue/lines';
import { useLayoutEffect, useRef, type JSX } from 'react';
import { useTheme } from '../hooks/useTheme.js';
import { colorNumber, type LinePainter, type LineScene } from './line-painter.js';
import { baselineStyle } from './plot-baseline.js';
import { canvasStyle } from './plot-scene.js';
import { putPixels } from './put-pixels.js';
import { keepToken } from './theme-token.js';

interface LineMarkProps {
  readonly scene: LineScene;
  readonly painter: LinePainter;
  /** Whether the picture of this scene is there. */
  readonly shown: boolean;
  /** Index of the line; −1: none. */
  readonly line: number;
  readonly look: BucketStyle | 'baseline' | null;
}

/** One line once more on a canvas above the others: wider, and with a halo that parts it from them. */
export function LineMark({ scene, painter, shown, line, look }: LineMarkProps): JSX.Element {
  const ref = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();

  useLayoutEffect(() => {
    const canvas = ref.current;
    // Until there is something to show the canvas is one pixel.
    if (!canvas || (canvas.width === 1 && line < 0)) return;
    canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
    if (line < 0 || !look || !shown) return;
    const style = look === 'baseline' ? baselineStyle(keepToken(canvas, '--runhue-text', theme, scene)) : look;
    drawMark(canvas, { scene, painter, line, style, halo: keepToken(canvas, '--runhue-card', theme, scene) });
  }, [painter, line, look, scene, shown, theme]);

  return <canvas ref={ref} className="runhue-plot-overlay" width={1} height={1} style={canvasStyle(scene)} aria-hidden="true" />;
}

interface Mark {
  readonly scene: LineScene;
  readonly painter: LinePainter;
  readonly line: number;
  readonly style: BucketStyle;
  readonly halo: string;
}

/** What is solid as pixels: strokes of a canvas would be what a move of the pointer waits for. */
function drawMark(canvas: HTMLCanvasElement, { scene, painter, line, style, halo }: Mark): void {
  const { columns, rows, pixelRatio, lineWidth } = scene;
  const strokes = [
    ...(style.casing === null ? [] : [{ color: style.casing, width: lineWidth + 3 }]),
    { color: style.color, width: lineWidth + 1 },
  ];
  const solid = [{ color: halo, width: lineWidth + 4 }, ...(style.dash ? [] : strokes)];
  const inPixels = solid.map(({ color, width }) => ({ color: colorNumber(color), width: width * pixelRatio }));
  putPixels({ canvas, scene }, (pixels) => strokePixels((pen) => painter.trace(line, pen), inPixels, { pixels, width: columns, height: rows }));
  const context = canvas.getContext('2d');
  if (!style.dash || !context) return;
  const path = new Path2D();
  painter.trace(line, path);
  context.lineJoin = 'round';
  context.setLineDash(style.dash.map((length) => length * pixelRatio));
  for (const { color, width } of strokes) {
    context.strokeStyle = color;
    context.lineWidth = width * pixelRatio;
    context.stroke(path);
  }
}
