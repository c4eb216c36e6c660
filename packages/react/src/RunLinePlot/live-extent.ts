import { niceStep } from './number-ticks.js';
import type { Extent, ScaleKind } from './plot-extent.js';
import type { PlotLine } from './plot-line.js';

/** How far an x axis goes for lines that may grow. */
export interface LiveExtent {
  /** What the axis must show: of lines that have grown it ends beyond their points, else with them. */
  readonly extent: Extent;
  readonly lines: readonly PlotLine[];
  /** Whether points have come after the first. */
  readonly isLive: boolean;
  /** Where the points end. */
  readonly lastX: number;
}

/** Least room beyond the points when an axis is lengthened, as a part of what it shows. */
const room = 0.1;

/**
 * The x axis of lines that grow ends at a tick beyond them and stays there until they reach it, so that new points move nothing but the
 * ends of the lines. Lines that stand still, and others than before, fill it.
 */
export function followGrowth(last: LiveExtent | null, lines: readonly PlotLine[], extent: Extent, kind: ScaleKind): LiveExtent {
  const fits = last !== null && extent.min >= last.extent.min && extent.max >= last.lastX;
  const isLive = fits && (last.isLive || hasGrown(last.lines, lines));
  if (!isLive) return { extent, lines, isLive, lastX: extent.max };
  const end = extent.max <= last.extent.max && last.isLive ? last.extent.max : lengthened(extent, kind);
  return { extent: { ...extent, max: end }, lines, isLive, lastX: extent.max };
}

function hasGrown(before: readonly PlotLine[], now: readonly PlotLine[]): boolean {
  const known = new Map(before.map((line) => [line.runId, line]));
  return now.some((line) => {
    const old = known.get(line.runId);
    return old !== undefined && old.x.length > 0 && line.x.length > old.x.length && line.x[0] === old.x[0] && line.x[old.x.length - 1] === old.x.at(-1);
  });
}

function lengthened({ min, max, positive }: Extent, kind: ScaleKind): number {
  if (kind === 'log') return max * (max / Math.min(positive, max)) ** room;
  if (kind === 'symlog') return max > 0 ? max * 1.3 : max;
  const step = niceStep(min, max);
  const end = Math.ceil((max + (max - min) * room) / step) * step;
  return Number.isFinite(end) && end > max ? end : max;
}
