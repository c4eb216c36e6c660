import type { DensityQuery, PixelWindow } from '@runhue/core';
import type { LinePoints } from '../run-source/line-points.js';
import { cellFactor, columnOf, pixelColumns } from '../run-source/m4/pixel-columns.js';
import { firstAbove, firstNotBelow } from '../run-source/m4/reduce-line.js';

/** Adds a line's points to the cells of its bucket. */
export type CountCells = (line: LinePoints, counts: Uint32Array) => void;

/** Counts points per cell of a density: row by row from the top, columns from the left. */
export function createCellCounter({ window, yDomain, rows }: DensityQuery & { readonly window: PixelWindow }): CountCells {
  const columns = pixelColumns(window);
  const [lower, upper] = yDomain;
  const rowFactor = cellFactor(upper - lower, rows);
  return ({ x, y }, counts) => {
    const end = firstAbove(x, window.domain[1]);
    for (let i = firstNotBelow(x, window.domain[0]); i < end; i += 1) {
      const value = y[i] as number;
      if (!(value >= lower && value <= upper)) continue;
      const row = rowFactor === 0 ? 0 : Math.min(rows - 1, Math.floor((upper - value) * rowFactor));
      const cell = row * window.columns + columnOf(columns, x[i] as number);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  };
}

/** Bucket of a value by interior edges: how many edges are at or below it; −1 when it is not finite. */
export function bucketIndex(edges: readonly number[], value: number): number {
  return Number.isFinite(value) ? edges.filter((edge) => edge <= value).length : -1;
}
