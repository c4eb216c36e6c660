/** How a series is smoothed; `'time-ema'` is the default of W&B's line plots. */
export type SmoothingMethod = 'none' | 'time-ema' | 'ema' | 'gaussian' | 'average';

/** How a line is smoothed. */
export interface SmoothingOptions {
  readonly method: SmoothingMethod;
  /**
   * How much, in the method's own unit; see `smoothingLimits`. Beyond its limits it is clipped and reported.
   * `time-ema` and `ema`: 0 (none) to 1. `gaussian`: standard deviation in thousandths of `xRange`, 0 to 100.
   * `average`: number of points, 1 to 1000.
   */
  readonly amount: number;
  /**
   * Lowest and highest x of *all* series of the plot, not of the zoom, so that zooming never changes a value.
   * Only `time-ema` and `gaussian` read it; a range of zero width (or one that is not finite) means no smoothing.
   */
  readonly xRange: readonly [number, number];
}

/** The amounts that a method knows; beyond them they are clipped. */
export interface SmoothingLimits {
  readonly min: number;
  readonly max: number;
  /** True when only whole numbers mean something. */
  readonly integer: boolean;
}

/** What `amount` may be under each method; at `min` nothing is smoothed. */
export const smoothingLimits: { readonly [method in SmoothingMethod]: SmoothingLimits } = {
  none: { min: 0, max: 0, integer: false },
  'time-ema': { min: 0, max: 1, integer: false },
  ema: { min: 0, max: 1, integer: false },
  gaussian: { min: 0, max: 100, integer: false },
  average: { min: 1, max: 1000, integer: true },
};

/** An amount that its method can use. */
export interface ClippedAmount {
  /** The amount in force. */
  readonly amount: number;
  /** Why it differs from what was asked for, or null when it does not. */
  readonly problem: string | null;
}

/** The amount in force for a method: clipped to its limits, rounded where only whole numbers count. */
export function clipSmoothingAmount(method: SmoothingMethod, amount: number): ClippedAmount {
  const { min, max, integer } = smoothingLimits[method];
  if (method === 'none') return { amount: 0, problem: null };
  const given = amount;
  let used = Number.isNaN(given) ? min : Math.min(max, Math.max(min, given));
  if (integer) used = Math.round(used);
  if (used === given) return { amount: used, problem: null };
  const what = integer ? `a whole number from ${min} to ${max}` : `a number from ${min} to ${max}`;
  return { amount: used, problem: `Smoothing "${method}": amount ${given} is not ${what}; ${used} is used.` };
}
