/** One line as it is drawn: points in ascending x. Arrays are kept by reference and never changed. */
export interface Line {
  /** Ascending (equal values allowed) and finite. */
  readonly x: Float64Array;
  /** As long as `x`. A value that is not finite is a gap. */
  readonly y: Float64Array;
  /**
   * Where the line lies in the stack: higher is nearer to the viewer. Give a hash of the line's own name, so that the order
   * is fair, and hiding or adding lines reshuffles nobody. Equal orders lie in the order given.
   */
  readonly order: number;
}
