import type { RunId } from '../run/run.js';
import type { BucketStyle } from './bucket-style.js';
import { slotCount, slotStyle } from './category-style.js';
import type { ColorOptions } from './choose-palette.js';
import { cased } from './color-buckets.js';
import { hashId } from './hash-id.js';
import { normalizeHex } from './srgb.js';

/** What `originalStyle` takes. */
export interface OriginalOptions extends ColorOptions {
  /** Another number deals the colours anew; default 0. */
  readonly seed?: number;
  /** Name of a categorical palette; default: the kit's twelve colours. */
  readonly palette?: string;
  /** A user's own colours (`ColorSettings.runColors`) win over the hash. */
  readonly runColors?: Readonly<Record<RunId, string>>;
}

/** The run's own colour: a categorical slot by the hash of its id, so that it stays the same in every plot, session and run set. */
export function originalStyle(runId: RunId, options: OriginalOptions): BucketStyle {
  const { seed = 0, palette, runColors } = options;
  const chosen = runColors && Object.hasOwn(runColors, runId) ? normalizeHex(runColors[runId]) : null;
  const slot = hashId(seed === 0 ? runId : `${seed}:${runId}`) % slotCount(palette, options);
  const { color, dash } = slotStyle(slot, options, palette);
  return chosen === null ? cased(color, dash, options) : cased(chosen, null, options);
}
