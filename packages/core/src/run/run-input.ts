import type { ConfigValue } from './run.js';

/**
 * One logging call. `_step`, `_timestamp` (seconds since the epoch) and `_runtime` (process seconds) are the clock;
 * every other key is a metric, those of nested objects by dotted name. A missing, empty or null cell means "not logged", NaN
 * means "logged as NaN"; text is read when it spells a number, `"NaN"` or `"Infinity"`. When no row has a `_step`, the row's
 * index is the step.
 */
export type HistoryRow = { readonly [key: string]: unknown };

/** One metric as columns of equal length. */
export interface SeriesInput {
  readonly steps: ArrayLike<number | string>;
  readonly values: ArrayLike<number | string | null>;
  /** Seconds since the epoch. */
  readonly wallTimes?: ArrayLike<number | string | null> | null;
  /** Process seconds since the run's start. */
  readonly runtimes?: ArrayLike<number | string | null> | null;
}

/** Metric name → columns. */
export type HistoryColumns = { readonly [metric: string]: SeriesInput };

/** A run as an app or a reader hands it over. */
export interface RunInput {
  /** Unique; a finite number becomes a string and is reported. */
  readonly id: string | number;
  /** Default: the id. */
  readonly name?: string;
  readonly config?: { readonly [key: string]: ConfigValue };
  readonly state?: string | null;
  /** Seconds since the epoch, an ISO 8601 text, or a Date. Default: unknown. */
  readonly startTime?: number | string | Date | null;
  /** Rows, columns, or the history of a run that was made before. */
  readonly history?: readonly HistoryRow[] | HistoryColumns | ReadonlyMap<string, SeriesInput>;
}
