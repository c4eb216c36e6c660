import { scaleLinear, scaleLog, scaleSymlog } from 'd3-scale';
import type { ScaleKind } from './plot-extent.js';

/** A d3 scale as Recharts takes it and hands it back. */
export interface AxisScale {
  (value: number): number;
  domain(): number[];
  domain(domain: Iterable<number>): this;
  range(): number[];
  range(range: Iterable<number>): this;
  invert(length: number): number;
  copy(): this;
}

/** The scale of an axis: its kind and, for symlog, the value around which it turns from linear to log. */
export interface AxisShape {
  readonly kind: ScaleKind;
  /** Only for symlog; 1 otherwise. */
  readonly constant: number;
}

/** An axis without domain and range, to be placed by Recharts. */
export function createAxisScale({ kind, constant }: AxisShape): AxisScale {
  if (kind === 'log') return scaleLog();
  if (kind === 'symlog') return scaleSymlog().constant(constant);
  return scaleLinear();
}

/** Where a symlog axis turns linear: the decade of its smallest value, at most six decades below its largest. */
export function symlogConstant(smallest: number, largest: number): number {
  if (!(largest > 0)) return 1;
  const decade = (value: number): number => Math.floor(Math.log10(value));
  const top = decade(largest);
  return 10 ** Math.max(Number.isFinite(smallest) ? decade(smallest) : top, top - 6, -300);
}
