import type { WandbHistory } from './history-csv.js';
import type { WandbTableRow } from './run-table.js';
import { numberCell } from '../text/number-cell.js';

/** Which table row is whose history. */
export interface TableJoin {
  readonly rowOf: ReadonlyMap<WandbHistory, WandbTableRow>;
  /** Histories and the rows that could be theirs, where more than one pairing is possible. */
  readonly ambiguous: readonly { readonly name: string; readonly histories: readonly WandbHistory[]; readonly rows: readonly WandbTableRow[] }[];
  /** Columns that hold the last value of the metric of that name in every joined run. */
  readonly summaryColumns: ReadonlySet<string>;
}

/**
 * Joins a run table with histories: by id where the table has an ID column, else by name plus equal final values. A pair is joined
 * only when neither side has another candidate. Final values are equal when they differ by no more than W&B's own rounding (1e-12 of the value). Columns that equal no history's last value anywhere (a best value, say) decide nothing.
 */
export function joinTable(rows: readonly WandbTableRow[], histories: readonly WandbHistory[]): TableJoin {
  const lastOf = new Map(histories.map((history) => [history, lastValues(history)]));
  const rowOf = new Map<WandbHistory, WandbTableRow>();
  const rowsById = groupBy(rows.filter((row) => row.id !== null), (row) => row.id ?? '');
  for (const history of histories) {
    const [row, other] = rowsById.get(history.id) ?? [];
    if (row !== undefined && other === undefined) rowOf.set(history, row);
  }
  const joinedRows = new Set(rowOf.values());
  const rowsByName = groupBy(rows.filter((row) => !joinedRows.has(row) && row.id === null), (row) => plainName(row.name));
  const openByName = groupBy(histories.filter((history) => !rowOf.has(history)), (history) => plainName(history.name));
  const deciding = decidingColumns(rowsByName, openByName, lastOf);
  const ambiguous: TableJoin['ambiguous'][number][] = [];
  for (const [name, open] of openByName) {
    const named = rowsByName.get(name) ?? [];
    const pairs = open.flatMap((history) => named.filter((row) => sameFinals(row, lastOf.get(history), deciding)).map((row) => ({ history, row })));
    const rowCandidates = countBy(pairs, (pair) => pair.history);
    const historyCandidates = countBy(pairs, (pair) => pair.row);
    const isClear = (pair: (typeof pairs)[number]): boolean => rowCandidates.get(pair.history) === 1 && historyCandidates.get(pair.row) === 1;
    for (const pair of pairs.filter(isClear)) rowOf.set(pair.history, pair.row);
    const unclear = pairs.filter((pair) => !isClear(pair));
    if (unclear.length > 0) {
      ambiguous.push({
        name: open[0]?.name ?? name,
        histories: [...new Set(unclear.map((pair) => pair.history))],
        rows: [...new Set(unclear.map((pair) => pair.row))],
      });
    }
  }
  return { rowOf, ambiguous, summaryColumns: summaryColumns(rowOf, lastOf) };
}

type Finals = ReadonlyMap<string, number>;

/** Per metric the value at the highest step (of equal steps the last). */
function lastValues({ history }: WandbHistory): Finals {
  const last = new Map<string, number>();
  for (const metric of Object.keys(history ?? {})) {
    const { steps, values } = history?.[metric] ?? { steps: [], values: [] };
    let at = 0;
    for (let i = 1; i < steps.length; i++) if ((steps[i] ?? NaN) >= (steps[at] ?? NaN)) at = i;
    last.set(metric, Number(values[at]));
  }
  return last;
}

/** W&B rounds some cells of a table in their 16th digit (19 of the 64 runs of the nanoGPT ablations), so that far is equal. */
const tableRounding = 1e-12;

function equals(cell: string, value: number | undefined): boolean {
  const shown = numberCell(cell);
  if (value === undefined || shown === undefined) return false;
  return Object.is(shown, value) || Math.abs(shown - value) <= Math.abs(value) * tableRounding;
}

function decidingColumns(
  rowsByName: ReadonlyMap<string, readonly WandbTableRow[]>,
  openByName: ReadonlyMap<string, readonly WandbHistory[]>,
  lastOf: ReadonlyMap<WandbHistory, Finals>,
): Set<string> {
  const deciding = new Set<string>();
  for (const [name, open] of openByName) {
    for (const row of rowsByName.get(name) ?? []) {
      for (const [column, cell] of row.cells) {
        if (!deciding.has(column) && open.some((history) => equals(cell, lastOf.get(history)?.get(column)))) deciding.add(column);
      }
    }
  }
  return deciding;
}

function sameFinals(row: WandbTableRow, finals: Finals | undefined, deciding: ReadonlySet<string>): boolean {
  let same = 0;
  for (const column of deciding) {
    const cell = row.cells.get(column);
    const value = finals?.get(column);
    if (cell === undefined || value === undefined) continue;
    if (!equals(cell, value)) return false;
    same += 1;
  }
  return same > 0;
}

function summaryColumns(rowOf: ReadonlyMap<WandbHistory, WandbTableRow>, lastOf: ReadonlyMap<WandbHistory, Finals>): Set<string> {
  const equal = new Set<string>();
  const different = new Set<string>();
  for (const [history, row] of rowOf) {
    for (const [metric, value] of lastOf.get(history) ?? []) {
      const cell = row.cells.get(metric);
      if (cell !== undefined) (equals(cell, value) ? equal : different).add(metric);
    }
  }
  return new Set([...equal].filter((column) => !different.has(column)));
}

/** File names cannot hold every character of a run's name; the final values decide anyway. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_');
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function countBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
