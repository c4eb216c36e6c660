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

/** The lines smoothed on their full data; the same array when nothing is smoothed. The last result per line is kept. */
export function smoothLines(lines: readonly PlotLine[], { method, amount }: Smoothing, xRange: readonly [number, number]): readonly PlotLine[] {
  if (method === 'none') return lines;
  const of = [method, amount, ...xRange].join(' ');
  let changed = false;
  const smoothed = lines.map((line) => {
    let known = smoothedLines.get(line);
    if (known?.of !== of) {
      const { y } = smooth(line.x, line.y, { method, amount, xRange });
      known = { of, line: y === line.y ? line : { ...line, y, hiddenVariation: null } };
      smoothedLines.set(line, known);
    }
    changed ||= known.line !== line;
    return known.line;
  });
  return changed ? smoothed : lines;
}
