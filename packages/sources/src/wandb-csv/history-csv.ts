import type { HistoryColumns } from '@runhue/core';
import type { DroppedCells } from '../history/dropped-cells.js';
import { historyBuilder } from '../history/history-builder.js';
import type { ReadContext } from '../run-format.js';
import { stemOf } from '../run-path.js';
import type { SourceFile } from '../source-file.js';
import { csvHeader } from '../text/csv-header.js';
import { readCsvRows } from '../text/csv-rows.js';
import { numberCell } from '../text/number-cell.js';

/** The history of one run, as `run.history()` gives it. */
export interface WandbHistory {
  readonly path: string;
  /** From the file name: the last word of eight small letters and digits, W&B's usual id, else the whole name. */
  readonly id: string;
  /** The file name without the id. */
  readonly name: string;
  readonly history: HistoryColumns | undefined;
  /** The reason for which the end of the file was not read, or null. */
  readonly stopped: string | null;
}

const clockColumns = new Set(['_step', '_timestamp', '_runtime', '']);

/** True for the header of a `run.history()` table: `_step`, and `_runtime` or `_timestamp` beside it. */
export function isWandbHistory(file: SourceFile): boolean {
  const names = csvHeader(file)?.names ?? [];
  return names.includes('_step') && (names.includes('_timestamp') || names.includes('_runtime'));
}

/** Reads one history file. Cells that are no numbers go to `dropped`. */
export async function readHistoryCsv(file: SourceFile, dropped: DroppedCells, context?: ReadContext): Promise<WandbHistory> {
  const builder = historyBuilder();
  let header: readonly string[] = [];
  let step = -1;
  let wallTime = -1;
  let runtime = -1;
  const clockCell = (cells: readonly string[], column: number): number => numberCell(cells[column] ?? '') ?? NaN;
  const stopped = await readCsvRows(
    file,
    { delimiter: csvHeader(file)?.delimiter ?? ',' },
    (cells, index) => {
      if (index === 0) {
        header = cells;
        step = cells.indexOf('_step');
        wallTime = cells.indexOf('_timestamp');
        runtime = cells.indexOf('_runtime');
        return;
      }
      const clock = { step: clockCell(cells, step), wallTime: clockCell(cells, wallTime), runtime: clockCell(cells, runtime) };
      header.forEach((metric, column) => {
        const cell = cells[column] ?? '';
        if (cell === '' || clockColumns.has(metric)) return;
        const value = numberCell(cell);
        if (value === undefined) dropped.add(file.path, metric, cell);
        else builder.add(metric, value, clock);
      });
    },
    context,
  );
  return { path: file.path, ...namesOf(file.path), history: builder.finish(), stopped };
}

/** Run id and name from a history's file name: `B1_rmsnorm_6jztinv6_history.csv` → `6jztinv6`, `B1_rmsnorm`. */
function namesOf(path: string): { id: string; name: string } {
  const stem = stemOf(path).replace(/[-_. ]?history$/i, '') || stemOf(path);
  const match = /^(?:(.*)[-_. ])?([a-z0-9]{8})$/.exec(stem);
  return match === null ? { id: stem, name: stem } : { id: match[2] ?? stem, name: match[1] ?? stem };
}
