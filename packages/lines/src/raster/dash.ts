import type { LineSpans } from '../decimation/line-spans.js';
import { placedColumns } from '../decimation/placed-columns.js';

/** A dash pattern laid along one line. */
export interface DashRun {
  /** Length of the pattern in device pixels. */
  readonly period: number;
  /** Coverage by quarter pixels of the pattern, soft by a pixel at the ends of each dash. */
  readonly on: Float32Array;
  /** Length along the line at the left edge of each column. */
  readonly start: Float64Array;
}

const STEPS = 4;

/** The pattern along one line of the spans, or null when it has no gap or no length: then the line is solid. */
export function createDashRun(spans: LineSpans, index: number, dash: readonly number[]): DashRun | null {
  const lengths = dash.length % 2 === 0 ? dash : [...dash, ...dash];
  const period = lengths.reduce((sum, length) => sum + length, 0);
  if (!(period > 0 && Number.isFinite(period)) || lengths.some((length) => length < 0)) return null;
  if (!lengths.some((length, i) => i % 2 === 1 && length > 0)) return null;
  return { period, on: patternOf(lengths, period), start: lengthsOf(spans, index) };
}

function patternOf(lengths: readonly number[], period: number): Float32Array {
  const on = new Float32Array(Math.max(1, Math.round(period * STEPS)));
  for (let i = 0; i < on.length; i++) {
    const at = ((i + 0.5) / on.length) * period;
    let from = 0;
    for (let j = 0; j < lengths.length; j += 2) {
      const to = from + lengths[j]!;
      // The same dash may reach over the end of the pattern.
      for (const shift of [-period, 0, period]) {
        const cover = Math.min(at + 0.5, to + shift) - Math.max(at - 0.5, from + shift);
        if (cover > 0) on[i] = Math.min(1, on[i]! + cover);
      }
      from = to + lengths[j + 1]!;
    }
  }
  return on;
}

function lengthsOf(spans: LineSpans, index: number): Float64Array {
  const { width } = spans.view;
  const start = new Float64Array(width + 1);
  const { upper, lower, variation } = placedColumns(spans, index, 0, width, []);
  for (let c = 0; c < width; c++) {
    const rise = lower[c]! - upper[c]!;
    start[c + 1] = start[c]! + (upper[c] === upper[c] ? lengthOfColumn(rise, variation[c]!) : 0);
  }
  return start;
}

/** Where a line turns within a column its length is noise: the dash then advances by the column's width alone. */
function lengthOfColumn(rise: number, variation: number): number {
  return variation - rise < 0.1 ? Math.min(1e6, Math.sqrt(1 + rise * rise)) : 1;
}

/**
 * Coverage of the pattern at a row (y of its middle) of one column. A dash follows a steep column row by row, a flat or
 * turning one as a whole.
 */
export function createDashGate(
  dash: DashRun,
  column: number,
  top: number,
  bottom: number,
  variation: number,
  entry: number,
  exit: number,
): (y: number) => number {
  const rise = bottom - top;
  const start = dash.start[column]!;
  const length = lengthOfColumn(rise, variation);
  const entered = !Number.isNaN(entry);
  if (!(variation - rise < 0.1 && rise > 1) || (!entered && Number.isNaN(exit))) {
    const whole = dashAt(dash, start + (rise === rise ? length / 2 : 0));
    return () => whole;
  }
  const descends = entered && exit === exit ? entry < exit : entered ? entry - top < bottom - entry : bottom - exit < exit - top;
  // Rows beyond the column's own are ink of the columns beside it: the line goes on there, most often as steep.
  return (y) => dashAt(dash, start + (length * (descends ? y - top : bottom - y)) / rise);
}

function dashAt(dash: DashRun, length: number): number {
  const { on, period } = dash;
  const t = length / period;
  return on[((t - Math.floor(t)) * on.length) | 0]!;
}
