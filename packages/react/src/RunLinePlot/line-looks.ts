import type { BucketStyle, RunId } from '@runhue/core';
import type { RunColors } from '../hooks/useRunColors.js';
import { mixColors } from './mix-colors.js';
import type { LineLook } from './line-painter.js';
import type { PlotLine } from './plot-line.js';

export interface LooksOptions {
  readonly colors: RunColors;
  readonly isVisible: (runId: RunId) => boolean;
  /** Runs that stand out; null when none does. */
  readonly highlighted: ReadonlySet<RunId> | null;
  /** What lines that do not stand out turn to. */
  readonly dimColor: string;
  /** Whether the logged lines lie behind, faint. */
  readonly withRaw: boolean;
  /** What faint lines fade towards. */
  readonly background: string;
}

const layers = { raw: 0, beneath: 1, normal: 2, highlighted: 3 };
/** How much of its colour a faint line keeps. */
const faintness = 0.28;

/**
 * A look per line, null for hidden ones, then one per logged line behind. Runs without a value lie beneath the others; highlighted ones
 * on top, the rest is dimmed.
 */
export function lineLooks(lines: readonly PlotLine[], options: LooksOptions): (LineLook | null)[] {
  const { colors, isVisible, highlighted, dimColor } = options;
  const looks = lines.map(({ runId }): LineLook | null => {
    if (!isVisible(runId)) return null;
    const { color, dash, casing }: BucketStyle = colors.styleOf(runId);
    if (highlighted && !highlighted.has(runId)) return { color: dimColor, dash, casing: null, layer: layers.beneath };
    const kind = colors.bucketOf(runId)?.kind;
    const hasValue = kind !== 'missing' && kind !== 'nonFinite';
    const layer = highlighted ? layers.highlighted : hasValue ? layers.normal : layers.beneath;
    return { color, dash, casing, layer };
  });
  return options.withRaw ? [...looks, ...looks.map((look) => faint(look, highlighted !== null, options))] : looks;
}

/** The logged line behind a smoothed one; dimmed lines show none. */
function faint(look: LineLook | null, hasHighlight: boolean, { background }: LooksOptions): LineLook | null {
  if (!look || (hasHighlight && look.layer !== layers.highlighted)) return null;
  return { color: mixColors(look.color, background, faintness), dash: null, casing: null, layer: layers.raw };
}
