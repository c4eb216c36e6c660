import type { Bucket, BucketStyle, RunId } from '@runhue/core';
import type { RunColors } from '../hooks/useRunColors.js';
import type { Coloring } from '../store/coloring.js';
import type { LineLook } from './line-painter.js';
import { linePlaces } from './line-places.js';
import type { PlotLine } from './plot-line.js';

export interface LooksOptions {
  readonly colors: RunColors;
  readonly isVisible: (runId: RunId) => boolean;
  /** Runs that stand out; null when none does. */
  readonly highlighted: ReadonlySet<RunId> | null;
}

/**
 * A look per line. Runs without a value lie beneath the others; highlighted ones on top, the rest is dimmed. Equal looks of one style are
 * the same object.
 */
export function lineLooks(lines: readonly PlotLine[], { colors, isVisible, highlighted }: LooksOptions): LineLook[] {
  return lines.map(({ runId }): LineLook => {
    const standsOut = highlighted?.has(runId) ?? false;
    return lookOf(colors.styleOf(runId), layerOf(colors.bucketOf(runId)), !isVisible(runId), highlighted !== null && !standsOut, standsOut);
  });
}

/** The same for runs that look as their buckets do, hidden with their bucket or not at all, while none stands out: a look-up per line. */
export function bucketLooks(lines: readonly PlotLine[], { bucketing, styles }: Coloring, hidden: readonly boolean[], unknown: BucketStyle): LineLook[] {
  const { buckets, bucketIndices, column } = bucketing;
  const looks = buckets.map((bucket, i) => lookOf(styles[i] ?? unknown, layerOf(bucket), hidden[i] ?? true, false, false));
  const lookOfUnknown = lookOf(unknown, 'normal', true, false, false);
  return Array.from(linePlaces(lines, column.runIds), (place) => looks[bucketIndices[place] ?? -1] ?? lookOfUnknown);
}

function layerOf(bucket: Bucket | null): 'beneath' | 'normal' {
  return bucket?.kind === 'missing' || bucket?.kind === 'nonFinite' ? 'beneath' : 'normal';
}

const looksByStyle = new WeakMap<BucketStyle, LineLook[]>();

function lookOf(style: BucketStyle, layer: 'beneath' | 'normal', hidden: boolean, dimmed: boolean, onTop: boolean): LineLook {
  let looks = looksByStyle.get(style);
  if (!looks) looksByStyle.set(style, (looks = []));
  const { color, dash, casing } = style;
  const place = (layer === 'normal' ? 8 : 0) + (hidden ? 4 : 0) + (dimmed ? 2 : 0) + (onTop ? 1 : 0);
  return (looks[place] ??= { color, dash, casing, layer, hidden, dimmed, onTop });
}

const rawLooks = new WeakMap<LineLook, LineLook>();

/** How the logged line behind a smoothed one looks. */
export function rawLookOf(look: LineLook): LineLook {
  let raw = rawLooks.get(look);
  if (!raw) rawLooks.set(look, (raw = { ...look, dash: null, casing: null, layer: 'raw', onTop: false }));
  return raw;
}
