import { fromPixels, toPixels } from './pixel-axis.js';
import type { PlotFrame } from './PlotChart.js';

/** The window that shows `factor` times as much of the x axis around a value, within the whole; null when that is all of it. */
export function zoomAround(
  frame: PlotFrame,
  whole: readonly [number, number],
  at: number,
  factor: number,
): readonly [number, number] | null {
  const back = fromPixels(frame.x);
  const anchor = toPixels(frame.x)(at);
  const lower = Math.max(whole[0], back(anchor - anchor * factor));
  const upper = Math.min(whole[1], back(anchor + (frame.width - anchor) * factor));
  if (!(lower < upper)) return frame.x.domain;
  return lower <= whole[0] && upper >= whole[1] ? null : [lower, upper];
}
