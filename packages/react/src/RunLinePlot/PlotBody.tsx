import type { RunId } from '@runhue/core';
import { useCallback, useMemo, useState, type JSX } from 'react';
import { useMessages } from '../hooks/useMessages.js';
import { useShowAll } from '../hooks/useShowAll.js';
import { useLineVisibility } from './groups/useLineSubjects.js';
import { DensityCanvas } from '../source/DensityCanvas.js';
import { usePlotBrush } from './brush/usePlotBrush.js';
import { gutterFor, mostLabels, narrowest } from './labels/end-labels.js';
import { EndLabels } from './labels/EndLabels.js';
import type { TooltipRuns } from './plot-neighbours.js';
import { PlotChart, type PlotFrame } from './PlotChart.js';
import { PlotSentence } from './PlotNotes.js';
import { PlotSurface } from './PlotSurface.js';
import type { PlotWords } from './PlotTooltip.js';
import type { PlotModel } from './usePlotModel.js';
import type { YZoom } from './useYZoom.js';
import type { XAxisName } from './x-values.js';

interface PlotBodyProps {
  readonly model: PlotModel;
  readonly xAxis: XAxisName;
  readonly yZoom: YZoom;
  readonly words: PlotWords;
  readonly title: string;
  readonly tooltip: TooltipRuns;
  readonly baseline: RunId | undefined;
  readonly lineWidth: number | undefined;
  readonly endLabels: boolean | undefined;
  readonly brush: boolean;
  /** Metric whose points of all runs lie behind the lines; null: none. */
  readonly density: string | null;
  readonly onRunClick: ((runId: string) => void) | undefined;
}

/** Recharts' frame and, over it, our surface. Only a change of axes or size re-renders the frame. */
export function PlotBody({ model, endLabels, brush: hasBrush, density, ...surface }: PlotBodyProps): JSX.Element {
  const [frame, setFrame] = useState<PlotFrame | null>(null);
  const tellSource = model.source?.onFrame;
  const onFrame = useCallback(
    (next: PlotFrame) => {
      setFrame(next);
      tellSource?.(next);
    },
    [tellSource],
  );
  const { lines } = model;
  const brush = usePlotBrush(hasBrush, { model, xAxis: surface.xAxis, xName: surface.words.xName, formatX: surface.words.formatX });
  // Lines of a source come after the axes, and room made for them then would be another question to it.
  const isFew = !model.source && lines.length > 1 && lines.length <= mostLabels;
  const isWide = frame === null || frame.outerWidth >= narrowest;
  const gutter = useMemo(() => ((endLabels ?? isFew) && isWide ? gutterFor(lines) : 0), [endLabels, isFew, isWide, lines]);
  return (
    <>
      <PlotChart x={model.x} y={model.y} xName={surface.words.xName} gutter={gutter} brush={brush} onFrame={onFrame} />
      {frame && density && <DensityCanvas metric={density} xAxis={surface.xAxis} frame={frame} />}
      {frame && <PlotSurface model={model} frame={frame} {...surface} />}
      {frame && gutter > 0 && <EndLabels lines={lines} frame={frame} gutter={gutter} baseline={surface.baseline} />}
      <AllHidden model={model} />
    </>
  );
}

function AllHidden({ model }: { readonly model: PlotModel }): JSX.Element | null {
  const messages = useMessages();
  const isVisible = useLineVisibility(model.lines);
  const showAll = useShowAll();
  if (model.lines.some(({ runId }) => isVisible(runId)) || model.source?.isOpen) return null;
  return <PlotSentence action={{ name: messages.plotShowAll, act: showAll }}>{messages.plotAllHidden}</PlotSentence>;
}
