import type { AskOptions, RunId } from '@runhue/core';
import { askSql, runOrder, type SqlSource } from './source-state.js';
import { textsAt } from './sql-statement.js';

/** The ids of all runs in their constant order; the same array as long as the runs stay the same. */
export type RunIds = (options: AskOptions) => Promise<readonly RunId[]>;

/** Keeps the ids, and asks for them again only when the engine's fingerprint of them has changed. */
export function createRunIds(source: SqlSource): RunIds {
  let kept: { readonly print: string; readonly ids: readonly RunId[] } | null = null;
  const { runs } = source.names;
  return async (options) => {
    const prints = await askSql(source, options, (question) => {
      const { dialect } = question;
      const of = runs.order === null ? dialect.toText(runs.runId) : `${dialect.toText(runs.runId)} || ' ' || ${dialect.toText(runs.order)}`;
      return question.ask('the number of runs', [], { total: ['text', dialect.toText('count(*)')], print: ['text', dialect.fingerprint(of)] }, `FROM ${question.table('runs')}`);
    });
    const print = `${textsAt(prints, 0)[0] ?? ''} ${textsAt(prints, 1)[0] ?? ''}`;
    if (kept?.print === print) return kept.ids;
    const answer = await askSql(source, options, (question) =>
      question.ask('the ids of all runs', [], { id: ['text', question.dialect.toText(runs.runId)] }, `FROM ${question.table('runs')} ORDER BY ${runOrder(source.names)}`),
    );
    kept = { print, ids: textsAt(answer, 0) };
    return kept.ids;
  };
}
