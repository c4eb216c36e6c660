import type { RunProblem } from '@runhue/core';
import type { ReadContext } from '../run-format.js';
import type { SourceFile } from '../source-file.js';
import { csvHeader } from '../text/csv-header.js';
import { readCsvRows } from '../text/csv-rows.js';
import { repeatedNames } from '../text/repeated-names.js';

/** One run of a W&B run table, its cells still text. */
export interface WandbTableRow {
  readonly id: string | null;
  readonly name: string;
  readonly state: string | null;
  /** ISO 8601 text. */
  readonly created: string | null;
  /** Config and summary columns that are filled, and W&B's own notes, user, tags, runtime and sweep. */
  readonly cells: ReadonlyMap<string, string>;
}

const ownColumns = new Set(['Name', 'State', 'Created', 'ID', 'Run ID']);
const idColumns = ['ID', 'Run ID'] as const;

/** True for the header of a table that W&B's "Export CSV" wrote: a Name column first, and no column that counts steps within a run. */
export function isWandbTable(file: SourceFile): boolean {
  const names = csvHeader(file)?.names;
  return names !== undefined && names[0] === 'Name' && !names.some((name) => name === 'Step' || / - .*__(MIN|MAX)$/.test(name));
}

/** Reads a run table's rows; says which columns and cells it could not use. */
export async function readRunTable(
  file: SourceFile,
  context?: ReadContext,
): Promise<{ rows: WandbTableRow[]; problems: RunProblem[] }> {
  const rows: WandbTableRow[] = [];
  const problems: RunProblem[] = [];
  let header: readonly string[] = [];
  let longRows = 0;
  const report = (reason: string, count = 1): void => {
    problems.push({ inputIndex: -1, runId: null, code: 'unreadable', message: `"${file.path}": ${reason}.`, count });
  };
  const stopped = await readCsvRows(
    file,
    { delimiter: csvHeader(file)?.delimiter ?? ',' },
    (cells, index) => {
      if (index === 0) header = cells;
      else {
        if (cells.length > header.length) longRows += 1;
        rows.push(tableRow(header, cells, index));
      }
    },
    context,
  );
  const repeated = repeatedNames(header);
  if (repeated.length > 0) report(`column ${JSON.stringify(repeated[0])} is there more than once; the first is used`, repeated.length);
  if (longRows > 0) report(`${longRows} rows have more cells than the header; the cells beyond it are left out`, longRows);
  if (stopped !== null) report(`${stopped}; what follows is left out`);
  return { rows, problems };
}

function tableRow(header: readonly string[], cells: readonly string[], index: number): WandbTableRow {
  const byName = new Map<string, string>();
  header.forEach((name, i) => {
    const cell = cells[i] ?? '';
    if (cell !== '' && !byName.has(name)) byName.set(name, cell);
  });
  const id = idColumns.map((name) => byName.get(name)).find((cell) => cell !== undefined) ?? null;
  const row = {
    id,
    name: byName.get('Name') ?? id ?? `row ${index}`,
    state: byName.get('State') ?? null,
    created: byName.get('Created') ?? null,
    cells: byName,
  };
  for (const name of ownColumns) byName.delete(name);
  if (byName.get('Notes') === '-') byName.delete('Notes');
  return row;
}
