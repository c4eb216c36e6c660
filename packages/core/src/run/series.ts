/**
 * All logged points of one metric of one run, as columns of equal length, ordered by step.
 * Latest, lowest and highest value are kept, so that a change of Key never scans a history.
 */
export interface Series {
  /** Strictly increasing, finite; may be fractional. */
  readonly steps: Float64Array;
  /** NaN means "logged as NaN"; ±Infinity is kept. */
  readonly values: Float64Array;
  /** Seconds since the epoch per point (NaN where unknown), or null when no point has one. */
  readonly wallTimes: Float64Array | null;
  /** Process seconds since the run's start per point (NaN where unknown), or null when no point has one. */
  readonly runtimes: Float64Array | null;
  /** The last value, whatever it is; NaN for an empty series. */
  readonly latest: number;
  /** Lowest finite value; ±Infinity if only infinite values were logged; else NaN. */
  readonly min: number;
  /** Highest finite value; ±Infinity if only infinite values were logged; else NaN. */
  readonly max: number;
}
