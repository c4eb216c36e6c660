import type { RunProblem } from '@runhue/core';
import { droppedCells } from '../history/dropped-cells.js';
import type { ReadContext } from '../run-format.js';
import type { ReadResult, SourceFile } from '../source-file.js';
import type { JsonObject } from '../json/parse-json.js';
import { readCsvTable, type TableOptions } from './read-csv-table.js';
import { jsonRows } from './read-json-rows.js';
import type { TablePlan } from './table-plan.js';

export type { TableOptions } from './read-csv-table.js';
export type { TablePlan } from './table-plan.js';

/**
 * Reads delimited text: wide (a column per metric) or long (`metric` and `value` columns), one run a file or a column that names runs.
 * Columns are recognised by common names (`step`, `global_step`, `epoch`, `run_id`, `timestamp` …) and can be chosen with `options`; a file
 * without header is read with `options.columns`. Text that is the same in all rows of a run is config; so are numbers
 * that never change within a run but differ between runs.
 */
export async function readTable(file: SourceFile, options: TableOptions = {}, context?: ReadContext): Promise<ReadResult> {
  const dropped = droppedCells();
  const problems: RunProblem[] = [];
  const runs = await readCsvTable(file, options, { dropped, problems, context });
  return { runs, problems: [...problems, ...dropped.problems()] };
}

/** The same for rows that are JSON objects already, one logging call each. `id` and `name` are of the run when no column names runs. */
export function readRows(rows: Iterable<JsonObject>, options: Partial<TablePlan> & { id?: string; name?: string } = {}): ReadResult {
  const { id = 'run', name = id, ...plan } = options;
  const dropped = droppedCells();
  const table = jsonRows(plan, { path: name, id, name });
  for (const row of rows) table.add(row);
  return { runs: table.finish(dropped), problems: dropped.problems() };
}
