import type { ConfigValue, HistoryColumns, RunInput, SeriesInput } from '@runhue/core';
import { emptyRecord } from '../history/record.js';
import { type HistoryBuilder, historyBuilder } from '../history/history-builder.js';

/** What a column of one run held besides numbers. */
export interface OtherCells {
  readonly first: ConfigValue;
  /** Cells that differ from the first. */
  changes: number;
  count: number;
}

/** A run while its rows are read. */
export interface RunDraft {
  readonly id: string;
  name: string;
  rows: number;
  readonly numbers: HistoryBuilder;
  readonly others: Map<string, OtherCells>;
  readonly config: Map<string, ConfigValue>;
}

export function runDraft(id: string, name: string): RunDraft {
  return { id, name, rows: 0, numbers: historyBuilder(), others: new Map(), config: new Map() };
}

/** Notes a cell that is no number. */
export function addOtherCell({ others }: RunDraft, column: string, cell: ConfigValue): void {
  const cells = others.get(column);
  if (cells === undefined) others.set(column, { first: cell, changes: 0, count: 1 });
  else {
    cells.count += 1;
    if (cells.first !== cell) cells.changes += 1;
  }
}

/** What is config in a whole table, and what had to be left out. */
export interface FinishedDrafts {
  readonly runs: RunInput[];
  /** Cells that are neither a metric's nor one value for the run. */
  readonly dropped: readonly { readonly column: string; readonly count: number; readonly sample: ConfigValue }[];
}

/**
 * Makes runs of drafts. Text that is the same in all rows of each run is config. So are numbers that never change within a run but differ from run
 * to run, or when `rowPerRun` and every run has a single row: then the table lists runs, not steps.
 */
export function finishDrafts(drafts: readonly RunDraft[], { rowPerRun }: { rowPerRun: boolean }): FinishedDrafts {
  const histories = drafts.map((draft) => draft.numbers.finish() ?? emptyRecord<SeriesInput>());
  const listsRuns = rowPerRun && drafts.length > 1 && drafts.every((draft) => draft.rows === 1);
  const metrics = new Set(histories.flatMap((history) => Object.keys(history)));
  const configMetrics = new Set([...metrics].filter((metric) => listsRuns || isConstantPerRun(histories, metric)));
  const others = new Set(drafts.flatMap((draft) => [...draft.others.keys()]));
  const configTexts = new Set(
    [...others].filter((column) => (listsRuns || !metrics.has(column)) && drafts.every((draft) => (draft.others.get(column)?.changes ?? 0) === 0)),
  );
  const dropped = [...others].filter((column) => !configTexts.has(column)).map((column) => {
    const cells = drafts.flatMap((draft) => draft.others.get(column) ?? []);
    return { column, count: cells.reduce((sum, { count }) => sum + count, 0), sample: cells[0]?.first };
  });
  return { runs: drafts.map((draft, i) => finishDraft(draft, histories[i] ?? {}, configMetrics, configTexts)), dropped };
}

function isConstantPerRun(histories: readonly HistoryColumns[], metric: string): boolean {
  const series = histories.flatMap((history) => history[metric] ?? []);
  if (histories.length < 2 || !series.some(({ values }) => values.length > 1)) return false;
  return series.every(({ values }) => Array.from(values).every((value) => Object.is(value, values[0])));
}

function finishDraft(
  { id, name, config, others }: RunDraft,
  history: HistoryColumns,
  configMetrics: ReadonlySet<string>,
  configTexts: ReadonlySet<string>,
): RunInput {
  const entries = emptyRecord<ConfigValue>();
  for (const [key, value] of config) entries[key] = value;
  for (const [column, { first }] of others) if (configTexts.has(column)) entries[column] = first;
  const metrics = emptyRecord<SeriesInput>();
  for (const [metric, series] of Object.entries(history)) {
    if (configMetrics.has(metric)) entries[metric] = series.values[0];
    else metrics[metric] = series;
  }
  return { id, name, config: entries, history: metrics };
}
