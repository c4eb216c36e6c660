import type { AxisShape } from '../axis-scale.js';
import { fromPixels, straighten, toPixels, type PixelAxis } from '../pixel-axis.js';
import type { LinePoints } from '../x-values.js';

/** One place along the brush. */
export interface OverviewCell {
  /** Value of the x axis. */
  readonly x: number;
  /** Lowest and highest line there, straightened as the y axis is; null where there is none. */
  readonly range: readonly [number, number] | null;
}

/** Steps in which a brush moves. */
const steps = 200;

/** The x axis of a brush: the whole axis, in steps. */
export function overviewAxis(shape: AxisShape, whole: readonly [number, number]): PixelAxis {
  return { kind: shape.kind, constant: shape.constant, domain: whole, range: [0, steps] };
}

/** Where the lines lie, all together, along the whole x axis: every point of every line and what is drawn between them. */
export function plotOverview(lines: readonly LinePoints[], axis: PixelAxis, yShape: AxisShape): OverviewCell[] {
  const across = toPixels(axis);
  const back = fromPixels(axis);
  const straight = straighten(yShape);
  const low = new Float64Array(steps + 1).fill(Infinity);
  const high = new Float64Array(steps + 1).fill(-Infinity);
  const reach = (cell: number, value: number): void => {
    if (!(cell >= 0 && cell <= steps)) return;
    low[cell] = Math.min(low[cell] ?? Infinity, value);
    high[cell] = Math.max(high[cell] ?? -Infinity, value);
  };
  for (const { x, y } of lines) {
    let [lastPlace, last] = [NaN, NaN];
    for (let i = 0; i < x.length; i++) {
      const [place, value] = [across(x[i] ?? NaN), straight(y[i] ?? NaN)];
      if (!Number.isFinite(place) || !Number.isFinite(value)) {
        lastPlace = NaN;
        continue;
      }
      reach(Math.round(place), value);
      for (let cell = Math.max(0, Math.ceil(lastPlace)); cell < place && cell <= steps; cell++) {
        reach(cell, last + ((value - last) * (cell - lastPlace)) / (place - lastPlace));
      }
      [lastPlace, last] = [place, value];
    }
  }
  const [first, last] = axis.domain;
  const quantum = 10 ** Math.floor(Math.log10((last - first) / steps));
  // Round numbers, since people read them; the ends are the very ends.
  const placed = (cell: number): number => {
    if (cell === 0 || cell === steps) return cell === 0 ? first : last;
    const value = back(cell);
    return axis.kind === 'linear' ? Number((Math.round(value / quantum) * quantum).toPrecision(12)) : Number(value.toPrecision(3));
  };
  return Array.from(low, (lowest, cell) => {
    const highest = high[cell] ?? NaN;
    return { x: placed(cell), range: lowest <= highest ? [lowest, highest] : null };
  });
}
