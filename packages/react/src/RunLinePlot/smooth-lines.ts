import { smooth, type SmoothingMethod } from '@runhue/lines';
import type { PlotLine } from './plot-line.js';

/** How a plot smooths its lines. */
export interface Smoothing {
  /** `time-ema` is the time-weighted moving average that W&B's line plots use. */
  readonly method: SmoothingMethod;
  /** In the method's unit: 0 to 1 for `time-ema` and `ema`; thousandths of the x range for `gaussian`; points for `average`. */
  readonly amount: number;
}

interface Smoothed {
  readonly of: string;
  readonly line: PlotLine;
}

const smoothedLines = new WeakMap<PlotLine, Smoothed>();

function nameOf({ method, amount }: Smoothing, xRange: readonly [number, number]): string {
  return [method, amount, ...xRange].join(' ');
}

function smoothedLine(line: PlotLine, { method, amount }: Smoothing, xRange: readonly [number, number], of: string): PlotLine {
  let known = smoothedLines.get(line);
  if (known?.of !== of) {
    const { y } = smooth(line.x, line.y, { method, amount, xRange });
    known = { of, line: y === line.y ? line : { ...line, y } };
    smoothedLines.set(line, known);
  }
  return known.line;
}

/** The lines smoothed on their full data; the same array when nothing is smoothed. The last result per line is kept. */
export function smoothLines(lines: readonly PlotLine[], smoothing: Smoothing, xRange: readonly [number, number]): readonly PlotLine[] {
  if (smoothing.method === 'none') return lines;
  const of = nameOf(smoothing, xRange);
  const smoothed = lines.map((line) => smoothedLine(line, smoothing, xRange, of));
  return smoothed.some((line, i) => line !== lines[i]) ? smoothed : lines;
}

/** Points that `smoothLines` would have to smooth anew. */
export function pointsToSmooth(lines: readonly PlotLine[], smoothing: Smoothing, xRange: readonly [number, number]): number {
  if (smoothing.method === 'none') return 0;
  const of = nameOf(smoothing, xRange);
  return lines.reduce((sum, line) => (smoothedLines.get(line)?.of === of ? sum : sum + line.x.length), 0);
}

/** Smooths line by line, so that `smoothLines` finds it done; yields after each line. */
export function* smoothSteps(lines: readonly PlotLine[], smoothing: Smoothing, xRange: readonly [number, number]): Generator<void, void, void> {
  const of = nameOf(smoothing, xRange);
  for (const line of lines) {
    smoothedLine(line, smoothing, xRange, of);
    yield;
  }
}
