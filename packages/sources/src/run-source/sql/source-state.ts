import type { AskOptions, KeyId, PixelWindow, SeriesQuery, SourceAbilities } from '@runhue/core';
import type { KnownExtents } from './reach-of-window.js';
import type { SqlEngine } from './sql-engine.js';
import { createQuestion, type SqlQuestion } from './sql-question.js';
import type { SqlAnswer, SqlStatement } from './sql-statement.js';
import type { SqlNames } from './sql-tables.js';

/** What every question of a source has at hand. */
export interface SqlSource {
  readonly engine: SqlEngine;
  readonly names: SqlNames;
  readonly abilities: SourceAbilities;
  /** Most points of an answer. */
  readonly maxPoints: number;
  readonly fetchLimit: number;
  readonly extents: KnownExtents;
  /** Config Keys that held numbers only when the catalogue was asked for: what to expect of their columns, never an answer. */
  readonly numberKeys: Set<KeyId>;
}

/** A checked question for series. */
export type SeriesWindowQuery = SeriesQuery & { readonly window: Required<PixelWindow> };

/** Writes a statement and asks it. */
export function askSql(source: SqlSource, options: AskOptions, write: (question: SqlQuestion) => SqlStatement): Promise<SqlAnswer> {
  options.signal?.throwIfAborted();
  return source.engine.run(write(createQuestion(source.engine.dialect, source.names)), options);
}

/** The constant order of runs, by their own columns; `table` is what these are named with. */
export function runOrder({ runs }: SqlNames, table = ''): string {
  return [runs.order, runs.runId].flatMap((column) => (column === null ? [] : `${table}${column}`)).join(', ');
}
