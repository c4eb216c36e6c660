import type { KeyId } from '../keys/key-id.js';
import type { YValue } from '../keys/run-column.js';
import type { ExtentQuery, PixelWindow } from './series-query.js';
import type { Fidelity } from './source-abilities.js';

/** The buckets of a column of numbers by their interior edges, ascending; a value on an edge belongs above it. */
export interface DensityBuckets {
  readonly keyId: KeyId;
  readonly yValue: YValue;
  readonly edges: readonly number[];
}

export interface DensityQuery extends ExtentQuery {
  readonly window: PixelWindow;
  /** y at the lower and upper edge, ascending, linear. */
  readonly yDomain: readonly [number, number];
  /**
   * Cells from top to bottom, 1 to 4,096. A point's row is floor((upper − y) · (rows / (upper − lower))), in this order of operations; y on the
   * lower edge is in the last row. Points beyond `yDomain` or the window count nowhere.
   */
  readonly rows: number;
  /** Null: all runs in one bucket. */
  readonly buckets: DensityBuckets | null;
}

export interface DensityAnswer {
  /** Per bucket (`edges.length + 1`; runs without a finite value count nowhere) the logged points per cell, row by row from the top. */
  readonly counts: readonly Uint32Array[];
  readonly fidelity: Fidelity;
}
