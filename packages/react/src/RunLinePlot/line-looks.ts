import type { RunId } from '@runhue/core';
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
 * is dimmed.
 */
export function lineLooks(lines: readonly PlotLine[], { colors, isVisible, highlighted, withRaw }: LooksOptions): LineLook[] {
  const looks = lines.map(({ runId }): LineLook => {
    const { color, dash, casing } = colors.styleOf(runId);
    const kind = colors.bucketOf(runId)?.kind;
    const standsOut = highlighted?.has(runId) ?? false;
    return {
      color,
      dash,
      casing,
      layer: kind === 'missing' || kind === 'nonFinite' ? 'beneath' : 'normal',
      hidden: !isVisible(runId),
      dimmed: highlighted !== null && !standsOut,
      onTop: standsOut,
    };
  });
  if (!withRaw) return looks;
  return [...looks, ...looks.map((look): LineLook => ({ ...look, dash: null, casing: null, layer: 'raw', onTop: false }))];
}
