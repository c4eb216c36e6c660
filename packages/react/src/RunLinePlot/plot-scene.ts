import { hashId } from '@runhue/core';
import type { LineScene } from './line-painter.js';
import { fromPixels, type PixelAxis } from './pixel-axis.js';
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
  const width = frame.width + 2 * canvasMargin;
  const height = frame.height + 2 * canvasMargin;
  const order = lines.map((line) => hashId(line.runId));
  return {
    lines: rawLines ? [...lines, ...rawLines] : lines,
    order: rawLines ? [...order, ...order] : order,
    x: reachOut(frame.x, 0, frame.width, width),
    y: reachOut(frame.y, frame.height, 0, height),
    width,
    height,
    pixelRatio,
    lineWidth: lineWidthFor(lines.length),
  };
}

/** The axis continued to the edges of the canvas, in the canvas's own px. */
function reachOut(axis: PixelAxis, from: number, to: number, length: number): PixelAxis {
  const back = fromPixels(axis);
  const outward = to > from ? canvasMargin : -canvasMargin;
  return { ...axis, domain: [back(from - outward), back(to + outward)], range: to > from ? [0, length] : [length, 0] };
}
