import type { RunId } from '@runhue/core';
import { nearestPoint } from './nearest-point.js';
import { toPixels } from './pixel-axis.js';
import { coversX, type Reading } from './plot-reading.js';
import type { PlotFrame } from './PlotChart.js';
import type { PlotLine } from './plot-line.js';

/** Which runs a tooltip names: the one that is read, its neighbours at that x too, or all of them. */
export type TooltipRuns = 'single' | 'nearby' | 'all';

/** Another run's value at the x that is read. */
export interface Neighbour {
  readonly line: PlotLine;
  readonly y: number;
}

export interface Neighbours {
  /** High on top. */
  readonly shown: readonly Neighbour[];
  /** Runs with a value there that are left out. */
  readonly more: number;
}

export interface NeighbourOptions {
  readonly lines: readonly PlotLine[];
  readonly frame: PlotFrame;
  readonly isVisible: (runId: RunId) => boolean;
  readonly tooltip: TooltipRuns;
  readonly pinned: boolean;
}

/** Neighbours beside the run that is read, and how many of all a tooltip that follows the pointer has room for. */
const room = { nearby: 4, all: 12 };

/** The other shown runs at the x that is read, nearest on the screen first chosen; all of them only in a pinned tooltip, which scrolls. */
export function neighboursOf(reading: Reading, { lines, frame, isVisible, tooltip, pinned }: NeighbourOptions): Neighbours {
  if (tooltip === 'single') return { shown: [], more: 0 };
  const down = toPixels(frame.y);
  const most = tooltip === 'all' && pinned ? Infinity : room[tooltip];
  // Of thousands of runs only the few that are nearest so far are kept and asked for more than their distance.
  const near: (Neighbour & { readonly distance: number })[] = [];
  let count = 0;
  for (const line of lines) {
    const y = valueAt(line, reading);
    const distance = Math.abs(down(y) - reading.top);
    const isNear = near.length < most || distance < (near.at(-1)?.distance ?? Infinity);
    if (!Number.isFinite(distance) || !(isNear || tooltip === 'all') || line.runId === reading.line.runId || !isVisible(line.runId)) continue;
    count++;
    if (!isNear) continue;
    if (near.length === most) near.pop();
    near.splice(most < Infinity ? placeFor(distance, near) : near.length, 0, { line, y, distance });
  }
  return { shown: near.toSorted((a, b) => a.distance - b.distance).sort((a, b) => b.y - a.y), more: tooltip === 'all' ? count - near.length : 0 };
}

/** A line's value at the x that is read; NaN where it has none. Runs that were logged alike have it at the same place. */
function valueAt(line: PlotLine, { x, point }: Reading): number {
  const y = line.x[point] === x && line.x[point - 1] !== x ? (line.y[point] ?? NaN) : NaN;
  if (Number.isFinite(y)) return y;
  return coversX(line, x) ? (line.y[nearestPoint(line, x)] ?? NaN) : NaN;
}

/** After all that are as near or nearer. */
function placeFor(distance: number, near: readonly { readonly distance: number }[]): number {
  let place = near.length;
  while (place > 0 && (near[place - 1]?.distance ?? 0) > distance) place--;
  return place;
}
