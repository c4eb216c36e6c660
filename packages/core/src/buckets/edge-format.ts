/** How all edges of one legend are printed, chosen once so that they share decimals and notation. */
export interface EdgeFormat {
  readonly kind: 'number' | 'date';
  /** `fixed`: plain decimals or grouped integers; `scientific`: from 1e6 and below 1e-3. */
  readonly notation: 'fixed' | 'scientific' | 'shortest';
  /** Digits after the decimal sign (of the mantissa when scientific). */
  readonly decimals: number;
  /** For dates: the smallest unit shown. */
  readonly resolution?: 'year' | 'month' | 'day' | 'minute' | 'second' | 'millisecond';
}
