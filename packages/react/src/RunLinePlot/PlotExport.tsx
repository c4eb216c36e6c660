import type { JSX, RefObject } from 'react';
import { useLegend } from '../hooks/useLegend.js';
import { useMessages } from '../hooks/useMessages.js';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import { useColoringTitle } from '../hooks/useColoringTitle.js';
import { useRunText } from '../hooks/useRunText.js';
import { fill } from '../messages/fill.js';
import { groupsToCsv } from './groups/groups-to-csv.js';
import { useLineVisibility } from './groups/useLineSubjects.js';
import { PlotAction } from './PlotAction.js';
import { plotToCsv } from './plot-to-csv.js';
import { plotToPng } from './plot-to-png.js';
import { plotToSvg } from './plot-to-svg.js';
import { saveFile } from './save-file.js';
import type { PlotModel } from './usePlotModel.js';
import type { XAxisName } from './x-values.js';

interface PlotExportProps {
  readonly plot: RefObject<HTMLElement | null>;
  readonly model: PlotModel;
  readonly title: string;
  readonly metric: string;
  readonly xAxis: XAxisName;
}

type ExportFormat = 'PNG' | 'SVG' | 'CSV';
const formats: readonly ExportFormat[] = ['PNG', 'SVG', 'CSV'];

/** Saves the plot as it stands: a picture, vectors, or the shown points with each run's value and bucket. */
export function PlotExport({ plot, model, title, metric, xAxis }: PlotExportProps): JSX.Element {
  const messages = useMessages();
  const legend = useLegend();
  const isVisible = useLineVisibility(model.lines);
  const keyTitle = useColoringTitle();
  const textOf = useRunText();
  const xWindow = useRunhueStore((state) => state.view.xWindows[xAxis]) ?? null;

  const save = (format: ExportFormat): void => {
    const { current } = plot;
    if (!current) return;
    const ending = format.toLowerCase();
    if (format === 'PNG') void plotToPng(current, { title, legend }).then((picture) => saveFile(picture, title, ending));
    else if (format === 'SVG') saveFile(new Blob([plotToSvg(current, { title })], { type: 'image/svg+xml' }), title, ending);
    else saveFile(new Blob([csv()], { type: 'text/csv' }), title, ending);
  };
  const csv = (): string => {
    const { lines, rawLines } = model;
    if (lines !== model.runLines) return groupsToCsv({ lines, isVisible, xWindow, xName: xAxis, metric, keyTitle });
    return plotToCsv({ lines: rawLines ?? lines, smoothed: rawLines && lines, isVisible, xWindow, textOf, xName: xAxis, metric });
  };
  return (
    <>
      {formats.map((format) => (
        <PlotAction key={format} name={fill(messages.plotExport, { format })} icon={format} act={() => save(format)} />
      ))}
    </>
  );
}
