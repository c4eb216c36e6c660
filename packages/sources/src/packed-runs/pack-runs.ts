import { RunhueError, type RunInput, type SeriesInput } from '@runhue/core';
import { type PackedColumn, packColumn } from './number-column.js';

interface PackedRun extends Omit<RunInput, 'history'> {
  readonly steps: PackedColumn;
  readonly wallTimes?: PackedColumn;
  readonly runtimes?: PackedColumn;
  /** Metrics that were logged together. `rows` are positions in `steps`. */
  readonly groups: readonly { rows: PackedColumn; values: { [metric: string]: PackedColumn } }[];
}

/**
 * Writes runs as compact text that `readPackedRuns` and `readRuns` read back exactly, NaN and ±Infinity too: columns are base64 of
 * the smallest number type without loss, and metrics that were logged together share their clock. Histories must be columns, as all
 * readers here make them; else throws a `RunhueError`.
 */
export function packRuns(runs: readonly RunInput[]): string {
  const packed = runs.map((run) => JSON.stringify(packRun(run)));
  return `{"format":"runhue-packed-runs","version":1,"runs":[\n${packed.join(',\n')}\n]}\n`;
}

interface Row {
  readonly step: number;
  readonly wallTime: number;
  readonly runtime: number;
}

function packRun({ history = {}, ...run }: RunInput): PackedRun {
  if (Array.isArray(history)) throw new RunhueError(`Run "${run.id}": the history is rows; packRuns takes columns.`);
  const metrics: [string, SeriesInput][] = history instanceof Map ? [...history] : Object.entries(history);
  const rows = rowsOf(metrics);
  const positions = new Map(rows.map((row, i) => [keyOf(row), i]));
  const groups = new Map<string, PackedRun['groups'][number]>();
  for (const [metric, series] of metrics) {
    const at = Float64Array.from(series.values, (_, i) => positions.get(keyOf(rowAt(series, i))) ?? NaN);
    const packedRows = packColumn(at, { spaced: true });
    const group = groups.get(String(packedRows)) ?? { rows: packedRows, values: Object.create(null) as { [metric: string]: PackedColumn } };
    groups.set(String(packedRows), group);
    group.values[metric] = packColumn(Float64Array.from(series.values, Number));
  }
  const column = (name: keyof Row): Float64Array => Float64Array.from(rows, (row) => row[name]);
  const known = (name: keyof Row): boolean => rows.some((row) => !Number.isNaN(row[name]));
  return {
    ...run,
    steps: packColumn(column('step'), { spaced: true }),
    ...(known('wallTime') && { wallTimes: packColumn(column('wallTime')) }),
    ...(known('runtime') && { runtimes: packColumn(column('runtime')) }),
    groups: [...groups.values()],
  };
}

function rowAt({ steps, wallTimes, runtimes }: SeriesInput, i: number): Row {
  return { step: Number(steps[i]), wallTime: Number(wallTimes?.[i] ?? NaN), runtime: Number(runtimes?.[i] ?? NaN) };
}

function keyOf({ step, wallTime, runtime }: Row): string {
  return `${step} ${wallTime} ${runtime}`;
}

/** Every distinct moment at which some metric was logged, by step. */
function rowsOf(metrics: readonly [string, SeriesInput][]): Row[] {
  const rows = new Map<string, Row>();
  for (const [, series] of metrics) {
    for (let i = 0; i < series.values.length; i++) {
      const row = rowAt(series, i);
      rows.set(keyOf(row), row);
    }
  }
  return [...rows.values()].sort((a, b) => a.step - b.step);
}
