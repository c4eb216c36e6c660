import { csvCell } from '../csv-cell.js';
import type { PlotLine } from '../plot-line.js';

export interface GroupCsvInput {
  readonly lines: readonly PlotLine[];
  readonly isVisible: (lineId: string) => boolean;
  /** Shown part of the x axis; null: all of it. */
  readonly xWindow: readonly [number, number] | null;
  readonly xName: string;
  readonly metric: string;
  /** What the buckets are of. */
  readonly keyTitle: string;
}

/** A grouped plot as CSV: a row per bucket and x, with the line, the edges of its band and the number of runs there. Numbers are written in full. */
export function groupsToCsv({ lines, isVisible, xWindow, xName, metric, keyTitle }: GroupCsvInput): string {
  const groups = lines.flatMap(({ runId, name, group }) => (group && isVisible(runId) ? [{ name, group }] : []));
  const by = groups[0]?.group.by ?? { line: 'mean', band: 'none' };
  const edges = { range: ['min', 'max'], deviation: ['mean - deviation', 'mean + deviation'], error: ['mean - error', 'mean + error'], none: [] }[by.band];
  const head = [keyTitle, xName, ...[by.line, ...edges].map((name) => `${metric} (${name})`), 'runs'];
  const rows = [head.map(csvCell).join(',')];
  for (const { name, group } of groups) {
    const { x, y, low, high, counts } = group;
    const front = csvCell(name);
    for (let i = 0; i < x.length; i++) {
      const at = x[i] ?? NaN;
      if (!counts[i] || (xWindow && !(at >= xWindow[0] && at <= xWindow[1]))) continue;
      rows.push([front, at, y[i], ...(low && high ? [low[i], high[i]] : []), counts[i]].join(','));
    }
  }
  return `${rows.join('\r\n')}\r\n`;
}
