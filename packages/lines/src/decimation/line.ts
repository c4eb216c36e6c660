/** One line as it is drawn: points in ascending x. Arrays are kept by reference and never changed. */
export interface Line {
  /** Ascending (equal values allowed) and finite. */
  readonly x: Float64Array;
  /** As long as `x`. A value that is not finite is a gap. */
  readonly y: Float64Array;
  /**
   * For a line that was reduced before: by point, the total variation of y among points left out between it and the one before, beyond
   * the step between the two; not negative. A line reduced to the first, lowest, highest and last point of each pixel column is then drawn
   * as all its points would be: the very columns on a linear y scale; on log and symlog the variation, which only says how densely a
   * turning line fills its rows, is scaled by the slope between the two points. Not read after a gap. Default: null, nothing was left out.
   */
  readonly hiddenVariation?: Float64Array | null;
  /**
   * Where the line lies in the stack: higher is nearer to the viewer. Give a hash of the line's own name, so that the order
   * is fair, and hiding or adding lines reshuffles nobody. Equal orders lie in the order given.
   */
  readonly order: number;
}

/** Whether two lines have the same arrays of points. */
export function samePoints(a: Line, b: Line): boolean {
  return a.x === b.x && a.y === b.y && (a.hiddenVariation ?? null) === (b.hiddenVariation ?? null);
}
