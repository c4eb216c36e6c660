import type { ConfigValue, HistoryColumns } from '@runhue/core';
import { type Clock, type HistoryBuilder, historyBuilder } from '../history/history-builder.js';
import { emptyRecord } from '../history/record.js';
import { configCell } from '../text/config-cell.js';
import type { ChartColumn } from './chart-columns.js';

/** The lines of one run, while the rows are read. */
export interface ChartRun {
  readonly id: string;
  readonly name: string;
  readonly config: { readonly [key: string]: ConfigValue };
  readonly columns: readonly ChartColumn[];
  readonly lines: HistoryBuilder;
  readonly bands: HistoryBuilder;
  /** Metrics whose band is wider than the line. */
  readonly banded: Set<string>;
}

/** The runs of a chart. The n-th column of one name is of the n-th run of that name (`ada`, `ada (2)`). */
export function chartRuns(columns: readonly ChartColumn[]): ChartRun[] {
  const seen = new Map<string, number>();
  const runs = new Map<string, { name: string; columns: ChartColumn[] }>();
  for (const column of columns) {
    const key = JSON.stringify([column.run, column.metric]);
    const n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    const id = n === 1 ? column.run : `${column.run} (${n})`;
    const run = runs.get(id) ?? { name: column.run, columns: [] };
    runs.set(id, run);
    run.columns.push(column);
  }
  const keys = new Set([...runs.values()].map(({ name }) => groupOf(name)?.key));
  const config = (name: string): ChartRun['config'] => (keys.size === 1 ? groupConfig(name) : {});
  return [...runs].map(([id, run]) => ({
    id,
    ...run,
    config: config(run.name),
    lines: historyBuilder(),
    bands: historyBuilder(),
    banded: new Set(),
  }));
}

/** Adds one point of a line with its band, where the chart has bands. */
export function addChartPoint({ lines, bands, banded }: ChartRun, metric: string, clock: Clock, value: number, [min, max]: readonly [number, number] | [null, null]): void {
  lines.add(metric, value, clock);
  if (min === null) return;
  bands.add(`${metric}__MIN`, min, clock);
  bands.add(`${metric}__MAX`, max, clock);
  if (!Object.is(min, value) || !Object.is(max, value)) banded.add(metric);
}

/** Lines, and the bands that are wider than their line. */
export function chartHistory({ lines, bands, banded }: ChartRun): HistoryColumns {
  const history = { ...lines.finish() };
  const bandHistory = bands.finish() ?? {};
  for (const metric of banded) {
    for (const name of [`${metric}__MIN`, `${metric}__MAX`]) {
      const series = bandHistory[name];
      if (series !== undefined && history[name] === undefined) history[name] = series;
    }
  }
  return history;
}

/** A grouped chart names its lines `<config key>: <value>`. */
function groupOf(name: string): { key: string; value: string } | null {
  const at = name.indexOf(': ');
  return at > 0 ? { key: name.slice(0, at), value: name.slice(at + 2) } : null;
}

function groupConfig(name: string): ChartRun['config'] {
  const group = groupOf(name);
  const config = emptyRecord<ConfigValue>();
  if (group !== null) config[group.key] = configCell(group.value);
  return config;
}
