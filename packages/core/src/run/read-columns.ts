import { createDroppedCells, showValue } from './dropped-cells.js';
import type { HistoryReport } from './history-report.js';
import type { SeriesColumns } from './make-series.js';
import { isStrictlyIncreasing, orderByStep, unlessUnknown } from './order-by-step.js';
import { isPlainObject } from './plain-object.js';
import { readCell, readClock } from './read-cell.js';

/** Columns of each metric, checked and ordered by step; Float64Arrays that need no change are kept, not copied. */
export function readColumns(metrics: Iterable<readonly [string, unknown]>, report: HistoryReport): Map<string, SeriesColumns> {
  const columns = new Map<string, SeriesColumns>();
  for (const [name, input] of metrics) {
    const read = readMetric(name, input, report);
    if (read !== null) columns.set(name, read);
  }
  return columns;
}

function readMetric(name: string, input: unknown, report: HistoryReport): SeriesColumns | null {
  if (!isPlainObject(input)) {
    report.metric(name, showValue(input));
    return null;
  }
  const { steps, values, wallTimes, runtimes } = input;
  if (!isColumn(steps) || !isColumn(values)) {
    report.column(name, isColumn(steps) ? 'values' : 'steps');
    return null;
  }
  const length = Math.min(steps.length, values.length);
  if (steps.length !== values.length) {
    const what = `${steps.length} steps, ${values.length} values: the first ${length} are kept`;
    report.lengths(name, Math.max(steps.length, values.length) - length, what, `steps: ${steps.length}, values: ${values.length}`);
  }
  const times: Times = {
    wallTimes: readTimes(name, 'wallTimes', wallTimes, length, report),
    runtimes: readTimes(name, 'runtimes', runtimes, length, report),
  };
  const isShareable = steps instanceof Float64Array && values instanceof Float64Array && steps.length === values.length;
  if (isShareable && isStrictlyIncreasing(steps)) return { steps, values, ...times };
  return readPoints(name, steps, values, length, times, report);
}

type Times = Pick<SeriesColumns, 'wallTimes' | 'runtimes'>;

function readPoints(
  name: string,
  steps: ArrayLike<unknown>,
  values: ArrayLike<unknown>,
  length: number,
  times: Times,
  report: HistoryReport,
): SeriesColumns {
  const droppedSteps = createDroppedCells();
  const droppedValues = createDroppedCells();
  const points = { steps: new Float64Array(length), values: new Float64Array(length), rows: new Uint32Array(length) };
  let kept = 0;
  for (let i = 0; i < length; i += 1) {
    const value = readCell(values[i]);
    const step = readCell(steps[i]);
    if (value === 'not-a-number') droppedValues.add(name, values[i]);
    if (typeof value !== 'number') continue;
    if (typeof step !== 'number' || !Number.isFinite(step)) {
      droppedSteps.add(name, steps[i]);
      continue;
    }
    points.steps[kept] = step;
    points.values[kept] = value;
    points.rows[kept] = i;
    kept += 1;
  }
  droppedValues.each(report.values);
  droppedSteps.each(report.steps);
  const atRows = (column: Float64Array | null): Float64Array | null =>
    column && unlessUnknown(Float64Array.from(points.rows.subarray(0, kept), (row) => column[row] as number));
  return orderByStep({
    steps: points.steps.slice(0, kept),
    values: points.values.slice(0, kept),
    wallTimes: atRows(times.wallTimes),
    runtimes: atRows(times.runtimes),
  });
}

function readTimes(metric: string, column: string, input: unknown, length: number, report: HistoryReport): Float64Array | null {
  if (input === null || input === undefined) return null;
  if (!isColumn(input)) {
    report.values(`${metric} ${column}`, 1, showValue(input));
    return null;
  }
  if (input.length !== length) {
    const what = `${input.length} ${column} for ${length} points`;
    report.lengths(metric, Math.abs(input.length - length), what, `${column}: ${input.length}, values: ${length}`);
  }
  if (input instanceof Float64Array && input.length === length && !input.includes(Infinity) && !input.includes(-Infinity)) {
    return unlessUnknown(input);
  }
  const dropped = createDroppedCells();
  const times = Float64Array.from({ length }, (_, i) => readClock(input[i], (cell) => dropped.add(`${metric} ${column}`, cell)));
  dropped.each(report.values);
  return unlessUnknown(times);
}

function isColumn(value: unknown): value is ArrayLike<unknown> {
  if (Array.isArray(value)) return true;
  if (typeof value !== 'object' || value === null || value instanceof DataView) return false;
  if (ArrayBuffer.isView(value)) return true;
  if (!('length' in value) || !Number.isSafeInteger(value.length)) return false;
  return value.length === 0 || Number(value.length) - 1 in value;
}
