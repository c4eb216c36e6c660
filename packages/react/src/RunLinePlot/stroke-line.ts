import type { LineLook } from './line-painter.js';
import type { LinePath } from './line-path.js';

/** Strokes a line with its casing; single points become dots as wide as they can be told from the line's end. */
export function strokeLine(context: CanvasRenderingContext2D, path: LinePath, look: Omit<LineLook, 'layer'>, width: number): void {
  if (look.casing) drawOnce(context, path, look.casing, width + 2, look.dash);
  drawOnce(context, path, look.color, width, look.dash);
}

function drawOnce(context: CanvasRenderingContext2D, { strokes, dots }: LinePath, color: string, width: number, dash: readonly number[] | null): void {
  context.lineJoin = 'round';
  context.lineWidth = width;
  context.strokeStyle = color;
  context.setLineDash([...(dash ?? [])]);
  context.stroke(strokes);
  if (dots.length === 0) return;
  context.fillStyle = color;
  context.beginPath();
  for (const [x, y] of dots) {
    context.moveTo(x, y);
    context.arc(x, y, width / 2 + 1.5, 0, 2 * Math.PI);
  }
  context.fill();
}
