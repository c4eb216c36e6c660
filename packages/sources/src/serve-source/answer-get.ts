import { RunSourceError } from '@runhue/core';
import { checkedFields, textItem } from '../run-source/wire/checked-fields.js';
import { parseExactJson } from '../run-source/wire/exact-json.js';
import { encodeFrame } from '../run-source/wire/frame.js';
import { compression, maxAsk, maxHeldLists, maxRequestDepth, protocolVersion } from '../run-source/wire/protocol.js';
import { readQuestion } from '../run-source/wire/read-question.js';
import { answerFrames, withinTime, type BatchContext } from './answer-batch.js';

/** The answer to a question that was asked by GET. */
export interface GetAnswer {
  readonly frames: readonly Uint8Array<ArrayBuffer>[];
  /** Whether the client knows the present state of the data, so that the address always stands for this answer. */
  readonly isKnownVersion: boolean;
}

/** What a request asks by its address; null when it asks for the abilities. */
export function askOf(request: Request): string | null {
  return new URL(request.url).searchParams.get('ask');
}

/** Answers one question as a whole, so that an error is none of the frames. Throws what goes wrong. */
export async function answerGet(ask: string, request: Request, context: BatchContext): Promise<GetAnswer> {
  refuseOtherPages(request);
  if (ask.length > maxAsk) throw new RunSourceError('too-large', `The question has ${ask.length} characters; at most ${maxAsk} are read from an address. Use POST.`);
  const fields = checkedFields(parseAsk(ask), 'ask', ['protocol', 'accept', 'version', 'runIds', 'question'], 'invalid');
  const protocol = fields.number('protocol');
  if (protocol !== protocolVersion) {
    throw new RunSourceError('invalid', `ask.protocol is ${protocol}; this server speaks ${protocolVersion}. Use the same version of @runhue/sources on both sides.`);
  }
  const accept = fields.list('accept', 8, textItem(32, 'invalid'));
  const held = new Set(fields.list('runIds', maxHeldLists, textItem(64, 'invalid')));
  const version = fields.text('version', 1000);
  const question = readQuestion(fields.unknown('question'), 'ask.question', context.source.abilities);
  const options = { compress: context.compress && accept.includes(compression), maxBytes: context.maxAnswerBytes };
  const answer = await withinTime(question, stopWith(request.signal), context);
  const frames = [
    await encodeFrame({ kind: 'hello', protocol: protocolVersion, batch: '', version: context.version }, [], options),
    ...(await answerFrames(question, answer, 0, { context, held, options })),
    await encodeFrame({ kind: 'end' }, [], options),
  ];
  return { frames, isKnownVersion: version === context.version };
}

function parseAsk(ask: string): unknown {
  try {
    return parseExactJson(ask, maxRequestDepth);
  } catch (error) {
    if (error instanceof RunSourceError) throw new RunSourceError('invalid', `The question cannot be read. ${error.message}`, { cause: error });
    throw error;
  }
}

/** A picture, script or link of another page asks with this reader's login, too, but has no business with the answer. */
function refuseOtherPages(request: Request): void {
  const mode = request.headers.get('Sec-Fetch-Mode');
  if (mode === 'no-cors' || mode === 'navigate') throw new RunSourceError('refused', 'Questions are answered to fetch only; ask by httpSource.');
}

function stopWith(signal: AbortSignal): AbortController {
  const stop = new AbortController();
  signal.addEventListener('abort', () => stop.abort(signal.reason), { once: true });
  if (signal.aborted) stop.abort(signal.reason);
  return stop;
}
