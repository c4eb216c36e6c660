import type { BucketStyle } from '@runhue/core';
import type { LineLook } from './line-painter.js';
import { nearestPoint } from './nearest-point.js';
import { coversX, type Reading } from './plot-reading.js';
import type { PlotLine } from './plot-line.js';

/** How the run that others are compared with looks: dashed, in the text's colour. */
export function baselineStyle(color: string): BucketStyle {
  return { color, dash: [6, 4], casing: null };
}

/** The same looks with the baseline's own, on top of all others. */
export function withBaseline(looks: readonly LineLook[], baseline: number, color: string): readonly LineLook[] {
  return looks.map((look, i) => (i === baseline ? { ...look, ...baselineStyle(color), layer: 'normal', dimmed: false, onTop: true } : look));
}

/** What is read, compared with the baseline at the same x. */
export interface BaselineReading {
  readonly line: PlotLine;
  readonly y: number;
  /** What is read, less the baseline. */
  readonly difference: number;
}

/** The baseline where another run is read; null when it has no value there or is itself what is read. */
export function readBaseline(reading: Reading, baseline: PlotLine | undefined): BaselineReading | null {
  if (!baseline || baseline.runId === reading.line.runId || !coversX(baseline, reading.x)) return null;
  const y = baseline.y[nearestPoint(baseline, reading.x)] ?? NaN;
  return Number.isFinite(y) ? { line: baseline, y, difference: reading.y - y } : null;
}

/** "+0.2" or "−0.2", with a true minus. */
export function signed(value: number, format: (value: number) => string): string {
  const text = format(Math.abs(value));
  return value === 0 ? text : `${value > 0 ? '+' : '\u2212'}${text}`;
}
