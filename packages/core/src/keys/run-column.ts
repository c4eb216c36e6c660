import type { RunId } from '../run/run.js';
import type { KeyId } from './key-id.js';

/** Which point of a history speaks for the run. */
export type YValue = 'latest' | 'max' | 'min';

interface ColumnBase {
  readonly keyId: KeyId;
  readonly yValue: YValue;
  /** In the order of the runs. */
  readonly runIds: readonly RunId[];
}

/** One number per run. Dates are seconds since the epoch, those of config keys as of `default:Wall Time`. */
export interface NumberColumn extends ColumnBase {
  readonly type: 'number' | 'date';
  /** NaN: no value. ±Infinity: non-finite. `-0` is stored as 0. */
  readonly values: Float64Array;
}

/** One category per run. */
export interface CategoryColumn extends ColumnBase {
  readonly type: 'category' | 'boolean' | 'mixed';
  /** What is shown: text, number, boolean, or a list as canonical JSON text. Null: no value. */
  readonly values: readonly (string | number | boolean | null)[];
  /** Identity by type and value (`string:adam`, `number:1`, `boolean:true`, `json:[1]`), null: no value. */
  readonly categoryIds: readonly (string | null)[];
  /** Per run the non-finite number that a mixed key may hold (±Infinity), else 0; null when there is none. */
  readonly nonFinite: Float64Array | null;
}

/** One value per run for a Key and Y value: the only thing that bucketing reads. */
export type RunColumn = NumberColumn | CategoryColumn;
