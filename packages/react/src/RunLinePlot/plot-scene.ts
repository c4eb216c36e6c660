import { hashId } from '@runhue/core';
import type { LineScene, SceneBand } from './line-painter.js';
import { toPixels, type PixelAxis } from './pixel-axis.js';
import type { PlotFrame } from './PlotChart.js';
import type { PlotLine } from './plot-line.js';

/** CSS px that the canvas reaches beyond the plot on each side, so that a line along an edge keeps its full width. */
export const canvasMargin = 4;

/** Line width in CSS px by the number of runs in the plot (not of visible ones, so that hiding restyles nobody). */
function lineWidthFor(runCount: number): number {
  if (runCount <= 20) return 2;
  return runCount <= 100 ? 1.5 : 1;
}

/** The bands of buckets' lines. On a log axis an edge that reaches 0 goes on to the end of the axis. */
function bandsOf(lines: readonly PlotLine[], isLog: boolean): SceneBand[] {
  return lines.flatMap(({ group }, line) => {
    if (!group?.low || !group.high) return [];
    const { x, low, high } = group;
    return [{ line, x, low: isLog ? aboveZero(low) : low, high: isLog ? aboveZero(high) : high }];
  });
}

const raised = new WeakMap<Float64Array, Float64Array>();

function aboveZero(values: Float64Array): Float64Array {
  let above = raised.get(values);
  if (!above) raised.set(values, (above = values.map((value) => (value <= 0 ? Number.MIN_VALUE : value))));
  return above;
}

/** What the canvas shows of a frame: the plot and its margin. Logged lines behind smoothed ones come after these, in the same order. */
export function createScene(
  lines: readonly PlotLine[],
  rawLines: readonly PlotLine[] | null,
  frame: PlotFrame,
  pixelRatio: number,
  lineWidth?: number,
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
    lineWidth: lineWidth !== undefined && lineWidth > 0 ? Math.max(0.5, Math.min(6, lineWidth)) : lineWidthFor(lines.length),
    bands: bandsOf(lines, frame.y.kind === 'log'),
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

/** Style of the picture of one scene while the sharp picture of another is being made: moved and stretched to where its data now is. */
export function pictureStyle(shown: LineScene | null, scene: LineScene): { width: number; height: number; transform?: string } {
  const { columns, rows, pixelRatio } = shown ?? scene;
  const size = { width: columns / pixelRatio, height: rows / pixelRatio };
  if (!shown || shown === scene) return size;
  const across = moveOf(shown.x, scene.x);
  const down = moveOf(shown.y, scene.y);
  if (!across || !down) return size;
  return { ...size, transform: `matrix(${across.stretch}, 0, 0, ${down.stretch}, ${across.shift}, ${down.shift})` };
}

/** How px of one axis become px of another, where that is a straight map. */
function moveOf(from: PixelAxis, to: PixelAxis): { stretch: number; shift: number } | null {
  if (from.kind !== to.kind || from.constant !== to.constant) return null;
  const px = toPixels(to);
  const [first, last] = [px(from.domain[0]), px(from.domain[1])];
  const stretch = (last - first) / (from.range[1] - from.range[0]);
  const shift = first - stretch * from.range[0];
  return Number.isFinite(stretch + shift) ? { stretch, shift } : null;
}
