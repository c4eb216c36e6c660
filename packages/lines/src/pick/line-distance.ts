import { lowerBound } from '../decimation/decimate-columns.js';
import type { Line } from '../decimation/line.js';
import { fromPixel, toPixel, type AxisMap } from '../view/view.js';

/** How near a line is to a position, and by which of its samples. */
export interface LineHit {
  /** Device pixels from the position to the line. */
  readonly distance: number;
  /** Index of the sample that is meant: of those within a pixel in x the nearest in y, so that a spike can be pointed at; else the nearest in x. */
  readonly point: number;
}

/**
 * Exact distance in device pixels from a position to a line, as drawn: segments between neighbouring samples, single samples
 * where there are gaps.
 *
 * @param limit Distances from here on are of no interest. Null when there is none below.
 */
export function lineDistance(line: Line, xMap: AxisMap, yMap: AxisMap, px: number, py: number, limit: number): LineHit | null {
  const { x, y } = line;
  const n = x.length;
  const middle = lowerBound(x, fromPixel(xMap, px));
  let best = limit;
  let found = false;
  // Outwards from the position until x alone is farther than the best.
  for (let i = middle; i < n; i++) {
    if (measure(i) - px >= best) break;
  }
  for (let i = middle - 1; i >= 0; i--) {
    if (px - measure(i) >= best) break;
  }
  if (!found) return null;
  return { distance: best, point: pointedAt(middle) ?? nearestPoint(middle) };

  /** Looks at sample i and the segment that ends in it; gives the pixel at which looking further ends. */
  function measure(i: number): number {
    const qx = toPixel(xMap, x[i]!);
    const before = i > 0 ? toPixel(xMap, x[i - 1]!) : qx;
    const qy = toPixel(yMap, y[i]!);
    if (Number.isFinite(qy)) {
      const by = i > 0 ? toPixel(yMap, y[i - 1]!) : NaN;
      const d = Number.isFinite(by) ? segmentDistance(px, py, before, by, qx, qy) : Math.hypot(qx - px, qy - py);
      if (d < best) {
        best = d;
        found = true;
      }
    }
    return i >= middle ? before : qx;
  }

  function pointedAt(from: number): number | null {
    let point: number | null = null;
    let least = Infinity;
    const look = (i: number): boolean => {
      const away = Math.abs(toPixel(xMap, x[i]!) - px);
      const off = Math.abs(toPixel(yMap, y[i]!) - py);
      if (away <= 1 && (off < least || (off === least && away < Math.abs(toPixel(xMap, x[point!]!) - px)))) {
        least = off;
        point = i;
      }
      return away <= 1;
    };
    for (let i = from; i < n && look(i); ) i++;
    for (let i = from - 1; i >= 0 && look(i); ) i--;
    return point;
  }

  function nearestPoint(from: number): number {
    let right = from;
    while (right < n && !Number.isFinite(toPixel(yMap, y[right]!))) right++;
    let left = from - 1;
    while (left >= 0 && !Number.isFinite(toPixel(yMap, y[left]!))) left--;
    if (left < 0) return right;
    if (right >= n) return left;
    return toPixel(xMap, x[right]!) - px < px - toPixel(xMap, x[left]!) ? right : left;
  }
}

function segmentDistance(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const t = length > 0 ? Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length)) : 0;
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}
