import { ema } from './ema.js';
import { gaussian } from './gaussian.js';
import { runningAverage } from './running-average.js';
import { clipSmoothingAmount, smoothingLimits, type SmoothingOptions } from './smoothing-options.js';
import { timeEma } from './time-ema.js';

/** A smoothed line and the amount that made it so. */
export interface SmoothedSeries {
  /** As long as the input. The input itself (the same reference) when nothing is smoothed. */
  readonly y: Float64Array;
  /** The amount in force. */
  readonly amount: number;
  /** Why the amount in force differs from the one asked for, or null. */
  readonly problem: string | null;
}

/**
 * Smooths one series, on its full data and before any decimation.
 *
 * Values that are not finite are skipped: they do not enter any average, and stay in their places, so gaps stay gaps.
 *
 * @param x Ascending, finite, as long as `y`.
 * @param y The logged values.
 * @param options Method, amount and the x range of all series of the plot. At the lowest amount nothing is smoothed.
 * @throws RangeError when `x` and `y` differ in length.
 */
export function smooth(x: Float64Array, y: Float64Array, options: SmoothingOptions): SmoothedSeries {
  if (x.length !== y.length) {
    throw new RangeError(`smooth: x has ${x.length} values and y has ${y.length}; give one x for each y.`);
  }
  const { method, xRange } = options;
  const { amount, problem } = clipSmoothingAmount(method, options.amount);
  if (method === 'none' || amount === smoothingLimits[method].min) return { y, amount, problem };
  if (method === 'ema') return { y: ema(y, amount), amount, problem };
  if (method === 'average') return { y: runningAverage(y, amount), amount, problem };
  const range = xRange[1] - xRange[0];
  if (!(range > 0 && Number.isFinite(range))) return { y, amount, problem };
  if (method === 'time-ema') return { y: timeEma(x, y, amount, range), amount, problem };
  const sigma = (amount / 1000) * range;
  return { y: sigma > 0 ? gaussian(x, y, sigma) : y, amount, problem };
}
