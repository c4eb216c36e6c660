import type { JSX } from 'react';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import { useVisibleRuns } from '../hooks/useVisibleRuns.js';
import { fill } from '../messages/fill.js';
import { DownloadIcon, WholeAxisIcon } from './plot-icons.js';
import type { PlotModel } from './usePlotModel.js';
import { usePlotView } from './usePlotView.js';
import type { XAxisName } from './x-values.js';

interface PlotHeaderProps {
  readonly title: string;
  readonly model: PlotModel;
  readonly xAxis: XAxisName;
  readonly onExport: () => void;
}

/** Name of the plot, how many runs it shows where that is not all, and what can be done with it. */
export function PlotHeader({ title, model, xAxis, onExport }: PlotHeaderProps): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const { isVisible } = useVisibleRuns();
  const zoomed = useRunhueStore((state) => state.view.xWindows[xAxis] !== undefined);
  const { setWindow } = usePlotView(xAxis);
  const shown = model.lines.filter(({ runId }) => isVisible(runId)).length;
  return (
    <div className="runhue-plot-header">
      <h3 className="runhue-plot-title" title={title}>
        {title}
      </h3>
      {model.lines.length > 0 && shown < model.runCount && (
        <span className="runhue-plot-count">{fill(messages.plotSomeRuns, { shown, total: model.runCount }, locale)}</span>
      )}
      {model.lines.length > 0 && (
        <div className="runhue-plot-actions" role="group" aria-label={fill(messages.plotActions, { metric: title })}>
          {zoomed && <Action name={messages.plotResetZoom} icon={<WholeAxisIcon />} act={() => setWindow(null)} />}
          <Action name={messages.plotExport} icon={<DownloadIcon />} act={onExport} />
        </div>
      )}
    </div>
  );
}

function Action({ name, icon, act }: { readonly name: string; readonly icon: JSX.Element; readonly act: () => void }): JSX.Element {
  return (
    <button type="button" className="runhue-plot-action" aria-label={name} title={name} onClick={act}>
      {icon}
    </button>
  );
}
