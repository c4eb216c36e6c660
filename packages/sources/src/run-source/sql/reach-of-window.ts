import type { ExtentAnswer, SeriesQuery, SourceXAxis } from '@runhue/core';
import type { SeriesWindowQuery } from './source-state.js';

/** Extents that were answered: what to expect of a question for series, never an answer. A plot asks for the extent first. */
export interface KnownExtents {
  note(metric: string, xAxis: SourceXAxis, extent: ExtentAnswer): void;
  of(query: Pick<SeriesQuery, 'metric' | 'xAxis'>): ExtentAnswer | undefined;
}

export function createKnownExtents(): KnownExtents {
  const known = new Map<string, ExtentAnswer>();
  const name = (metric: string, xAxis: SourceXAxis): string => JSON.stringify([metric, xAxis]);
  return {
    note: (metric, xAxis, extent) => void known.set(name(metric, xAxis), extent),
    of: ({ metric, xAxis }) => known.get(name(metric, xAxis)),
  };
}

/**
 * The part of the axis in which a window's points and their neighbours are looked for at once: the window, and as much again on either side. A side on
 * which no more is known to lie has no end, so that whoever has no neighbour there has none at all.
 */
export function reachOf({ window: { domain: [left, right] } }: SeriesWindowQuery, known: ExtentAnswer | undefined): readonly [number, number] {
  const width = Math.max(right - left, 1);
  const [low, high] = known?.x ?? [-Infinity, Infinity];
  return [left - width <= low ? -Infinity : left - width, right + width >= high ? Infinity : right + width];
}

/** How many points lie there, were they spread evenly; null where nothing is known. */
export function expectedPoints({ runIds }: SeriesQuery, reach: readonly [number, number], known: ExtentAnswer | undefined): number | null {
  if (known === undefined) return null;
  const [low, high] = known.x ?? [0, 0];
  const share = high > low ? Math.max(0, Math.min(reach[1], high) - Math.max(reach[0], low)) / (high - low) : 1;
  return (known.points / Math.max(1, known.runs)) * Math.min(runIds.length, known.runs) * share;
}
