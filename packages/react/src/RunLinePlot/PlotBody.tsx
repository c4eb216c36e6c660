import type { RunId } from '@runhue/core';
import { useCallback, useState, type JSX } from 'react';
import { useMessages } from '../hooks/useMessages.js';
import { useVisibleRuns } from '../hooks/useVisibleRuns.js';
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
  readonly onRunClick: ((runId: string) => void) | undefined;
}

/** Recharts' frame and, over it, our surface. Only a change of axes or size re-renders the frame. */
export function PlotBody({ model, ...surface }: PlotBodyProps): JSX.Element {
  const [frame, setFrame] = useState<PlotFrame | null>(null);
  const onFrame = useCallback((next: PlotFrame) => setFrame(next), []);
  return (
    <>
      <PlotChart x={model.x} y={model.y} xName={surface.words.xName} onFrame={onFrame} />
      {frame && <PlotSurface model={model} frame={frame} {...surface} />}
      <AllHidden model={model} />
    </>
  );
}

function AllHidden({ model }: { readonly model: PlotModel }): JSX.Element | null {
  const messages = useMessages();
  const { isVisible, showAll } = useVisibleRuns();
  if (model.lines.some(({ runId }) => isVisible(runId))) return null;
  return <PlotSentence action={{ name: messages.plotShowAll, act: showAll }}>{messages.plotAllHidden}</PlotSentence>;
}
