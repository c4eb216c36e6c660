import { RunSourceError } from '@runhue/core';
import { checkedFields, textItem } from '../run-source/wire/checked-fields.js';
import { parseExactJson } from '../run-source/wire/exact-json.js';
import { maxBatch, maxHeldLists, maxRequestDepth, protocolVersion } from '../run-source/wire/protocol.js';

/** What a POST says. Questions are not yet looked at: one that is wrong leaves the others alone. */
export type BatchRequest =
  | {
      readonly kind: 'ask';
      readonly batch: string;
      readonly accept: readonly string[];
      readonly heldRunIds: ReadonlySet<string>;
      readonly questions: readonly unknown[];
    }
  | { readonly kind: 'cancel'; readonly batch: string; readonly positions: readonly number[] };

/** Throws a RunSourceError that names the field and what belongs there. */
export function readBatchRequest(text: string): BatchRequest {
  const json = parseRequest(text);
  const fields = checkedFields(json, 'request', ['protocol', 'batch', 'accept', 'runIds', 'questions', 'cancel'], 'invalid');
  const protocol = fields.number('protocol');
  if (protocol !== protocolVersion) {
    throw new RunSourceError('invalid', `request.protocol is ${protocol}; this server speaks ${protocolVersion}. Use the same version of @runhue/sources on both sides.`);
  }
  const batch = fields.text('batch', 64);
  if (fields.unknown('cancel') !== undefined) {
    const whole = checkedFields(json, 'request', ['protocol', 'batch', 'cancel'], 'invalid');
    return { kind: 'cancel', batch, positions: whole.list('cancel', maxBatch, Number) };
  }
  const questions = fields.list('questions', maxBatch, (item) => item);
  if (questions.length === 0) throw new RunSourceError('invalid', 'request.questions is empty; ask one at least.');
  return {
    kind: 'ask',
    batch,
    accept: fields.list('accept', 8, textItem(32, 'invalid')),
    heldRunIds: new Set(fields.list('runIds', maxHeldLists, textItem(64, 'invalid'))),
    questions,
  };
}

function parseRequest(text: string): unknown {
  try {
    return parseExactJson(text, maxRequestDepth);
  } catch (error) {
    if (error instanceof RunSourceError) throw new RunSourceError('invalid', `The request cannot be read. ${error.message}`, { cause: error });
    throw error;
  }
}
