import type { ConfigValue, RunInput, RunProblem } from '@runhue/core';
import { droppedCells } from '../history/dropped-cells.js';
import { nestConfig } from '../history/nest-config.js';
import type { ReadContext } from '../run-format.js';
import type { ReadResult, SourceFile } from '../source-file.js';
import { configCell } from '../text/config-cell.js';
import { isWandbHistory, readHistoryCsv, type WandbHistory } from './history-csv.js';
import { joinTable, type TableJoin } from './join-table.js';
import { readRunTable, type WandbTableRow } from './run-table.js';

/**
 * Reads W&B run tables ("Export CSV" of a project's table) and histories (`run.history()` saved as CSV), and joins them: by id where
 * the table has an ID column, else by name plus equal final values. What stays ambiguous is reported and kept apart.
 *
 * A history's run id is the last word of its file name (`rmsnorm_6jztinv6_history.csv` → `6jztinv6`). A row without history has its
 * ID column as id, else its name, with a number behind it where several rows have that name (reported, because it depends on
 * the order of the rows). Columns are config (dotted names nested, `true`/`false` as booleans), except those that hold the last value of a metric.
 */
export async function readWandbCsv(files: Iterable<SourceFile>, context?: ReadContext): Promise<ReadResult> {
  const problems: RunProblem[] = [];
  const dropped = droppedCells();
  const rows: WandbTableRow[] = [];
  const histories: WandbHistory[] = [];
  for (const file of files) {
    if (isWandbHistory(file)) {
      const history = await readHistoryCsv(file, dropped, context);
      histories.push(history);
      if (history.stopped !== null) problems.push(problem('unreadable', `"${file.path}": ${history.stopped}; what follows is left out.`));
    } else {
      const table = await readRunTable(file, context);
      for (const row of table.rows) rows.push(row);
      problems.push(...table.problems);
    }
  }
  const join = joinTable(rows, histories);
  const joinedRows = new Set(join.rowOf.values());
  const ids = new Set(histories.map((history) => history.id));
  const runs = [
    ...histories.map((history) => historyRun(history, join)),
    ...tableRuns(rows.filter((row) => !joinedRows.has(row)), ids, problems),
  ];
  return { runs, problems: [...problems, ...join.ambiguous.map(ambiguity), ...dropped.problems()] };
}

function historyRun(history: WandbHistory, { rowOf, summaryColumns }: TableJoin): RunInput {
  const row = rowOf.get(history);
  return {
    id: history.id,
    name: row?.name ?? history.name,
    state: row?.state ?? null,
    startTime: row?.created ?? null,
    config: row === undefined ? {} : configOf(row, summaryColumns),
    history: history.history ?? {},
  };
}

function tableRuns(rows: readonly WandbTableRow[], ids: Set<string>, problems: RunProblem[]): RunInput[] {
  let renamed = 0;
  const lastNumber = new Map<string, number>();
  let firstRenamed = '';
  const runs = rows.map((row) => {
    let id = row.id ?? row.name;
    if (row.id === null) {
      for (let n = (lastNumber.get(row.name) ?? 1) + 1; ids.has(id); n++) {
        id = `${row.name} (${n})`;
        lastNumber.set(row.name, n);
      }
      ids.add(id);
      if (id !== row.name) {
        renamed += 1;
        firstRenamed ||= row.name;
      }
    }
    return { id, name: row.name, state: row.state, startTime: row.created, config: configOf(row, new Set()) };
  });
  if (renamed > 0) {
    const message = `${renamed} rows of the run table have a name that another run has ("${firstRenamed}" is the first) and no id; they are numbered in the order of the rows. Export the ID column to tell them apart.`;
    problems.push({ ...problem('ambiguous', message), count: renamed });
  }
  return runs;
}

const clockColumns = new Set(['_step', '_timestamp', '_runtime']);

function configOf(row: WandbTableRow, summaryColumns: ReadonlySet<string>): RunInput['config'] {
  const entries = new Map<string, ConfigValue>();
  for (const [name, cell] of row.cells) {
    if (!summaryColumns.has(name) && !clockColumns.has(name)) entries.set(name, configCell(cell));
  }
  return nestConfig(entries);
}

function ambiguity({ name, histories, rows }: TableJoin['ambiguous'][number]): RunProblem {
  const paths = histories.slice(0, 3).map((history) => `"${history.path}"`).join(', ');
  const message = `Run "${name}": ${rows.length} table rows and ${histories.length} histories (${paths}) have this name and the same final values, so none is joined. Export the table with its ID column.`;
  return { ...problem('ambiguous', message), runId: histories[0]?.id ?? null, count: histories.length };
}

function problem(code: RunProblem['code'], message: string): RunProblem {
  return { inputIndex: -1, runId: null, code, message };
}
