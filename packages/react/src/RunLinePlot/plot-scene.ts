import { hashId } from '@runhue/core';
import type { LineScene } from './line-painter.js';
import type { PixelAxis } from './pixel-axis.js';
import type { PlotFrame } from './PlotChart.js';
import type { PlotLine } from './plot-line.js';

/** CSS px that the canvas reaches beyond the plot on each side, so that a line along an edge keeps its full width. */
export const canvasMargin = 4;

/** Line width in CSS px by the number of runs in the plot (not of visible ones, so that hiding restyles nobody). */
export function lineWidthFor(runCount: number): number {
  if (runCount <= 20) return 2;
  return runCount <= 100 ? 1.5 : 1;
}

/** What the canvas shows of a frame: the plot and its margin. Logged lines behind smoothed ones come after these, in the same order. */
export function createScene(
  lines: readonly PlotLine[],
  rawLines: readonly PlotLine[] | null,
  frame: PlotFrame,
  pixelRatio: number,
): LineScene {
  const order = lines.map((line) => hashId(line.runId));
  return {
    lines: rawLines ? [...lines, ...rawLines] : lines,
    order: rawLines ? [...order, ...order.map((key) => key - 2 ** 32)] : order,
    x: movedIn(frame.x),
    y: movedIn(frame.y),
    columns: Math.max(1, Math.round((frame.width + 2 * canvasMargin) * pixelRatio)),
    rows: Math.max(1, Math.round((frame.height + 2 * canvasMargin) * pixelRatio)),
    pixelRatio,
    lineWidth: lineWidthFor(lines.length),
  };
}

/** The axis in the canvas's own px. */
function movedIn(axis: PixelAxis): PixelAxis {
  return { ...axis, range: [axis.range[0] + canvasMargin, axis.range[1] + canvasMargin] };
}

/** Place and size, in CSS px, of a canvas that shows a scene: exactly its backing pixels. */
export function canvasStyle({ columns, rows, pixelRatio }: LineScene): { left: number; top: number; width: number; height: number } {
  return { left: -canvasMargin, top: -canvasMargin, width: columns / pixelRatio, height: rows / pixelRatio };
}
