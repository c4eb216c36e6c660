import type { RunText } from '../hooks/useRunText.js';
import { csvCell } from './csv-cell.js';
import type { PlotLine } from './plot-line.js';

export interface PlotCsvInput {
  /** As logged. */
  readonly lines: readonly PlotLine[];
  /** The same lines smoothed, in the same order; null without smoothing. */
  readonly smoothed: readonly PlotLine[] | null;
  readonly isVisible: (runId: string) => boolean;
  /** Shown part of the x axis; null: all of it. */
  readonly xWindow: readonly [number, number] | null;
  readonly textOf: (runId: string) => RunText;
  readonly xName: string;
  readonly metric: string;
}

/**
 * What a plot shows as CSV: a row per point of every shown run within the shown part of the x axis, with the run's value of the Key and
 * its bucket in words. Numbers are written in full; texts that a spreadsheet would run as a formula are quoted by an apostrophe.
 */
export function plotToCsv({ lines, smoothed, isVisible, xWindow, textOf, xName, metric }: PlotCsvInput): string {
  const keyTitle = lines[0] ? textOf(lines[0].runId).title : '';
  const head = ['run_id', 'run', xName, metric, ...(smoothed ? [`${metric} (smoothed)`] : []), keyTitle, 'bucket'];
  const rows = [head.map(csvCell).join(',')];
  lines.forEach(({ runId, name, x, y }, l) => {
    if (!isVisible(runId)) return;
    const { exact, bucket } = textOf(runId);
    const front = `${csvCell(runId)},${csvCell(name)}`;
    const back = `${csvCell(exact === null ? '' : String(exact))},${csvCell(bucket)}`;
    const smooth = smoothed?.[l]?.y;
    for (let i = 0; i < x.length; i++) {
      const at = x[i] ?? NaN;
      if (xWindow && !(at >= xWindow[0] && at <= xWindow[1])) continue;
      rows.push(`${front},${at},${y[i]}${smoothed ? `,${smooth?.[i] ?? ''}` : ''},${back}`);
    }
  });
  return `${rows.join('\r\n')}\r\n`;
}
