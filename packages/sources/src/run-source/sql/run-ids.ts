import type { AskOptions, RunId } from '@runhue/core';
import { askSql, type SqlSource } from './source-state.js';
import type { SqlOutput, SqlQuestion } from './sql-question.js';
import { numbersAt, textsAt, type SqlAnswer, type SqlStatement } from './sql-statement.js';

/** Writes a statement of one row a run, in the constant order of runs; `also` gives what has to follow its own columns, of runs by this name. */
export type WritePerRun = (question: SqlQuestion, also: (runs: string) => SqlOutput) => SqlStatement;

/** Asks such a statement, and gives its answer with the ids of the runs: the same array as long as the runs stay the same. */
export type AskPerRun = (write: WritePerRun, options: AskOptions) => Promise<{ readonly answer: SqlAnswer; readonly runIds: readonly RunId[] }>;

/** Keeps the ids. With every answer comes the engine's fingerprint of them; only when it has changed the ids are asked for as well. */
export function createAskPerRun(source: SqlSource): AskPerRun {
  let kept: { readonly print: number; readonly ids: readonly RunId[] } | null = null;
  const { runId, order } = source.names.runs;
  const ask = (write: WritePerRun, withIds: boolean, options: AskOptions): Promise<SqlAnswer> =>
    askSql(source, options, (question) => {
      const { toText, fingerprint } = question.dialect;
      const all = order === null ? toText(runId) : `${toText(runId)} || ' ' || ${toText(order)}`;
      const print = ['number', `(SELECT ${fingerprint(all)} FROM ${question.table('runs')})`] as const;
      return write(question, (runs) => ({ runs_print: print, ...(withIds ? { id_of_run: ['text', toText(`${runs}.${runId}`)] as const } : {}) }));
    });
  return async (write, options) => {
    if (kept !== null) {
      const answer = await ask(write, false, options);
      const print = numbersAt(answer, answer.columns.length - 1)[0] ?? NaN;
      if (answer.rowCount === kept.ids.length && Object.is(print, kept.print)) return { answer, runIds: kept.ids };
    }
    const answer = await ask(write, true, options);
    const ids = textsAt(answer, answer.columns.length - 1);
    kept = { print: numbersAt(answer, answer.columns.length - 2)[0] ?? NaN, ids };
    return { answer, runIds: ids };
  };
}
