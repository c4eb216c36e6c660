import type { AnswerCodec, AnswerParts, ReceivedParts } from './answer-parts.js';
import { columnCodec } from './column-answer.js';
import { densityCodec } from './density-answer.js';
import { extentCodec } from './extent-answer.js';
import { keysCodec } from './keys-answer.js';
import type { Answers, Ask, Queries, Question } from './questions.js';
import { runsCodec } from './runs-answer.js';
import { seriesCodec } from './series-answer.js';
import { summaryCodec } from './summary-answer.js';

type Codecs = { readonly [A in Ask]: AnswerCodec<Queries[A], Answers[A]> };

const codecs: Codecs = {
  keys: keysCodec,
  column: columnCodec,
  summary: summaryCodec,
  runs: runsCodec,
  extent: extentCodec,
  series: seriesCodec,
  density: densityCodec,
};

export function encodeAnswer<A extends Ask>({ ask, query }: Question<A>, answer: Answers[A]): AnswerParts {
  return codecs[ask].encode(answer, query);
}

/** Throws a RunSourceError `garbled` for parts that are no answer to the question. */
export function decodeAnswer<A extends Ask>({ ask, query }: Question<A>, parts: ReceivedParts): Answers[A] {
  const answer = codecs[ask].decode(parts, query);
  parts.blocks.end();
  return answer;
}
