import type { RunId } from '../run/run.js';
import type { Fidelity, SourceXAxis } from './source-abilities.js';

/** A metric along an x axis. */
export interface ExtentQuery {
  readonly metric: string;
  readonly xAxis: SourceXAxis;
}

/** Over all runs that have both. Null where no value is finite. */
export interface ExtentAnswer {
  readonly x: readonly [number, number] | null;
  readonly y: readonly [number, number] | null;
  /** Lowest x and y above zero, for log axes; null when there is none. */
  readonly positive: readonly [x: number | null, y: number | null];
  /** Runs that have the metric, and their logged points. */
  readonly runs: number;
  readonly points: number;
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
   * in doubles; x on the right edge is in the last column.
   */
  readonly columns: number;
}

export interface SeriesQuery extends ExtentQuery {
  readonly runIds: readonly RunId[];
  readonly window: PixelWindow;
}

/** One run's line within a window: what a picture of that many columns needs, and no more. */
export interface SourceSeries {
  readonly runId: RunId;
  /** Ascending. From the last point left of the window to the first right of it. */
  readonly x: Float64Array;
  /** As long as `x`. A value that is not finite is a gap. */
  readonly y: Float64Array;
  /**
   * By point, the total variation of y (in data units, over finite neighbours) among the points left out between it and the one before,
   * beyond the step that is seen. Null when nothing was left out.
   */
  readonly hiddenVariation: Float64Array | null;
  /** Points in the window that were logged, of them the non-finite. */
  readonly pointCount: number;
  readonly nonFiniteCount: number;
}

export interface SeriesAnswer {
  /** In the order asked; runs without the metric or the x axis are left out. */
  readonly series: readonly SourceSeries[];
  readonly fidelity: Fidelity;
}
