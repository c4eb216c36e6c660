import type { KeyId } from '../keys/key-id.js';
import type { YValue } from '../keys/run-column.js';
import type { Run, RunId } from '../run/run.js';

export interface RunsQuery {
  /** Most runs of the answer, 1 to 1,000. */
  readonly limit: number;
  /** Where the page before ended: its `cursor`. Default: from the start. */
  readonly cursor?: string;
  /**
   * Default: the source's own order. Numbers by value, ±Infinity at the ends, categories in natural order (`compareNatural`). Runs without a
   * value come last either way; equal values in the source's own order.
   */
  readonly orderBy?: { readonly keyId: KeyId; readonly yValue: YValue; readonly direction: 'ascending' | 'descending' };
  /** Only runs whose name or id holds this text, whatever its case. */
  readonly search?: string;
  /** Only these runs, in the source's order; unknown ids are left out. */
  readonly runIds?: readonly RunId[];
}

/** A run without its history. */
export type RunHead = Omit<Run, 'history'>;

export interface RunPage {
  readonly runs: readonly RunHead[];
  /** Null after the last page. */
  readonly cursor: string | null;
  /** How many runs were found on all pages. */
  readonly total: number;
}
