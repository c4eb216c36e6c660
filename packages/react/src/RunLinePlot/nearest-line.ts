import type { LineScene, NearestLine } from './line-painter.js';
import { fromPixels, toPixels, type PixelAxis } from './pixel-axis.js';
import { lowerBound } from './plot-extent.js';
import type { LinePoints } from './x-values.js';

/** The nearest of the given lines (indices, from below to the top) to a place, at most `reach` CSS px away; of equals the top-most. */
export function nearestLine(scene: LineScene, lines: readonly number[], x: number, y: number, reach: number): NearestLine | null {
  const backX = fromPixels(scene.x);
  const window: readonly [number, number] = [backX(x - reach), backX(x + reach)];
  let line = -1;
  let least = reach * reach;
  for (const index of lines) {
    const points = scene.lines[index];
    if (!points) continue;
    const squared = squaredDistance(points, scene, window, x, y);
    if (squared > least) continue;
    least = squared;
    line = index;
  }
  return line < 0 ? null : { line, distance: Math.sqrt(least) };
}

function squaredDistance(
  points: LinePoints,
  scene: { readonly x: PixelAxis; readonly y: PixelAxis },
  window: readonly [number, number],
  x: number,
  y: number,
): number {
  const px = toPixels(scene.x);
  const py = toPixels(scene.y);
  const first = Math.max(0, lowerBound(points.x, window[0]) - 1);
  const end = Math.min(points.x.length, lowerBound(points.x, window[1], true) + 1);
  let least = Infinity;
  let beforeX = NaN;
  let beforeY = NaN;
  for (let i = first; i < end; i++) {
    const atX = px(points.x[i] ?? NaN);
    const atY = py(points.y[i] ?? NaN);
    const squared = Number.isFinite(beforeX + beforeY)
      ? squaredToSegment(x, y, beforeX, beforeY, atX, atY)
      : (x - atX) ** 2 + (y - atY) ** 2;
    if (squared < least) least = squared;
    beforeX = atX;
    beforeY = atY;
  }
  return least;
}

function squaredToSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const along = length > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
  return (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2;
}

/** Index of the point with a finite y whose x is nearest; −1 when the line has none. Of two equally near, the earlier. */
export function nearestPoint({ x, y }: LinePoints, at: number): number {
  const start = lowerBound(x, at);
  let before = start - 1;
  let after = start;
  while (before >= 0 && !Number.isFinite(y[before])) before--;
  while (after < x.length && !Number.isFinite(y[after])) after++;
  if (after >= x.length) return before;
  if (before < 0) return after;
  return at - (x[before] ?? NaN) <= (x[after] ?? NaN) - at ? before : after;
}
