import type { RunId } from '@runhue/core';
import { useCallback, useMemo, useState, type JSX } from 'react';
import { useMessages } from '../hooks/useMessages.js';
import { useShowAll } from '../hooks/useShowAll.js';
import { useLineVisibility } from './groups/useLineSubjects.js';
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
  readonly onRunClick: ((runId: string) => void) | undefined;
}

/** Recharts' frame and, over it, our surface. Only a change of axes or size re-renders the frame. */
export function PlotBody({ model, endLabels, ...surface }: PlotBodyProps): JSX.Element {
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
  const isFew = lines.length > 1 && lines.length <= mostLabels;
  const isWide = frame === null || frame.outerWidth >= narrowest;
  const gutter = useMemo(() => ((endLabels ?? isFew) && isWide ? gutterFor(lines) : 0), [endLabels, isFew, isWide, lines]);
  return (
    <>
      <PlotChart x={model.x} y={model.y} xName={surface.words.xName} gutter={gutter} onFrame={onFrame} />
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
  if (model.lines.some(({ runId }) => isVisible(runId)) || model.source?.hasRuns) return null;
  return <PlotSentence action={{ name: messages.plotShowAll, act: showAll }}>{messages.plotAllHidden}</PlotSentence>;
}
