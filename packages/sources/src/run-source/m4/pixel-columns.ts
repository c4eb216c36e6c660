import type { PixelWindow } from '@runhue/core';

/** The pixel columns of a window: column = floor((coordinateOf(x) − origin) · factor), at most `last`. */
export interface PixelColumns {
  readonly coordinateOf: (x: number) => number;
  readonly origin: number;
  /** Columns per unit of the coordinate; 0 where the window has no width that doubles can divide, so that all is in column 0. */
  readonly factor: number;
  readonly last: number;
}

/** The formula of `PixelWindow`, with both ends taken apart so that a query language can be given the numbers. */
export function pixelColumns({ domain: [left, right], scale = 'linear', symlogConstant = 1, columns }: PixelWindow): PixelColumns {
  const coordinateOf = coordinate(scale, symlogConstant);
  const origin = coordinateOf(left);
  return { coordinateOf, origin, factor: cellFactor(coordinateOf(right) - origin, columns), last: columns - 1 };
}

/** Column of an x within the window. */
export function columnOf({ coordinateOf, origin, factor, last }: PixelColumns, x: number): number {
  return Math.min(last, Math.max(0, Math.floor((coordinateOf(x) - origin) * factor)));
}

/** Cells per unit; 0 where the quotient is not finite: no width, or one that doubles cannot hold. */
export function cellFactor(width: number, cells: number): number {
  const factor = cells / width;
  return Number.isFinite(factor) && Number.isFinite(width) ? factor : 0;
}

function coordinate(scale: NonNullable<PixelWindow['scale']>, constant: number): (x: number) => number {
  if (scale === 'linear') return (x) => x;
  if (scale === 'log') return Math.log;
  return (x) => (x < 0 ? -Math.log1p(-x / constant) : Math.log1p(x / constant));
}
