import type { KeyId } from '../keys/key-id.js';
import type { RunColumn, YValue } from '../keys/run-column.js';
import type { Fidelity } from './source-abilities.js';

export interface ColumnQuery {
  readonly keyId: KeyId;
  /** Ignored for config keys. */
  readonly yValue: YValue;
}

export interface SourceColumn {
  /** All runs of the source. Columns of one source share one array of ids as long as its runs stay the same. */
  readonly column: RunColumn;
  readonly fidelity: Fidelity;
}

export interface SummaryQuery extends ColumnQuery {
  /** How many bars of equal width, 1 to 512. Default 40. */
  readonly bars?: number;
  /** Which quantiles, each 0 to 1. Default: none. */
  readonly quantiles?: readonly number[];
}

/**
 * A column of numbers or dates without its values; of categories there is none, a source then rejects with `invalid`. Finite values only,
 * but for the counts that say otherwise.
 */
export interface ColumnSummary {
  /** Null when no value is finite. */
  readonly extent: readonly [number, number] | null;
  /** As asked; linear between neighbours; empty when no value is finite. */
  readonly quantiles: Float64Array;
  /**
   * Runs per bar, over the extent: bar floor((v/2 − lower/2) · (bars / (upper/2 − lower/2))), the upper end in the last one; all in the first
   * where that quotient is not finite. Empty when no value is finite.
   */
  readonly bars: Float64Array;
  /** Runs with a finite value, with ±Infinity, with none. Together all runs. */
  readonly finite: number;
  readonly nonFinite: number;
  readonly missing: number;
  readonly fidelity: Fidelity;
}
