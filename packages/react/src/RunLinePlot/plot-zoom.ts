import { fromPixels, toPixels, type PixelAxis } from './pixel-axis.js';

/** The window that shows `factor` times as much of an axis around a value, within the whole; null when that is all of it. */
export function zoomAround(
  axis: PixelAxis,
  whole: readonly [number, number],
  at: number,
  factor: number,
): readonly [number, number] | null {
  const back = fromPixels(axis);
  const anchor = toPixels(axis)(at);
  const [lower, upper] = axis.range.map((end) => back(anchor + (end - anchor) * factor)) as [number, number];
  const within = [Math.max(whole[0], lower), Math.min(whole[1], upper)] as const;
  if (!(within[0] < within[1])) return axis.domain;
  return within[0] <= whole[0] && within[1] >= whole[1] ? null : within;
}
