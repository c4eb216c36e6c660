import { toCoordinate } from '../view/scale-type.js';
import type { AxisMap } from '../view/view.js';
import { lowerBound } from './decimate-columns.js';
import type { Line } from './line.js';

export interface LineCoordinates {
  readonly y: Float64Array;
  readonly hidden: Float64Array | null;
}

let ys = new Float64Array(0);
let variations = new Float64Array(0);

/**
 * The transformed y of the points that columns between two values of x need, and the variation hidden before each, in memory shared by all
 * lines. What varied unseen between two points is taken to have lain where they lie.
 */
export function lineCoordinates(map: AxisMap, line: Line, fromX: number, toX: number): LineCoordinates {
  const { x, y, hiddenVariation = null } = line;
  if (ys.length < y.length) ys = new Float64Array(y.length);
  const start = Math.max(0, lowerBound(x, fromX) - 1);
  const end = Math.min(y.length, lowerBound(x, toX) + 1);
  for (let i = start; i < end; i++) ys[i] = toCoordinate(map.type, map.constant, y[i]!);
  if (hiddenVariation === null) return { y: ys, hidden: null };
  if (variations.length < y.length) variations = new Float64Array(y.length);
  for (let i = start; i < end; i++) {
    const varied = hiddenVariation[i]! * slopeOf(map, y[i - 1] ?? NaN, y[i]!);
    variations[i] = Number.isFinite(varied) ? varied : 0;
  }
  return { y: ys, hidden: variations };
}

/** How many units of the coordinate a unit of y is, between two values. */
function slopeOf({ type, constant }: AxisMap, a: number, b: number): number {
  if (a !== b) return (toCoordinate(type, constant, b) - toCoordinate(type, constant, a)) / (b - a);
  return type === 'log' ? 1 / b : 1 / (constant + Math.abs(b));
}
