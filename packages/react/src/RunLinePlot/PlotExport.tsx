import type { JSX, RefObject } from 'react';
import { colorBarOf } from '../hooks/useColorBar.js';
import { coloringTitle } from '../hooks/useColoringTitle.js';
import { dashLegendOf } from '../hooks/useDashLegend.js';
import { useReadDerived } from '../hooks/useDerived.js';
import { runTexts } from '../hooks/useRunText.js';
import { fill } from '../messages/fill.js';
import { useRunhueContext } from '../RunhueContext.js';
import { groupsToCsv } from './groups/groups-to-csv.js';
import { lineVisibility } from './groups/useLineSubjects.js';
import { PlotAction } from './PlotAction.js';
import type { PngLegend } from './png-legend.js';
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
  const context = useRunhueContext();
  const { messages, locale } = context;
  const read = useReadDerived();

  const save = (format: ExportFormat): void => {
    const { current } = plot;
    if (!current) return;
    const ending = format.toLowerCase();
    if (format === 'PNG') void plotToPng(current, { title, legend: legendNow() }).then((picture) => saveFile(picture, title, ending));
    else if (format === 'SVG') saveFile(new Blob([plotToSvg(current, { title })], { type: 'image/svg+xml' }), title, ending);
    else saveFile(new Blob([csv()], { type: 'text/csv' }), title, ending);
  };
  const legendNow = (): PngLegend => {
    const now = read();
    const { coloring, settings, legendItems: items } = now;
    return { title: coloringTitle(now, messages, locale), items, colorBar: colorBarOf(coloring.bucketing, settings, context), dashes: dashLegendOf(now, messages, locale) };
  };
  const csv = (): string => {
    const now = read();
    const { lines, rawLines } = model;
    const isVisible = lineVisibility(lines, now.visibility.isVisible);
    const keyTitle = coloringTitle(now, messages, locale);
    const textOf = runTexts(now.coloring, keyTitle, messages, locale);
    const xWindow = now.view.xWindows[xAxis] ?? null;
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
