import type { Run, RunId, Series } from '@runhue/core';
import type { LineGroup } from './groups/line-group.js';
import { rememberRange } from './plot-extent.js';
import { readLinePoints, type LinePoints, type XAxisName } from './x-values.js';

/** One run in a plot, or a whole bucket. The same object while run, metric and x axis stay the same, so that colours never touch data. */
export interface PlotLine extends LinePoints {
  readonly runId: RunId;
  readonly name: string;
  /** What the line is made of where it is a bucket's; its `runId` is then no run's. */
  readonly group?: LineGroup;
}

const linesBySeries = new WeakMap<Series, Map<string, { readonly run: Run; readonly line: PlotLine | null }>>();

/** The line of a run, or null when it lacks the metric or the x axis. Remembered by series. */
function plotLineOf(run: Run, metric: string, xAxis: XAxisName): PlotLine | null {
  const series = run.history.get(metric);
  if (!series) return null;
  let byAxis = linesBySeries.get(series);
  if (!byAxis) linesBySeries.set(series, (byAxis = new Map()));
  const known = byAxis.get(xAxis);
  if (known?.run === run) return known.line;
  const points = readLinePoints(run, series, xAxis);
  if (points?.y === series.values) rememberRange(series.values, series);
  const line = points && { runId: run.id, name: run.name, ...points };
  byAxis.set(xAxis, { run, line });
  return line;
}

/** Why a plot has nothing to show. */
export type EmptyReason = 'no-runs' | 'no-metric' | 'no-finite' | 'no-x';

export interface PlotLines {
  readonly lines: readonly PlotLine[];
  /** Null when there is something to draw. */
  readonly emptyReason: EmptyReason | null;
}

/** The lines of the first `maxRuns` runs that have the metric and the x axis, in the runs' order. */
export function readPlotLines(runs: readonly Run[], metric: string, xAxis: XAxisName, maxRuns: number): PlotLines {
  const lines: PlotLine[] = [];
  let withMetric = 0;
  let drawable = false;
  for (const run of runs) {
    if (lines.length >= maxRuns) break;
    if (!run.history.has(metric)) continue;
    withMetric++;
    const line = plotLineOf(run, metric, xAxis);
    if (!line || line.x.length === 0) continue;
    lines.push(line);
    drawable ||= line.y.some(Number.isFinite);
  }
  return { lines, emptyReason: drawable ? null : reasonOf(runs.length, withMetric, lines.length) };
}

function reasonOf(runs: number, withMetric: number, lines: number): EmptyReason {
  if (runs === 0) return 'no-runs';
  if (withMetric === 0) return 'no-metric';
  return lines === 0 ? 'no-x' : 'no-finite';
}
