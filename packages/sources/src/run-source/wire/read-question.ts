import type { SourceAbilities } from '@runhue/core';
import { checkColumnQuery, checkDensityQuery, checkExtentQuery, checkKeysQuery, checkRunsQuery, checkSeriesQuery, checkSummaryQuery } from '../check-query.js';
import { checkedFields } from './checked-fields.js';
import { refuseUnknownFields } from './question-shape.js';
import { asks, type Ask, type Queries, type Question } from './questions.js';

const checks: { readonly [A in Ask]: (query: Queries[A], abilities: SourceAbilities) => unknown } = {
  keys: checkKeysQuery,
  column: checkColumnQuery,
  summary: checkSummaryQuery,
  runs: checkRunsQuery,
  extent: checkExtentQuery,
  series: checkSeriesQuery,
  density: checkDensityQuery,
};

/**
 * A question from JSON that anybody may have written: only fields that are known, each checked as every source does. Throws a RunSourceError that
 * names the field and what belongs there.
 */
export function readQuestion(value: unknown, where: string, abilities: SourceAbilities): Question {
  const fields = checkedFields(value, where, ['ask', 'query'], 'invalid');
  const ask = fields.choice('ask', asks);
  return checkedQuestion(ask, fields.unknown('query'), abilities);
}

function checkedQuestion<A extends Ask>(ask: A, query: unknown, abilities: SourceAbilities): Question {
  refuseUnknownFields(ask, query);
  const question = { ask, query } as Question;
  checkQuestion(question, abilities);
  return question;
}

/** Throws a RunSourceError, as every source does, for what makes no sense, is beyond a bound, or beyond the source's abilities. */
export function checkQuestion<A extends Ask>({ ask, query }: Question<A>, abilities: SourceAbilities): void {
  checks[ask](query, abilities);
}
