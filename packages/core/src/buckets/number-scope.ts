import type { NumberColumn } from '../keys/run-column.js';
import type { ColorSettings, KeySettings } from '../settings/color-settings.js';
import { domainInForce, type DomainInForce } from './domain-in-force.js';
import { finiteExtent } from './finite-extent.js';
import type { ShownRuns } from './shown-runs.js';

/** Which values of a column make the edges, and between which ends. */
export interface NumberScope extends DomainInForce {
  readonly extent: readonly [number, number];
  /** Positions that count, or undefined for all. */
  readonly includes: ((index: number) => boolean) | undefined;
}

/**
 * The scope of a column's values: all runs, or the visible ones when the settings say so (all if none of the visible has a value).
 * Null when no run has a finite value.
 */
export function numberScope(
  column: NumberColumn,
  scope: ColorSettings['scope'],
  own: KeySettings,
  visibleIds: ShownRuns | undefined,
): NumberScope | null {
  const { values, runIds } = column;
  if (scope === 'visible' && visibleIds) {
    const includes = (index: number): boolean => visibleIds.has(runIds[index] ?? '');
    const extent = finiteExtent(values, includes);
    if (extent) return { extent, includes, ...domainInForce(own.domain, extent) };
  }
  const extent = finiteExtent(values);
  return extent && { extent, includes: undefined, ...domainInForce(own.domain, extent) };
}
