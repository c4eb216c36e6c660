import type { SourceSeries } from '@runhue/core';
import { hiddenBetween, keepOfColumn } from '../m4/reduce-line.js';

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** A line that is put together column by column, from left to right. */
export interface LineBuilder {
  /** A column with all its points; more than four are reduced. */
  addWhole(points: Points): void;
  /** What an engine kept of a column of `total` finite points, with the variation of y from the column's first point up to each. */
  addReduced(points: Points, column: { readonly total: number; readonly varied: Float64Array }): void;
  line(): Omit<SourceSeries, 'runId'>;
}

export function createLineBuilder(): LineBuilder {
  const x: number[] = [];
  const y: number[] = [];
  const hidden: number[] = [];
  let isWhole = true;
  let pointCount = 0;
  let nonFiniteCount = 0;

  const push = (points: Points, index: number, hiddenBefore: number): void => {
    x.push(points.x[index] ?? NaN);
    y.push(points.y[index] ?? NaN);
    hidden.push(hiddenBefore);
  };

  return {
    addWhole(points) {
      const count = points.x.length;
      const kept: number[] = [];
      if (count > 4) keepOfColumn(points.y, 0, count, kept);
      else kept.push(...points.x.keys());
      kept.forEach((index, k) => push(points, index, hiddenBetween(points.y, kept[k - 1] ?? index, index)));
      isWhole &&= kept.length === count;
      pointCount += count;
      nonFiniteCount += points.y.reduce((sum, value) => sum + Number(!Number.isFinite(value)), 0);
    },
    addReduced(points, { total, varied }) {
      for (let k = 0; k < points.x.length; k += 1) {
        const seen = k === 0 ? 0 : Math.abs((points.y[k] ?? 0) - (points.y[k - 1] ?? 0));
        const all = k === 0 ? 0 : (varied[k] ?? 0) - (varied[k - 1] ?? 0);
        const rest = Math.min(all, Number.MAX_VALUE) - (Number.isFinite(seen) ? seen : 0);
        push(points, k, rest > 0 ? rest : 0);
      }
      isWhole = false;
      pointCount += total;
    },
    line: () => ({ x: Float64Array.from(x), y: Float64Array.from(y), hiddenVariation: isWhole ? null : Float64Array.from(hidden), pointCount, nonFiniteCount }),
  };
}
