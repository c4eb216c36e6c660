import type { BucketStyle, RunId } from '@runhue/core';
import type { RunColors } from '../hooks/useRunColors.js';
import type { LineLook } from './line-painter.js';
import type { PlotLine } from './plot-line.js';

export interface LooksOptions {
  readonly colors: RunColors;
  readonly isVisible: (runId: RunId) => boolean;
  /** Runs that stand out; null when none does. */
  readonly highlighted: ReadonlySet<RunId> | null;
  /** What lines that do not stand out turn to. */
  readonly dimColor: string;
}

const layers = { beneath: 0, normal: 1, highlighted: 2 };

/** A look per line, null for hidden ones. Runs without a value lie beneath the others; highlighted ones on top, the rest is dimmed. */
export function lineLooks(lines: readonly PlotLine[], options: LooksOptions): (LineLook | null)[] {
  const { colors, isVisible, highlighted, dimColor } = options;
  return lines.map(({ runId }) => {
    if (!isVisible(runId)) return null;
    const { color, dash, casing }: BucketStyle = colors.styleOf(runId);
    if (highlighted && !highlighted.has(runId)) return { color: dimColor, dash, casing: null, layer: layers.beneath };
    const kind = colors.bucketOf(runId)?.kind;
    const hasValue = kind !== 'missing' && kind !== 'nonFinite';
    const layer = highlighted ? layers.highlighted : hasValue ? layers.normal : layers.beneath;
    return { color, dash, casing, layer };
  });
}
