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
  const near: (Neighbour & { readonly distance: number })[] = [];
  for (const line of lines) {
    if (line.runId === reading.line.runId || !isVisible(line.runId) || !coversX(line, reading.x)) continue;
    const y = line.y[nearestPoint(line, reading.x)] ?? NaN;
    const distance = Math.abs(down(y) - reading.top);
    if (Number.isFinite(distance)) near.push({ line, y, distance });
  }
  near.sort((a, b) => a.distance - b.distance);
  const shown = tooltip === 'all' && pinned ? near : near.slice(0, room[tooltip]);
  return { shown: [...shown].sort((a, b) => b.y - a.y), more: tooltip === 'all' ? near.length - shown.length : 0 };
}
