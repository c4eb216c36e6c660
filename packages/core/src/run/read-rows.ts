import { createDroppedCells, type DroppedCells } from './dropped-cells.js';
import type { HistoryReport } from './history-report.js';
import type { SeriesColumns } from './make-series.js';
import { orderOf, pick, unlessUnknown } from './order-by-step.js';
import { isPlainObject } from './plain-object.js';
import { readCell, readClock } from './read-cell.js';

interface MetricCells {
  /** Where the first cell stood in its row: names joined by a character that no name is likely to have. */
  readonly path: string;
  /** Points that stood elsewhere: `a.b` by that very name, and as `b` inside `a`. */
  elsewhere: number;
  readonly rows: number[];
  readonly values: number[];
}

const depthLimit = 16;

/**
 * Rows as one set of columns per metric, ordered by step. Nested objects become dotted names. Metrics that every row holds
 * share their step and time arrays. `firstStep` numbers the rows when none of them has a `_step`.
 */
export function readRows(rows: readonly unknown[], firstStep: number, report: HistoryReport): Map<string, SeriesColumns> {
  const clock = readRowClocks(rows, firstStep, report);
  const { steps } = clock;
  const cells = new Map<string, MetricCells>();
  const dropped = createDroppedCells();
  clock.rows.forEach((row, position) => {
    readMetrics(row, { name: '', path: '' }, 0, dropped, (name, path, value) => {
      let metric = cells.get(name);
      if (metric === undefined) cells.set(name, (metric = { path, elsewhere: 0, rows: [], values: [] }));
      if (metric.path !== path) metric.elsewhere += 1;
      const last = metric.rows.length - 1;
      const at = last >= 0 && steps[metric.rows[last] as number] === steps[position] ? last : last + 1;
      metric.rows[at] = position;
      metric.values[at] = value;
    });
  });
  dropped.each(report.values);

  const columns = new Map<string, SeriesColumns>();
  for (const [name, metric] of cells) {
    if (metric.elsewhere > 0) report.merged(name, metric.elsewhere);
    const shared = metric.rows.length === steps.length;
    const at = (column: Float64Array): Float64Array => (shared ? column : pick(column, metric.rows));
    columns.set(name, {
      steps: at(steps),
      values: Float64Array.from(metric.values),
      wallTimes: clock.wallTimes && unlessUnknown(at(clock.wallTimes)),
      runtimes: clock.runtimes && unlessUnknown(at(clock.runtimes)),
    });
  }
  return columns;
}

interface RowClocks {
  readonly rows: readonly { readonly [key: string]: unknown }[];
  readonly steps: Float64Array;
  readonly wallTimes: Float64Array | null;
  readonly runtimes: Float64Array | null;
}

function readRowClocks(input: readonly unknown[], firstStep: number, report: HistoryReport): RowClocks {
  const hasSteps = input.some((row) => isPlainObject(row) && readCell(row['_step']) !== 'not-logged');
  const dropped = createDroppedCells();
  const rows: { readonly [key: string]: unknown }[] = [];
  const steps: number[] = [];
  let invalidRows = 0;
  let index = firstStep;
  for (const row of input) {
    const step = hasSteps && isPlainObject(row) ? readCell(row['_step']) : index;
    index += 1;
    if (!isPlainObject(row)) {
      invalidRows += 1;
    } else if (typeof step === 'number' && Number.isFinite(step)) {
      rows.push(row);
      steps.push(step);
    } else {
      dropped.add('_step', row['_step']);
    }
  }
  if (invalidRows > 0) report.rows(invalidRows);
  dropped.each((_, count, samples) => report.steps(null, count, samples));

  const order = orderOf(steps);
  const ordered = Array.from(order, (at) => rows[at] as { readonly [key: string]: unknown });
  const clocks = createDroppedCells();
  const read = (name: string): Float64Array | null =>
    unlessUnknown(Float64Array.from(ordered, (row) => readClock(row[name], (cell) => clocks.add(name, cell))));
  const wallTimes = read('_timestamp');
  const runtimes = read('_runtime');
  clocks.each(report.values);
  return { rows: ordered, steps: Float64Array.from(order, (at) => steps[at] as number), wallTimes, runtimes };
}

const clockNames = new Set(['_step', '_timestamp', '_runtime']);

function readMetrics(
  row: { readonly [key: string]: unknown },
  parent: { readonly name: string; readonly path: string },
  depth: number,
  dropped: DroppedCells,
  logged: (name: string, path: string, value: number) => void,
): void {
  for (const key of Object.keys(row)) {
    if (depth === 0 && clockNames.has(key)) continue;
    const cell = row[key];
    const name = parent.name + key;
    if (isPlainObject(cell) && depth < depthLimit) {
      readMetrics(cell, { name: `${name}.`, path: `${parent.path}${key}\u0000` }, depth + 1, dropped, logged);
      continue;
    }
    const value = readCell(cell);
    if (typeof value === 'number') logged(name, depth === 0 ? name : parent.path + key, value);
    else if (value === 'not-a-number') dropped.add(name, cell);
  }
}
