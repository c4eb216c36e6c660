import { fromCoordinate, toCoordinate, type ScaleType } from './scale-type.js';

/** The window of the data that is drawn, and the size it is drawn at. */
export interface View {
  /** x at the left and right edge, ascending. Lines run on beyond both. */
  readonly xDomain: readonly [number, number];
  /** y at the lower and upper edge, ascending. What lies beyond is clipped. */
  readonly yDomain: readonly [number, number];
  /** Default: `'linear'`. */
  readonly xScale?: ScaleType;
  /** Default: `'linear'`. */
  readonly yScale?: ScaleType;
  /** Where symlog turns from linear to logarithmic. Default: 1. */
  readonly symlogConstant?: number;
  /** Device pixels, a whole number from 1 to 65,535. */
  readonly width: number;
  /** Device pixels, a whole number from 1 to 65,535. */
  readonly height: number;
}

/** One axis as a straight map: pixel = (coordinate − origin) · factor. */
export interface AxisMap {
  readonly type: ScaleType;
  readonly constant: number;
  readonly origin: number;
  readonly factor: number;
}

const MAX_SIZE = 65535;

/** Left edge of the plot is pixel 0, right edge is pixel `width`. */
export function xAxisMap(view: View): AxisMap {
  return axisMap('x', view.xDomain, view.xScale, view.symlogConstant, view.width, false);
}

/** Upper edge of the plot is pixel 0, lower edge is pixel `height`. */
export function yAxisMap(view: View): AxisMap {
  return axisMap('y', view.yDomain, view.yScale, view.symlogConstant, view.height, true);
}

function axisMap(
  name: 'x' | 'y',
  domain: readonly [number, number],
  type: ScaleType = 'linear',
  constant = 1,
  size: number,
  flipped: boolean,
): AxisMap {
  if (!Number.isInteger(size) || size < 1 || size > MAX_SIZE) {
    throw new RangeError(`View: ${name === 'x' ? 'width' : 'height'} ${size} is not a whole number from 1 to ${MAX_SIZE}; round it to device pixels.`);
  }
  if (!(constant > 0)) throw new RangeError(`View: symlogConstant ${constant} is not above 0.`);
  let low = toCoordinate(type, constant, domain[0]);
  let high = toCoordinate(type, constant, domain[1]);
  if (!Number.isFinite(low) || !Number.isFinite(high) || low > high) {
    const need = type === 'log' ? 'two ascending numbers above 0' : 'two ascending finite numbers';
    throw new RangeError(`View: ${name}Domain [${domain[0]}, ${domain[1]}] on a ${type} scale is not ${need}.`);
  }
  // A domain of one value has that value in its middle.
  if (low === high) {
    const half = Math.abs(low) * 1e-3 || 0.5;
    low -= half;
    high += half;
  }
  const factor = size / (high - low);
  return flipped ? { type, constant, origin: high, factor: -factor } : { type, constant, origin: low, factor };
}

/** Device pixel position of a value, fractional, not clipped; NaN where a log scale has no place for it. */
export function toPixel(map: AxisMap, value: number): number {
  return (toCoordinate(map.type, map.constant, value) - map.origin) * map.factor;
}

/** Value at a device pixel position. */
export function fromPixel(map: AxisMap, pixel: number): number {
  return fromCoordinate(map.type, map.constant, map.origin + pixel / map.factor);
}
