import type { RunId } from '@runhue/core';
import type { BlockReader, Block } from './blocks.js';
import type { CheckedFields } from './checked-fields.js';
import { checkedFields } from './checked-fields.js';
import type { Fidelity } from '@runhue/core';

/** An answer taken apart: what goes into a frame's head, its arrays in order, and the list of run ids that it speaks of. */
export interface AnswerParts {
  readonly fields: { readonly [name: string]: unknown };
  readonly blocks: readonly Block[];
  /** Sent apart, once. */
  readonly runIds: readonly RunId[] | null;
}

/** What an answer is put together from. */
export interface ReceivedParts {
  readonly fields: unknown;
  readonly blocks: BlockReader;
  readonly runIds: readonly RunId[] | null;
}

/** Both directions of one kind of answer. `decode` throws a RunSourceError `garbled` for parts that do not fit the query. */
export interface AnswerCodec<Query, Answer> {
  readonly encode: (answer: Answer, query: Query) => AnswerParts;
  readonly decode: (parts: ReceivedParts, query: Query) => Answer;
}

const fidelities: readonly Fidelity[] = ['exact', 'm4', 'min-max', 'sampled'];

export function readFidelity(fields: CheckedFields): Fidelity {
  return fields.choice('fidelity', fidelities);
}

export function answerFields(parts: ReceivedParts, known: readonly string[]): CheckedFields {
  return checkedFields(parts.fields, 'answer', known, 'garbled');
}

/** A count of runs or points. */
export function readCount(fields: CheckedFields, name: string): number {
  return fields.integer(name, 0, Number.MAX_SAFE_INTEGER);
}
