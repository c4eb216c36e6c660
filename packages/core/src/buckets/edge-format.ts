/** The smallest unit of a printed date, coarse to fine. */
export type DateResolution = 'year' | 'month' | 'day' | 'minute' | 'second' | 'millisecond';

/** How all edges of one legend are printed, chosen once so that they share decimals and notation. */
export interface EdgeFormat {
  readonly kind: 'number' | 'date';
  /** `fixed`: plain decimals or grouped integers; `scientific`: from 1e6 and below 1e-3; `shortest`: every digit of the double. */
  readonly notation: 'fixed' | 'scientific' | 'shortest';
  /** Digits after the decimal sign (of the mantissa when scientific). */
  readonly decimals: number;
  /** For dates: the smallest unit shown. */
  readonly resolution?: DateResolution;
}
