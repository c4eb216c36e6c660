import type { YValue } from '../keys/run-column.js';

/**
 * How true an answer is to what was logged. `exact`: every value it speaks of. `m4`: per pixel column the first, lowest, highest and last point and
 * the variation between them, which draws the same picture at that size (on a log y axis, where all values are above 0). `min-max`: lowest and highest per column. `sampled`: some points or runs
 * were left out, so spikes may be missing.
 */
export type Fidelity = 'exact' | 'm4' | 'min-max' | 'sampled';

/** What runs along x: one of the four clocks, or the name of a metric. */
export type SourceXAxis = 'Step' | 'Relative Time (Process)' | 'Relative Time (Wall)' | 'Wall Time' | (string & {});

/** What a source can answer. */
export interface SourceAbilities {
  /** For people: `DuckDB`, `ClickHouse`, `MLflow`, `memory` … */
  readonly name: string;
  /** The Y values that it can reduce a metric to. */
  readonly yValues: readonly YValue[];
  /** The clocks that series can run along. */
  readonly clocks: readonly SourceXAxis[];
  /** Whether a metric can be the x axis. */
  readonly metricAsX: boolean;
  /** Whether runs can be ordered by a Key. */
  readonly orderByKey: boolean;
  /** Whether `density` is there. */
  readonly density: boolean;
  /** The best that `series` gives once a window holds more points than columns can show. */
  readonly seriesFidelity: Fidelity;
  /** Most runs that one question for series may name. */
  readonly maxSeriesRuns: number;
}
