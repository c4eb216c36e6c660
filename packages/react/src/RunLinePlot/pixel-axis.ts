import type { AxisShape } from './axis-scale.js';

/** An axis laid out in CSS px. */
export interface PixelAxis extends AxisShape {
  readonly domain: readonly [number, number];
  /** Where the ends of the domain lie, in CSS px. */
  readonly range: readonly [number, number];
}

/** The length in which an axis is straight: the value itself, its logarithm, or symlog as d3-scale defines it. */
export function straighten({ kind, constant }: AxisShape): (value: number) => number {
  if (kind === 'log') return Math.log;
  if (kind === 'symlog') return (value) => Math.sign(value) * Math.log1p(Math.abs(value / constant));
  return (value) => value;
}

function bend({ kind, constant }: AxisShape): (length: number) => number {
  if (kind === 'log') return Math.exp;
  if (kind === 'symlog') return (length) => Math.sign(length) * Math.expm1(Math.abs(length)) * constant;
  return (length) => length;
}

/** Value → CSS px. Not finite where the axis cannot show the value. */
export function toPixels(axis: PixelAxis): (value: number) => number {
  const straight = straighten(axis);
  const first = straight(axis.domain[0]);
  const perLength = (axis.range[1] - axis.range[0]) / (straight(axis.domain[1]) - first);
  return (value) => axis.range[0] + (straight(value) - first) * perLength;
}

/** CSS px → value. */
export function fromPixels(axis: PixelAxis): (pixels: number) => number {
  const straight = straighten(axis);
  const first = straight(axis.domain[0]);
  const length = straight(axis.domain[1]) - first;
  const back = bend(axis);
  return (pixels) => back(first + ((pixels - axis.range[0]) / (axis.range[1] - axis.range[0])) * length);
}
