'use client';
import type { RunId } from '@runhue/core';
import { useLayoutEffect, useMemo, useRef, useState, type CSSProperties, type JSX } from 'react';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useTheme } from '../hooks/useTheme.js';
import { useRunhueContext } from '../RunhueContext.js';
import type { RunPick } from '../source/run-pick.js';
import { SourcePlotNotes } from '../source/SourcePlotNotes.js';
import { SourcePlotState } from '../source/SourcePlotState.js';
import { useFreeze } from './freeze/useFreeze.js';
import type { GroupBy } from './groups/group-by.js';
import { GroupNote } from './groups/GroupNote.js';
import { useGroupChoice } from './groups/useGroupChoice.js';
import { useGroupable } from './groups/useGroupedLines.js';
import { PlotBody } from './PlotBody.js';
import type { ScaleKind } from './plot-extent.js';
import type { TooltipRuns } from './plot-neighbours.js';
import { alignedFormat, quantityOf, readingFormat, xAxisText } from './plot-names.js';
import { PlotHeader } from './PlotHeader.js';
import { NotPositiveNote, PlotEmpty } from './PlotNotes.js';
import type { Smoothing } from './smooth-lines.js';
import { SmoothingNote } from './SmoothingNote.js';
import { isPending, usePlotModel } from './usePlotModel.js';
import { usePlotView } from './usePlotView.js';
import { useStableFormat } from './useStableFormat.js';
import { useYZoom } from './useYZoom.js';
import type { XAxisName } from './x-values.js';

/** What one plot shows and how; the runs and their colours come from the provider. */
export interface RunLinePlotProps {
  /** Name of the metric along y. */
  readonly metric: string;
  /** What runs along x: a clock or the name of any metric. Default `Step`. */
  readonly xAxis?: XAxisName;
  /** Default `linear`. A log axis leaves out what is not above zero, counts it and offers symlog. */
  readonly xScale?: ScaleKind;
  /** Default `linear`. */
  readonly yScale?: ScaleKind;
  /** Ends of the y axis; null leaves an end to the data. Default `auto`: all finite values of the x that is shown, hidden runs too. */
  readonly yDomain?: readonly [number | null, number | null] | 'auto';
  /** Smooths the lines on their full data and keeps the logged ones faint behind. Default: not smoothed. */
  readonly smoothing?: Smoothing;
  /**
   * Draws one line per bucket instead of one per run, with a band, in the bucket's colour; a reader can change it in the plot's header.
   * Smoothing comes first, run by run; `maxRuns` does not apply. Needs all runs at hand, and buckets: of a source, and with continuous or
   * original run colors, every run keeps its line, and the plot says so. Default: null.
   */
  readonly groupBy?: GroupBy | null;
  /** Width of the lines in CSS px, 0.5 to 6. Default: by the number of lines in the plot, 2 up to 20, 1.5 up to 100, else 1. */
  readonly lineWidth?: number;
  /**
   * Draws only the first runs that have the metric; the plot says how many of how many. Of a source those that `pickRuns` says, and those that
   * are selected, pointed at or compared with. Default: all; of a source the provider's `maxRuns`, else 200.
   */
  readonly maxRuns?: number;
  /** Which runs of a source are drawn. Default: the provider's `pickRuns`, else `even`. */
  readonly pickRuns?: RunPick;
  /**
   * Of a source that can count them: how many points of all runs lie where, faint behind the lines in the colours of their buckets. It asks the
   * source anew when axes or edges change. Needs a linear y axis. Default false.
   */
  readonly density?: boolean;
  /** Height in CSS px. Default: that of the parent, or 300 where the parent has none. */
  readonly height?: number | string;
  /** Default: the metric's display name. */
  readonly title?: string;
  /** Texts of x values. Default: short numbers, durations or dates (UTC). */
  readonly formatX?: (value: number) => string;
  /** Texts of y values. Default: short numbers. */
  readonly formatY?: (value: number) => string;
  /**
   * Names lines where they end, beside the plot: all of up to 12 lines; of more the run that is pointed at, selected runs, the baseline and a
   * highlighted bucket of up to 12. Never in a plot narrower than 440 CSS px. Default: where a plot has 2 to 12 lines
   * of runs at hand.
   */
  readonly endLabels?: boolean;
  /**
   * Offers a button that makes the plot stand still while its runs grow. Default: once points have come after the first ones that the plot
   * had. A paused plot keeps lines and axes; its colours go on with the legend.
   */
  readonly live?: boolean;
  /** Shows Recharts' brush below the x axis, over an overview of the lines: its ends, or the part between, move what every plot with this x axis shows. Default: false. */
  readonly brush?: boolean;
  /** Which runs the tooltip names: the nearest, its neighbours at that x too, or all (pin it to scroll). Default `nearby`. */
  readonly tooltip?: TooltipRuns;
  /** Id of the run that others are compared with: dashed, on top, in the text's colour. Hidden when the run is hidden. */
  readonly baseline?: RunId;
  /** Called when a line is clicked, or picked by Enter. */
  readonly onRunClick?: (runId: RunId) => void;
  readonly className?: string;
  readonly style?: CSSProperties;
}

