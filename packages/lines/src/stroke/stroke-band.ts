import type { TracedLine } from './traced-line.js';

/** Where a stroke begins and ends from top to bottom, in device pixels, at places along x; empty where `top` is not above `bottom`. */
export interface StrokeBand {
  top: Float64Array;
  bottom: Float64Array;
}

/** An empty band. */
export function createStrokeBand(): StrokeBand {
  return { top: new Float64Array(0), bottom: new Float64Array(0) };
}

/** Room for that many places, all empty. */
export function clearBand(band: StrokeBand, places: number): void {
  if (band.top.length < places) {
    band.top = new Float64Array(places);
    band.bottom = new Float64Array(places);
  }
  band.top.fill(Infinity, 0, places);
  band.bottom.fill(-Infinity, 0, places);
}

/**
 * Widens the band by the stroke of points [from, to) with round joins and ends. A line that never turns back in x meets every vertical in
 * one point, and its stroke in one stretch: so two edges are the whole of it.
 *
 * @param half Half the stroke's width, in device pixels.
 * @param perPixel Places in a device pixel; of `places` in all.
 */
export function widenBand({ top, bottom }: StrokeBand, { x, y }: TracedLine, from: number, to: number, half: number, perPixel: number, places: number): void {
  const half2 = half * half;
  for (let i = from; i < to; i++) {
    const x1 = x[i]!;
    const y1 = y[i]!;
    const left = (x1 - half) * perPixel - 0.5;
    const right = (x1 + half) * perPixel - 0.5;
    const end = right < places - 1 ? Math.floor(right) : places - 1;
    for (let s = left > 0 ? Math.ceil(left) : 0; s <= end; s++) {
      const d = (s + 0.5) / perPixel - x1;
      const h = Math.sqrt(half2 - d * d);
      if (y1 - h < top[s]!) top[s] = y1 - h;
      if (y1 + h > bottom[s]!) bottom[s] = y1 + h;
    }
    if (i === from) continue;
    const x0 = x[i - 1]!;
    const dx = x1 - x0;
    // Upright strokes are their ends' discs.
    if (!(dx > 0)) continue;
    const y0 = y[i - 1]!;
    const slope = (y1 - y0) / dx;
    const lift = half * Math.sqrt(1 + slope * slope);
    // The straight edges reach from touching the disc of one end to touching that of the other: aside by this much.
    const aside = (half2 * slope) / lift;
    straightEdge(top, x0, y0 - lift, slope, x0 + aside, x1 + aside, perPixel, places, -1);
    straightEdge(bottom, x0, y0 + lift, slope, x0 - aside, x1 - aside, perPixel, places, 1);
  }
}

/** Moves an edge out to the straight line through (x0, y0), between two places. */
function straightEdge(edge: Float64Array, x0: number, y0: number, slope: number, from: number, to: number, perPixel: number, places: number, out: 1 | -1): void {
  const left = from * perPixel - 0.5;
  const right = to * perPixel - 0.5;
  const end = right < places - 1 ? Math.floor(right) : places - 1;
  for (let s = left > 0 ? Math.ceil(left) : 0; s <= end; s++) {
    const at = y0 + ((s + 0.5) / perPixel - x0) * slope;
    if ((at - edge[s]!) * out > 0) edge[s] = at;
  }
}
