import { useMemo, useRef } from 'react';
import { followGrowth, type LiveExtent } from './live-extent.js';
import type { PlotAxis } from './plot-axis.js';
import type { Extent, ScaleKind } from './plot-extent.js';
import type { PlotLine } from './plot-line.js';

/**
 * What the x axis must show, with room for lines that grow.
 *
 * @param of What the axis is of; where it changes, nothing is known to have grown.
 */
export function useLiveExtent(lines: readonly PlotLine[], extent: Extent | null, kind: ScaleKind, of: string): Extent | null {
  const kept = useRef<{ readonly of: string; readonly live: LiveExtent } | null>(null);
  return useMemo(() => {
    if (!extent) {
      kept.current = null;
      return null;
    }
    const last = kept.current?.of === of ? kept.current.live : null;
    const next = followGrowth(last, lines, extent, kind);
    const same = last !== null && sameExtent(last.extent, next.extent);
    const live = same ? { ...next, extent: last.extent } : next;
    kept.current = { of, live };
    return live.extent;
  }, [lines, extent, kind, of]);
}

/** The same extent object while its numbers are the same. */
export function useSteadyExtent(extent: Extent | null): Extent | null {
  const kept = useRef(extent);
  if (!kept.current || !extent || !sameExtent(kept.current, extent)) kept.current = extent;
  return kept.current;
}

function sameExtent(a: Extent, b: Extent): boolean {
  return a.min === b.min && a.max === b.max && Object.is(a.positive, b.positive) && Object.is(a.smallest, b.smallest);
}

/**
 * The same axis object while it shows the same, so that the chart's frame is not made anew.
 *
 * @param words What its texts follow from beside its ticks.
 */
export function useSteadyAxis(axis: PlotAxis, words: readonly unknown[]): PlotAxis {
  const kept = useRef({ axis, words });
  const { axis: last, words: lastWords } = kept.current;
  const same =
    last.kind === axis.kind &&
    last.constant === axis.constant &&
    sameNumbers(last.domain, axis.domain) &&
    sameNumbers(last.ticks, axis.ticks) &&
    words.every((word, i) => Object.is(word, lastWords[i]));
  if (!same) kept.current = { axis, words };
  return kept.current.axis;
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
