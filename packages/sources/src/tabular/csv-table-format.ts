import type { RunInput, RunProblem } from '@runhue/core';
import { droppedCells } from '../history/dropped-cells.js';
import { joinRuns } from '../join-runs.js';
import type { RunFormat } from '../run-format.js';
import type { SourceFile } from '../source-file.js';
import { csvHeader } from '../text/csv-header.js';
import { numberCell } from '../text/number-cell.js';
import { readCsvTable } from './read-csv-table.js';
import { runNames, stepNames } from './table-plan.js';

/** Tables of text with a header, for `readRuns`. */
export const csvTableFormat: RunFormat = {
  name: 'CSV table',
  detect,
  async read(files, context) {
    const dropped = droppedCells();
    const problems: RunProblem[] = [];
    const parts: RunInput[][] = [];
    for (const file of files) parts.push(await readCsvTable(file, {}, { dropped, problems, context }));
    const joined = joinRuns(parts);
    return { runs: joined.runs, problems: [...problems, ...joined.problems, ...dropped.problems()] };
  },
};

/** Sure where a column counts steps or names runs; otherwise a file whose name says table and whose first row has numbers. */
function detect(file: SourceFile): number {
  const header = csvHeader(file);
  if (header === null || header.names.some((name) => name.trim() !== '' && numberCell(name) !== undefined)) return 0;
  if (!header.firstRow.some((cell) => numberCell(cell) !== undefined)) return 0;
  const names = new Set(header.names.map((name) => name.trim().toLowerCase()));
  if ([...stepNames, ...runNames].some((name) => names.has(name))) return 0.5;
  return /\.(csv|tsv)$/i.test(file.path) ? 0.2 : 0;
}
