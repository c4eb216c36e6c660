import type { ConfigValue, RunInput } from '@runhue/core';
import type { DroppedCells } from '../history/dropped-cells.js';
import type { Clock } from '../history/history-builder.js';
import { configCell } from '../text/config-cell.js';
import { numberCell } from '../text/number-cell.js';
import { addOtherCell, finishDrafts, runDraft, type RunDraft } from './run-draft.js';
import type { TablePlan } from './table-plan.js';

/** A cell as CSV (text) or JSON (any value) has it; null, undefined and the empty text are "not logged". */
export type Cell = ConfigValue;

/** Takes rows, whatever file they are from, and makes runs of them. */
export interface TableRows {
  /** `columns` names the cells; pass the same array again for rows of the same columns, which is faster. */
  add(columns: readonly string[], cells: readonly Cell[]): void;
  finish(dropped: DroppedCells): RunInput[];
}

export interface TableSource {
  readonly path: string;
  /** Id and name of the run when the table has no column for them. */
  readonly id: string;
  readonly name: string;
  /** The file's folder where it tells runs apart: config `folder`. */
  readonly folder?: string;
}

type Role = 'step' | 'wallTime' | 'runtime' | 'run' | 'runName' | 'metric' | 'value' | 'config' | 'number';

export function tableRows(plan: TablePlan, source: TableSource): TableRows {
  const rolesFor = roleFinder(plan);
  const drafts = new Map<string, RunDraft>();
  let last: RunDraft | undefined;
  let unplaced = 0;

  const draftOf = (id: string, name: string): RunDraft => {
    if (last?.id === id) return last;
    last = drafts.get(id);
    if (last === undefined) {
      last = runDraft(id, name);
      if (source.folder !== undefined && plan.run.length === 0) last.config.set('folder', source.folder);
      drafts.set(id, last);
    }
    return last;
  };

  return {
    add(columns, cells) {
      const roles = rolesFor(columns);
      const clock = { step: NaN, wallTime: NaN, runtime: NaN };
      let id = '';
      let name = '';
      let metric: string | null = null;
      for (let i = 0; i < columns.length; i++) {
        const role = roles[i];
        const cell = cells[i];
        if (role === 'number' || isEmpty(cell)) continue;
        if (role === 'step') clock.step = numberOf(cell) ?? NaN;
        else if (role === 'wallTime') clock.wallTime = wallTimeOf(cell);
        else if (role === 'runtime') clock.runtime = numberOf(cell) ?? NaN;
        else if (role === 'metric') metric = String(cell);
        else if (role === 'runName') name = String(cell);
        if (role === 'run' || (role === 'runName' && plan.run.includes(columns[i] ?? ''))) id += id === '' ? String(cell) : ` ${String(cell)}`;
      }
      const draft = plan.run.length === 0 ? draftOf(source.id, source.name) : draftOf(id || source.id, name || id || source.name);
      if (plan.step === null) clock.step = draft.rows;
      draft.rows += 1;
      if (Number.isNaN(clock.step)) unplaced += 1;
      else addCells(draft, columns, cells, roles, clock, metric);
    },
    finish(dropped) {
      const finished = finishDrafts([...drafts.values()], { rowPerRun: plan.step === null && plan.run.length > 0 });
      for (const { column, count, sample } of finished.dropped) dropped.add(source.path, column, sample, count);
      if (unplaced > 0) dropped.add(source.path, plan.step ?? 'step', 'rows without a step', unplaced);
      return finished.runs;
    },
  };
}

function addCells(
  draft: RunDraft,
  columns: readonly string[],
  cells: readonly Cell[],
  roles: readonly Role[],
  clock: Clock,
  metric: string | null,
): void {
  for (let i = 0; i < columns.length; i++) {
    const cell = cells[i];
    const role = roles[i];
    if (isEmpty(cell) || (role !== 'number' && role !== 'config' && role !== 'value')) continue;
    const column = (role === 'value' ? metric : columns[i]) ?? columns[i] ?? '';
    const value = role === 'config' ? undefined : numberOf(cell);
    if (value !== undefined) draft.numbers.add(column, value, clock);
    else if (role === 'config') draft.config.set(column.replace(/^config[/.]/, ''), typeof cell === 'string' ? configCell(cell) : cell);
    else addOtherCell(draft, column, typeof cell === 'string' ? configCell(cell) : cell);
  }
}

function isEmpty(cell: Cell): boolean {
  return cell === '' || cell === null || cell === undefined;
}

/** Roles of the columns of a row, looked up once for rows that share their array of names. */
function roleFinder(plan: TablePlan): (columns: readonly string[]) => readonly Role[] {
  const known = rolesOf(plan);
  let lastColumns: readonly string[] | undefined;
  let lastRoles: readonly Role[] = [];
  return (columns) => {
    if (columns !== lastColumns) {
      lastColumns = columns;
      lastRoles = columns.map((column) => known.get(column) ?? (/^config[/.]/.test(column) ? 'config' : 'number'));
    }
    return lastRoles;
  };
}

function rolesOf(plan: TablePlan): Map<string, Role> {
  const roles = new Map<string, Role>();
  const put = (column: string | null, role: Role): void => {
    if (column !== null && !roles.has(column)) roles.set(column, role);
  };
  put(plan.runName, 'runName');
  for (const column of plan.run) put(column, 'run');
  put(plan.step, 'step');
  put(plan.wallTime, 'wallTime');
  put(plan.runtime, 'runtime');
  put(plan.metric, 'metric');
  put(plan.value, 'value');
  for (const column of plan.config) put(column, 'config');
  return roles;
}

function numberOf(cell: Cell): number | undefined {
  return typeof cell === 'number' ? cell : typeof cell === 'string' ? numberCell(cell) : undefined;
}

const millisecondsFrom = 1e11;

/** Seconds since the epoch from seconds, milliseconds or a date text (UTC where it names no zone); NaN for anything else. */
function wallTimeOf(cell: Cell): number {
  const value = numberOf(cell) ?? (typeof cell === 'string' ? Date.parse(withZone(cell)) : NaN);
  return Math.abs(value) >= millisecondsFrom ? value / 1000 : value;
}

function withZone(date: string): string {
  return /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(date) ? `${date.replace(' ', 'T')}Z` : date;
}
