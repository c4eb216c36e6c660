import type { RunId } from '../run/run.js';
import type { Fidelity, SourceXAxis } from './source-abilities.js';

/** A metric along an x axis. */
export interface ExtentQuery {
  readonly metric: string;
  readonly xAxis: SourceXAxis;
}

/** Over all logged points that have a finite x, whatever their y. Null where no value is finite. */
export interface ExtentAnswer {
  readonly x: readonly [number, number] | null;
  readonly y: readonly [number, number] | null;
  /** Lowest x and y above zero, for log axes; null when there is none. */
  readonly positive: readonly [x: number | null, y: number | null];
  /** Runs that have such a point, and how many points there are. */
  readonly runs: number;
  readonly points: number;
  readonly fidelity: Fidelity;
}

/** Values of x from left to right edge, cut into pixel columns. */
export interface PixelWindow {
  /** x at the left and right edge, ascending. */
  readonly domain: readonly [number, number];
  /** Coordinate in which columns are equally wide. Symlog is sign(x) · ln(1 + |x| / symlogConstant). Default `linear`. */
  readonly scale?: 'linear' | 'log' | 'symlog';
  /** Default 1. */
  readonly symlogConstant?: number;
  /**
   * Device pixels, 1 to 16,384. A point's column is floor((c(x) − c(left)) · (columns / (c(right) − c(left)))), in this order of operations,
   * in doubles; x on the right edge is in the last column. Where that quotient is not finite (a domain of one value), all is in column 0.
   */
  readonly columns: number;
}

export interface SeriesQuery extends ExtentQuery {
  readonly runIds: readonly RunId[];
  readonly window: PixelWindow;
}

/**
 * One run's line within a window: what a picture of that many columns needs, and no more. Under `m4` a column of up to four points keeps them
 * all; of a fuller one, each stretch between gaps keeps its first, first lowest, first highest and last point, and each gap a non-finite one.
 */
export interface SourceSeries {
  readonly runId: RunId;
  /** Ascending and finite; points without an x are left out. From the last point left of the window to the first right of it. */
  readonly x: Float64Array;
  /** As long as `x`. A value that is not finite is a gap. */
  readonly y: Float64Array;
  /**
   * By point, the total variation of y (in data units, over finite neighbours) among the points left out between it and the one before,
   * beyond the step that is seen. Null when nothing was left out.
   */
  readonly hiddenVariation: Float64Array | null;
  /** Points in the window (both ends included, neighbours not) that were logged, of them those with a y that is not finite. */
  readonly pointCount: number;
  readonly nonFiniteCount: number;
}

export interface SeriesAnswer {
  /** In the order asked, each run once; runs without any point that has a finite x are left out. */
  readonly series: readonly SourceSeries[];
  readonly fidelity: Fidelity;
}
