import { useMemo, type JSX, type RefObject } from 'react';
import { useIsVisible } from '../hooks/useColoring.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import { WholeAxisIcon } from '../icons.js';
import { fill } from '../messages/fill.js';
import { FreezeButton } from './freeze/FreezeButton.js';
import type { Freeze } from './freeze/useFreeze.js';
import type { GroupBy } from './groups/group-by.js';
import { GroupByControl } from './groups/GroupByControl.js';
import { PlotAction } from './PlotAction.js';
import { PlotExport } from './PlotExport.js';
import type { PlotModel } from './usePlotModel.js';
import { usePlotView } from './usePlotView.js';
import type { YZoom } from './useYZoom.js';
import type { XAxisName } from './x-values.js';

interface PlotHeaderProps {
  readonly title: string;
  readonly model: PlotModel;
  readonly xAxis: XAxisName;
  readonly yZoom: YZoom;
  readonly metric: string;
  /** How runs are grouped; null where they cannot be. */
  readonly group: { readonly by: GroupBy | null; readonly onChange: (by: GroupBy | null) => void } | null;
  /** Null where the plot cannot stand still. */
  readonly freeze: Freeze | null;
  /** The plot's element. */
  readonly plot: RefObject<HTMLElement | null>;
}

/** Name of the plot, how many runs it shows where that is not all, and what can be done with it. */
export function PlotHeader({ title, model, xAxis, yZoom, metric, group, freeze, plot }: PlotHeaderProps): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const isVisible = useIsVisible();
  const zoomedX = useRunhueStore((state) => state.view.xWindows[xAxis] !== undefined);
  const { setWindow } = usePlotView(xAxis);
  const resetZoom = (): void => {
    setWindow(null);
    yZoom.setWindow(null);
  };
  const { runLines } = model;
  const shown = useMemo(() => runLines.filter(({ runId }) => isVisible(runId)).length, [runLines, isVisible]);
  return (
    <div className="runhue-plot-header">
      <h3 className="runhue-plot-title" title={title}>
        {title}
      </h3>
      {model.lines.length > 0 && shown < model.runCount && !model.source && (
        <span className="runhue-plot-count">{fill(messages.plotSomeRuns, { shown, total: model.runCount }, locale)}</span>
      )}
      {model.lines.length > 0 && (
        <div className="runhue-plot-actions" role="group" aria-label={fill(messages.plotActions, { metric: title })}>
          {(zoomedX || yZoom.window) && <PlotAction name={messages.plotResetZoom} icon={<WholeAxisIcon />} act={resetZoom} />}
          <PlotExport plot={plot} model={model} title={title} metric={metric} xAxis={xAxis} />
          {group && <GroupByControl {...group} />}
          {freeze?.isOffered && <FreezeButton waiting={freeze.waiting} toggle={freeze.toggle} />}
        </div>
      )}
    </div>
  );
}
