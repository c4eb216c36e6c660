import { symlogConstant, type AxisShape } from './axis-scale.js';
import { logTicks, multiplesWithin, niceStep, niceWideStep, symlogTicks, widenTo } from './number-ticks.js';
import { positivePart, type Extent, type ScaleKind } from './plot-extent.js';
import { dateTickFormat, durationFormat, numberTickFormat, type TickFormat } from './tick-format.js';
import { dateTicks, durationTicks } from './time-ticks.js';

/** What the numbers of an axis are. */
export type AxisQuantity = 'number' | 'step' | 'duration' | 'date';

/** One axis of a plot, ready for Recharts. */
export interface PlotAxis extends AxisShape {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly formatTick: TickFormat;
}

export interface AxisOptions {
  readonly kind: ScaleKind;
  readonly quantity: AxisQuantity;
  readonly locale: string;
  /** Ends that the app or a zoom has set; null leaves an end to the data. */
  readonly pinned?: readonly [number | null, number | null];
  /** Widens ends that are left to the data, so that they fall on ticks. Default false. */
  readonly nice?: boolean;
  /** Where a symlog axis turns linear. Default: by the data. */
  readonly constant?: number;
  /** The app's own texts. */
  readonly formatTick?: TickFormat;
}

/** Largest magnitude of an axis: beyond, the length of the axis would not be a number. */
const limit = 4e307;

/** Domain, ticks and texts for data of this extent. A log axis shows its positive part; where there is none it stays empty, from 1 to 10. */
export function createPlotAxis(extent: Extent, options: AxisOptions): PlotAxis {
  const { kind, quantity, locale, pinned = [null, null] } = options;
  const data = kind === 'log' ? positivePart(extent) : extent;
  const usable = pinned.map((end) => (end === null || !Number.isFinite(end) || (kind === 'log' && end <= 0) ? null : end));
  let [lower, upper] = roomFor(
    clamp(usable[0] ?? data?.min ?? (kind === 'log' ? 1 : 0)),
    clamp(usable[1] ?? data?.max ?? (kind === 'log' ? 10 : 1)),
    kind,
    quantity,
  );
  const ownConstant = symlogConstant(data?.smallest ?? 1, Math.max(Math.abs(lower), Math.abs(upper)));
  const constant = kind === 'symlog' ? (options.constant ?? ownConstant) : 1;
  const whole = quantity === 'step' && upper - lower >= 2;
  const widens = options.nice && usable.includes(null);
  const step = widens ? niceWideStep(lower, upper) : niceStep(lower, upper, whole ? 1 : 0);
  if (widens) [lower, upper] = widened(lower, upper, kind, step, usable);
  const ticks = ticksWithin(lower, upper, kind, constant, quantity, step);
  const formatTick = options.formatTick ?? formatOf(ticks, quantity, locale, kind === 'linear');
  return { kind, constant, domain: [lower, upper], ticks, formatTick };
}

function clamp(value: number): number {
  return Math.max(-limit, Math.min(limit, value));
}

/** Shortest domain as a part of its ends: below, ticks could not be told apart. */
const shortest = 1e-8;

/** A domain of (nearly) no length gets room on both sides; ends in the wrong order are swapped. */
function roomFor(lower: number, upper: number, kind: ScaleKind, quantity: AxisQuantity): [number, number] {
  if (lower > upper) return [upper, lower];
  const size = Math.max(Math.abs(lower), Math.abs(upper));
  if (lower < upper && upper - lower >= size * shortest) return [lower, upper];
  if (lower < upper) return [lower - size * shortest, upper + size * shortest];
  if (kind === 'log') return [lower / 2, upper * 2];
  const room = quantity === 'number' && lower !== 0 ? Math.abs(lower) * 0.1 : 1;
  return [clamp(lower - room), clamp(upper + room)];
}

function widened(lower: number, upper: number, kind: ScaleKind, step: number, pinned: readonly (number | null)[]): [number, number] {
  let wide: [number, number];
  if (kind === 'linear') wide = widenTo(lower, upper, step);
  else if (kind === 'log') {
    const room = (upper / lower) ** 0.04;
    wide = [lower / room, Math.min(limit, upper * room)];
  } else wide = [lower < 0 ? lower * 1.3 : lower, upper > 0 ? upper * 1.3 : upper];
  return [pinned[0] ?? wide[0], pinned[1] ?? wide[1]];
}

function ticksWithin(lower: number, upper: number, kind: ScaleKind, constant: number, quantity: AxisQuantity, step: number): number[] {
  if (kind === 'log') return logTicks(lower, upper);
  if (kind === 'symlog') return symlogTicks(lower, upper, constant);
  if (quantity === 'duration') return durationTicks(lower, upper);
  if (quantity === 'date') return dateTicks(lower, upper);
  return multiplesWithin(lower, upper, step);
}

function formatOf(ticks: readonly number[], quantity: AxisQuantity, locale: string, even: boolean): TickFormat {
  if (quantity === 'duration') return durationFormat(locale);
  if (quantity === 'date') return dateTickFormat(ticks, locale);
  return numberTickFormat(ticks, locale, even);
}
