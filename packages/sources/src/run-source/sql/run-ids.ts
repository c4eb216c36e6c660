import type { AskOptions, RunId } from '@runhue/core';
import { askSql, type SqlSource } from './source-state.js';
import type { SqlOutput, SqlQuestion } from './sql-question.js';
import { numbersAt, textsAt, type SqlAnswer, type SqlStatement } from './sql-statement.js';

/** Writes a statement of one row a run, in the constant order of runs; `also` gives what has to follow its own columns, of runs by this name. */
export type WritePerRun = (question: SqlQuestion, also: (runs: string) => SqlOutput) => SqlStatement;

/** Asks such a statement, and gives its answer with the ids of the runs: the same array as long as the runs stay the same. */
export type AskPerRun = (write: WritePerRun, options: AskOptions) => Promise<{ readonly answer: SqlAnswer; readonly runIds: readonly RunId[] }>;

/** Keeps the ids. With every answer comes a hash of each; only when these have changed the ids are asked for as well. */
export function createAskPerRun(source: SqlSource): AskPerRun {
  let kept: { readonly hashes: Float64Array; readonly ids: readonly RunId[] } | null = null;
  const { runId } = source.names.runs;
  const ask = (write: WritePerRun, withIds: boolean, options: AskOptions): Promise<SqlAnswer> =>
    askSql(source, options, (question) => {
      const { toText, hash } = question.dialect;
      const id = (runs: string): string => toText(`${runs}.${runId}`);
      return write(question, (runs) => ({ id_hash: ['number', hash(id(runs))], ...(withIds ? { id_of_run: ['text', id(runs)] as const } : {}) }));
    });
  return async (write, options) => {
    if (kept !== null) {
      const answer = await ask(write, false, options);
      if (areEqual(kept.hashes, numbersAt(answer, answer.columns.length - 1))) return { answer, runIds: kept.ids };
    }
    const answer = await ask(write, true, options);
    const width = answer.columns.length;
    kept = { hashes: numbersAt(answer, width - 2), ids: textsAt(answer, width - 1) };
    return { answer, runIds: kept.ids };
  };
}

function areEqual(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
