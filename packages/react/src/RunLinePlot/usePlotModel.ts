import type { Run, RunId } from '@runhue/core';
import { useMemo, useRef } from 'react';
import { useLocale } from '../hooks/useMessages.js';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import type { RunPick } from '../source/run-pick.js';
import { useSourcePlot, type SourcePlot } from '../source/useSourcePlot.js';
import { symlogConstant } from './axis-scale.js';
import type { GroupBy } from './groups/group-by.js';
import { useGroupedLines } from './groups/useGroupedLines.js';
import type { LogPoints } from './not-positive.js';
import { createPlotAxis, type PlotAxis } from './plot-axis.js';
import { extentOfLines, positivePart, type Extent, type ScaleKind } from './plot-extent.js';
import { readPlotLines, type EmptyReason, type PlotLine, type PlotLines } from './plot-line.js';
import { quantityOf } from './plot-names.js';
import type { Smoothing } from './smooth-lines.js';
import type { TickFormat } from './tick-format.js';
import { useLiveExtent, useSteadyAxis, useSteadyExtent } from './useLiveExtent.js';
import { useSmoothedLines } from './useSmoothedLines.js';
import type { LinePoints, XAxisName } from './x-values.js';

export interface PlotChoices {
  readonly metric: string;
  readonly xAxis: XAxisName;
  readonly xScale: ScaleKind;
  readonly yScale: ScaleKind;
  readonly yDomain: readonly [number | null, number | null] | 'auto';
  readonly smoothing: Smoothing | undefined;
  /** Undefined: all runs at hand, or of a source as many as the provider says. */
  readonly maxRuns: number | undefined;
  readonly pickRuns: RunPick | undefined;
  /** Null: a line per run. */
  readonly groupBy: GroupBy | null;
  readonly baseline: RunId | undefined;
  /** The runs to show, where they are at hand. */
  readonly runs: readonly Run[];
  /** A zoom along y. */
  readonly yWindow: readonly [number, number] | null;
  readonly formatX: TickFormat | undefined;
  readonly formatY: TickFormat | undefined;
}

/** Everything a plot shows, but for colours and visibility. */
export interface PlotModel {
  /** What is read and drawn as lines, a bucket's or a run's each; smoothed when smoothing is on. */
  readonly lines: readonly PlotLine[];
  /** The runs behind these lines: the same lines where nothing is grouped. */
  readonly runLines: readonly PlotLine[];
  /** The logged points behind smoothed lines, by the same index; null without smoothing and where buckets are drawn. */
  readonly rawLines: readonly PlotLine[] | null;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  /** Why there is nothing to draw, or null. */
  readonly emptyReason: EmptyReason | 'not-positive' | 'window' | null;
  /** What to count the points in that a log axis cannot show; null without one. */
  readonly logPoints: LogPoints | null;
  readonly runCount: number;
  /** The whole x axis, before any zoom; null when nothing is drawn. */
  readonly wholeX: readonly [number, number] | null;
  /** The y axis before any zoom along it. */
  readonly wholeY: readonly [number, number];
  /** What comes from a source and how it stands; null where the runs are at hand. */
  readonly source: SourcePlot | null;
}

