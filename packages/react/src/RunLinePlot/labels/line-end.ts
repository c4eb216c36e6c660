import { lowerBound } from '../plot-extent.js';
import { toPixels } from '../pixel-axis.js';
import type { PlotFrame } from '../PlotChart.js';
import type { LinePoints } from '../x-values.js';

/** A place in CSS px from the plot's top left corner. */
export interface LineEnd {
  readonly left: number;
  readonly top: number;
}

/** Where the shown part of a line ends; null when nothing of it is shown or it ends above or below the plot. */
export function lineEnd({ x, y }: LinePoints, frame: PlotFrame): LineEnd | null {
  const across = toPixels(frame.x);
  const down = toPixels(frame.y);
  const [first, last] = frame.x.domain;
  const beyond = lowerBound(x, last, true);
  let point = beyond - 1;
  while (point >= 0 && !Number.isFinite(down(y[point] ?? NaN))) point--;
  const at = x[point] ?? NaN;
  if (!(at >= first) && !(point === beyond - 1 && beyond < x.length)) return null;
  const from = { left: across(at), top: down(y[point] ?? NaN) };
  const next = point === beyond - 1 ? { left: across(x[beyond] ?? NaN), top: down(y[beyond] ?? NaN) } : null;
  const cut = next && Number.isFinite(next.left) && Number.isFinite(next.top) && next.left > from.left;
  const end = cut ? { left: frame.width, top: from.top + ((next.top - from.top) * (frame.width - from.left)) / (next.left - from.left) } : from;
  return end.left >= 0 && end.top >= -0.5 && end.top <= frame.height + 0.5 ? end : null;
}
