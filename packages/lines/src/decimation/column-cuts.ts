import { toPixel } from '../view/view.js';
import type { ColumnGrid } from './column-grid.js';
import { lowerBound } from './decimate-columns.js';

/** Where the edges of neighbouring pixel columns cut the points of a line: all that its columns need to know of x. */
export interface ColumnCuts {
  /** By edge, from left to right: index of the first point that is not left of it. */
  readonly at: Int32Array;
  /** By edge: how far it lies on the way to that point from the one before, 0 to 1; NaN where that one has no place on the axis. */
  readonly share: Float64Array;
}

interface KeptCuts {
  readonly x: Float64Array;
  readonly from: number;
  readonly to: number;
  readonly cuts: ColumnCuts;
}

const kept = new WeakMap<ColumnGrid, KeptCuts>();

/**
 * Cuts a line at the edges of the columns [from, to). Runs mostly share their steps, so the cuts are kept for the next line.
 *
 * @returns Memory that is overwritten by the next call with the same grid.
 */
export function columnCuts(grid: ColumnGrid, x: Float64Array, from: number, to: number): ColumnCuts {
  const last = kept.get(grid);
  const sameEdges = last !== undefined && last.from === from && last.to === to;
  if (sameEdges && (last.x === x || areCutAlike(last.cuts.at, last.x, x))) return last.cuts;
  const count = to - from + 1;
  const cuts = sameEdges ? last.cuts : { at: new Int32Array(count), share: new Float64Array(count) };
  cut(grid, x, from, cuts);
  kept.set(grid, { x, from, to, cuts });
  return cuts;
}

/** Whether two lines have the same points on both sides of every edge. */
function areCutAlike(at: Int32Array, a: Float64Array, b: Float64Array): boolean {
  const n = a.length;
  if (n !== b.length) return false;
  for (let k = 0; k < at.length; k++) {
    const i = at[k]!;
    if (i > 0 && a[i - 1] !== b[i - 1]) return false;
    if (i < n && a[i] !== b[i]) return false;
  }
  return true;
}

function cut({ edges, map }: ColumnGrid, x: Float64Array, from: number, { at, share }: ColumnCuts): void {
  const n = x.length;
  const linear = map.type === 'linear';
  const { origin, factor } = map;
  let i = lowerBound(x, edges[from]!);
  let step = 0;
  let left = 0;
  let length = 0;
  let measured = -1;
  for (let k = 0; k < at.length; k++) {
    const edge = edges[from + k]!;
    // Mostly as many points lie in this column as in the one before.
    const before = i;
    i = Math.min(n, i + step);
    if (i < n && x[i]! < edge) do i++; while (i < n && x[i]! < edge);
    else while (i > before && x[i - 1]! >= edge) i--;
    step = i - before;
    at[k] = i;
    if (i === 0 || i === n) continue;
    if (i !== measured) {
      left = linear ? (x[i - 1]! - origin) * factor : toPixel(map, x[i - 1]!);
      length = (linear ? (x[i]! - origin) * factor : toPixel(map, x[i]!)) - left;
      measured = i;
    }
    const part = (from + k - left) / length;
    share[k] = part < 0 ? 0 : part > 1 ? 1 : part;
  }
}