/**
 * One metric of all runs as lines, in the colours of the provider. Recharts draws axes and grid; the lines are on a canvas, so that
 * thousands of runs stay quick. Works alone in a provider: hover or arrow keys read the nearest run, a click pins it, a drag zooms in x, y or both,
 * and plots with the same x axis follow each other.
 */
export function RunLinePlot(props: RunLinePlotProps): JSX.Element {
  const { metric, xScale = 'linear', yScale = 'linear', yDomain = 'auto', smoothing, maxRuns } = props;
  const theme = useTheme();
  const messages = useMessages();
  const locale = useLocale();
  const { keyLabels } = useRunhueContext();
  const root = useRef<HTMLDivElement>(null);
  const [useStep, setUseStep] = useOverride(props.xAxis);
  const [useSymlogX, setUseSymlogX] = useOverride(xScale);
  const [useSymlogY, setUseSymlogY] = useOverride(yScale);
  const xAxis = useStep ? 'Step' : (props.xAxis ?? 'Step');
  const xTicks = useRef<readonly number[]>([]);
  const yTicks = useRef<readonly number[]>([]);
  const formatX = useStableFormat(props.formatX, xTicks);
  const formatY = useStableFormat(props.formatY, yTicks);
  const yZoom = useYZoom(metric);
  const [groupChoice, setGroupBy] = useGroupChoice(props.groupBy);
  const groupable = useGroupable();
  const groupBy = groupable === 'yes' ? groupChoice : null;
  const freeze = useFreeze(metric, props.live);
  const model = usePlotModel({
    metric,
    xAxis,
    xScale: useSymlogX ? 'symlog' : xScale,
    yScale: useSymlogY ? 'symlog' : yScale,
    yDomain,
    smoothing,
    maxRuns: maxRuns === undefined ? undefined : Math.max(1, maxRuns || 0),
    pickRuns: props.pickRuns,
    groupBy,
    baseline: props.baseline,
    runs: freeze.runs,
    yWindow: yZoom.window,
    formatX,
    formatY,
  });
  useLayoutEffect(() => {
    xTicks.current = model.x.ticks;
    yTicks.current = model.y.ticks;
  }, [model.x, model.y]);
  const { setWindow } = usePlotView(xAxis);
  const dense = Boolean(props.density && model.source?.status.canDensity && model.y.kind === 'linear');
  const name = keyLabels?.[`metric:${metric}`] ?? keyLabels?.[metric] ?? metric;
  const title = props.title ?? name;
  const words = useMemo(
    () => ({
      metric: name,
      xName: xAxisText(xAxis, messages),
      formatX: formatX ?? readingFormat(quantityOf(xAxis), locale),
      formatY: formatY ?? readingFormat('number', locale),
      alignY: (values: readonly number[]) => formatY ?? alignedFormat(values, locale),
    }),
    [name, xAxis, messages, locale, formatX, formatY],
  );
  const useSymlog = (): void => {
    setUseSymlogX(xScale === 'log');
    setUseSymlogY(yScale === 'log');
  };

  return (
    <div
      ref={root}
      className={`runhue runhue-plot ${props.className ?? ''}`}
      data-theme={theme}
      role="group"
      aria-label={title}
      style={props.height === undefined ? props.style : { height: props.height, ...props.style }}
    >
      <PlotHeader title={title} model={model} xAxis={xAxis} yZoom={yZoom} metric={name} plot={root} group={groupable === 'yes' ? { by: groupBy, onChange: setGroupBy } : null} freeze={model.source ? null : freeze} />
      {model.logPoints && !model.emptyReason && <NotPositiveNote of={model.logPoints} onUseSymlog={useSymlog} />}
      {groupChoice && groupable !== 'yes' && <GroupNote reason={groupable} />}
      {smoothing && <SmoothingNote smoothing={smoothing} />}
      {model.source && <SourcePlotNotes plot={model.source} lines={model.runLines} metric={name} smoothed={model.rawLines !== null} dense={dense} />}
      <div className="runhue-plot-body">
        {model.emptyReason ? (
          <PlotEmpty
            reason={model.emptyReason}
            metric={name}
            xAxis={xAxis}
            onUseStep={() => setUseStep(true)}
            onUseSymlog={useSymlog}
            onResetZoom={() => setWindow(null)}
          />
        ) : isPending(model.source) ? null : (
          <PlotBody model={model} xAxis={xAxis} yZoom={yZoom} words={words} title={title} tooltip={props.tooltip ?? 'nearby'} baseline={props.baseline} lineWidth={props.lineWidth} endLabels={props.endLabels} brush={props.brush ?? false} density={dense ? metric : null} onRunClick={props.onRunClick} />
        )}
        {model.source && !model.emptyReason && <SourcePlotState plot={model.source} metric={name} />}
      </div>
    </div>
  );
}

/** A reader's own choice over a prop; it ends when the app changes the prop. */
function useOverride(prop: unknown): [boolean, (on: boolean) => void] {
  const [state, setState] = useState({ prop, on: false });
  const on = state.prop === prop && state.on;
  return [on, (next) => setState({ prop, on: next })];
}
