/** How data values become distances. `symlog` is sign(v) · log(1 + |v| / constant), as d3-scale has it. */
export type ScaleType = 'linear' | 'log' | 'symlog';

/** The transformed coordinate of a value, in which lines are straight; NaN where a log scale has no place for it. */
export function toCoordinate(type: ScaleType, constant: number, value: number): number {
  if (type === 'linear') return value;
  if (type === 'log') return value > 0 ? Math.log(value) : NaN;
  return value < 0 ? -Math.log1p(-value / constant) : Math.log1p(value / constant);
}

/** The value at a transformed coordinate. */
export function fromCoordinate(type: ScaleType, constant: number, coordinate: number): number {
  if (type === 'linear') return coordinate;
  if (type === 'log') return Math.exp(coordinate);
  return coordinate < 0 ? -constant * Math.expm1(-coordinate) : constant * Math.expm1(coordinate);
}
