import type { RunInput, RunProblem } from '@runhue/core';
import type { DroppedCells } from '../history/dropped-cells.js';
import { unreadableFile } from '../read-each-file.js';
import type { ReadContext } from '../run-format.js';
import type { SourceFile } from '../source-file.js';
import { csvHeader } from '../text/csv-header.js';
import { readCsvRows } from '../text/csv-rows.js';
import { repeatedNames } from '../text/repeated-names.js';
import { runOfFile } from './run-of-file.js';
import { planTable, type TablePlan } from './table-plan.js';
import { tableRows, type TableRows, type TableSource } from './table-rows.js';

/** How to read a table whose columns do not speak for themselves. */
export interface TableOptions extends Partial<TablePlan> {
  /** Names of the columns of a file without header (`['step', 'loss']`). */
  readonly columns?: readonly string[];
  /** Default: what the first row has most of: comma, tab, semicolon or bar. */
  readonly delimiter?: string;
  /** Lines above the header. */
  readonly skipRows?: number;
  /** Id and name of the run when the table has no column for them. Default: the file's, or its folder's for names such as `progress.csv`. */
  readonly id?: string;
  readonly name?: string;
}

export async function readCsvTable(
  file: SourceFile,
  { columns, delimiter, skipRows, id, name, ...chosen }: TableOptions,
  { dropped, problems, context }: { dropped: DroppedCells; problems: RunProblem[]; context?: ReadContext | undefined },
): Promise<RunInput[]> {
  const fallback = runOfFile(file.path);
  const source: TableSource = id === undefined ? { ...fallback, ...(name !== undefined && { name }) } : { path: file.path, id, name: name ?? id };
  let names = columns;
  let rows: TableRows | undefined;
  let longRows = 0;
  const stopped = await readCsvRows(
    file,
    { delimiter: delimiter ?? csvHeader(file)?.delimiter ?? ',', skipRows },
    (cells) => {
      if (names === undefined) {
        names = cells.map((cell) => cell.trim());
        return;
      }
      rows ??= tableRows(planTable(names, chosen, cells), source);
      if (cells.length > names.length) longRows += 1;
      rows.add(names, cells);
    },
    context,
  );
  const [repeated] = repeatedNames(names ?? []);
  if (repeated !== undefined) problems.push(unreadableFile(file.path, `column ${JSON.stringify(repeated)} is there more than once; its values are mixed`));
  if (longRows > 0) problems.push(unreadableFile(file.path, `${longRows} rows have more cells than the header; the cells beyond it are left out`, longRows));
  if (stopped !== null) problems.push(unreadableFile(file.path, `${stopped}; what follows is left out`));
  return rows?.finish(dropped) ?? [];
}