/** Lines and axes of a plot. Both keep their identity while what they follow from does. */
export function usePlotModel(choices: PlotChoices): PlotModel {
  const { metric, xAxis, xScale, yScale, smoothing, maxRuns, yWindow, formatX, formatY } = choices;
  const locale = useLocale();
  const { runs } = choices;
  const source = useSourcePlot({ metric, xAxis, maxRuns, pickRuns: choices.pickRuns, baseline: choices.baseline });
  const atHand = usePlotLines(runs, metric, xAxis, choices.groupBy ? Infinity : (maxRuns ?? Infinity));
  const { lines: logged, emptyReason } = source ?? atHand;
  const window = useRunhueStore((state) => state.view.xWindows[xAxis]) ?? null;
  const method = smoothing?.method ?? 'none';
  const amount = smoothing?.amount ?? 0;
  const [lower, upper] = choices.yDomain === 'auto' ? [null, null] : choices.yDomain;

  const isSource = source !== null;
  const xEnds = source?.xExtent ?? null;
  const yEnds = source?.yExtent ?? null;
  const xExtent = useMemo(() => (isSource ? xEnds : extentOfLines(logged, 'x', xScale)), [isSource, xEnds, logged, xScale]);
  const runLines = useSmoothedLines(logged, method, amount, xExtent?.min ?? NaN, xExtent?.max ?? NaN);
  const lines = useGroupedLines(runLines, choices.groupBy, choices.baseline, `${metric} ${xAxis}`);
  const isGrouped = lines !== runLines;
  const yShown = useMemo(
    () => (yEnds && !window && !isGrouped ? yEnds : extentOfLines(isGrouped ? withBandEdges(lines) : logged, 'y', yScale, window)),
    [isGrouped, lines, logged, yScale, window, yEnds],
  );
  // While a zoom is on its way, the part of the x axis may have no points yet.
  const yExtent = useSteadyExtent(yShown ?? (source?.settled ? null : yEnds));
  // Lines are drawn with one constant for both axes.
  const constant = xScale === 'symlog' && yScale === 'symlog' ? Math.min(constantOf(xExtent), constantOf(yExtent)) : undefined;
  const axisExtent = useLiveExtent(isSource ? noLines : logged, xExtent, xScale, `${metric} ${xAxis}`);
  const x = useMemo(() => {
    const quantity = xScale === 'linear' ? quantityOf(xAxis) : 'number';
    return createPlotAxis(axisExtent ?? emptyExtent, { kind: xScale, quantity, locale, pinned: window ?? [null, null], constant, formatTick: formatX });
  }, [axisExtent, xScale, xAxis, locale, window, constant, formatX]);
  const yAxis = useMemo(
    () => (pinned: readonly [number | null, number | null]) =>
      createPlotAxis(yExtent ?? emptyExtent, { kind: yScale, quantity: 'number', locale, pinned, nice: true, constant, formatTick: formatY }),
    [yExtent, yScale, locale, constant, formatY],
  );
  const wholeY = useMemo(() => yAxis([lower, upper]), [yAxis, lower, upper]);
  const y = useSteadyAxis(useMemo(() => (yWindow ? yAxis(yWindow) : wholeY), [yAxis, wholeY, yWindow]), [locale, formatY]);
  const logPoints = useMemo(
    () => (!isSource && (xScale === 'log' || yScale === 'log') ? { lines: logged, x: xScale === 'log', y: yScale === 'log', window } : null),
    [isSource, logged, xScale, yScale, window],
  );
  const logEmpty = isLogEmpty(xScale, xExtent) || isLogEmpty(yScale, yExtent);
  return {
    lines,
    runLines,
    rawLines: lines === logged || isGrouped ? null : logged,
    x,
    y,
    emptyReason: emptyReason ?? (logEmpty ? 'not-positive' : yExtent || isPending(source) ? null : 'window'),
    logPoints,
    runCount: source?.runCount ?? runs.length,
    wholeX: axisExtent && [axisExtent.min, axisExtent.max],
    wholeY: wholeY.domain,
    source,
  };
}

/** Whether a source has not said yet where the axes end. */
export function isPending(source: SourcePlot | null): boolean {
  return source !== null && source.xExtent === null;
}

function withBandEdges(lines: readonly PlotLine[]): readonly LinePoints[] {
  return lines.flatMap((line) => (line.group?.low && line.group.high ? [line, { x: line.x, y: line.group.low }, { x: line.x, y: line.group.high }] : [line]));
}

const noLines: readonly PlotLine[] = [];
const emptyExtent = { min: Infinity, max: -Infinity, positive: Infinity, smallest: Infinity };

function constantOf(extent: Extent | null): number {
  return extent ? symlogConstant(extent.smallest, Math.max(Math.abs(extent.min), Math.abs(extent.max))) : 1;
}

function isLogEmpty(scale: ScaleKind, extent: Extent | null): boolean {
  return scale === 'log' && extent !== null && positivePart(extent) === null;
}

/** The lines, as the same array while no line changed. */
function usePlotLines(runs: readonly Run[], metric: string, xAxis: XAxisName, maxRuns: number): PlotLines {
  const kept = useRef<PlotLines | null>(null);
  return useMemo(() => {
    const next = readPlotLines(runs, metric, xAxis, maxRuns);
    const last = kept.current;
    const same = last && last.emptyReason === next.emptyReason && sameItems(last.lines, next.lines);
    return (kept.current = same ? last : next);
  }, [runs, metric, xAxis, maxRuns]);
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
