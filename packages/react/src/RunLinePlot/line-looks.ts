import type { BucketStyle, RunId } from '@runhue/core';
import type { RunColors } from '../hooks/useRunColors.js';
import type { LineLook } from './line-painter.js';
import type { PlotLine } from './plot-line.js';

export interface LooksOptions {
  readonly colors: RunColors;
  readonly isVisible: (runId: RunId) => boolean;
  /** Runs that stand out; null when none does. */
  readonly highlighted: ReadonlySet<RunId> | null;
  /** Whether the logged lines lie behind, faint. */
  readonly withRaw: boolean;
}

/**
 * A look per line, then one per logged line behind. Runs without a value lie beneath the others; highlighted ones on top, the rest
 * is dimmed. Equal looks of one style are the same object.
 */
export function lineLooks(lines: readonly PlotLine[], { colors, isVisible, highlighted, withRaw }: LooksOptions): LineLook[] {
  const looks = lines.map(({ runId }): LineLook => {
    const kind = colors.bucketOf(runId)?.kind;
    const layer = kind === 'missing' || kind === 'nonFinite' ? 'beneath' : 'normal';
    const standsOut = highlighted?.has(runId) ?? false;
    return lookOf(colors.styleOf(runId), layer, !isVisible(runId), highlighted !== null && !standsOut, standsOut);
  });
  if (!withRaw) return looks;
  return [...looks, ...looks.map(rawLookOf)];
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

function rawLookOf(look: LineLook): LineLook {
  let raw = rawLooks.get(look);
  if (!raw) rawLooks.set(look, (raw = { ...look, dash: null, casing: null, layer: 'raw', onTop: false }));
  return raw;
}
