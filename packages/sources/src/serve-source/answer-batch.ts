import { RunSourceError, type RunSource } from '@runhue/core';
import { encodeAnswer } from '../run-source/wire/answer-codecs.js';
import { exactJson } from '../run-source/wire/exact-json.js';
import { encodeFrame } from '../run-source/wire/frame.js';
import { compression, protocolVersion } from '../run-source/wire/protocol.js';
import { askSource, describeQuestion, type Answers, type Ask, type Question } from '../run-source/wire/questions.js';
import { readQuestion } from '../run-source/wire/read-question.js';
import type { BatchRequest } from './batch-request.js';
import { publicError } from './public-error.js';
import type { NamedRunIds } from './run-id-lists.js';

type Bytes = Uint8Array<ArrayBuffer>;

/** What all batches of one server have in common. */
export interface BatchContext {
  readonly source: RunSource;
  readonly version: string | null;
  readonly nameRunIds: (runIds: readonly string[]) => Promise<NamedRunIds>;
  readonly timeoutMs: number;
  readonly maxAtOnce: number;
  readonly maxAnswerBytes: number;
  readonly compress: boolean;
  readonly onError: (error: unknown, question: string) => void;
}

type Outcome = { readonly position: number; readonly frames: () => Promise<readonly Bytes[]> };

/** The frames of a batch: `hello`, then each answer or error as soon as it is there, then `end`. `stops` ends single questions. */
export async function* answerBatch(request: BatchRequest & { kind: 'ask' }, stops: readonly AbortController[], context: BatchContext): AsyncGenerator<Bytes, void, void> {
  const options = { compress: context.compress && request.accept.includes(compression), maxBytes: context.maxAnswerBytes };
  const held = new Set(request.heldRunIds);
  const pending = new Map<number, Promise<Outcome>>();
  const waiting = request.questions.entries();
  const fill = (): void => {
    while (pending.size < context.maxAtOnce) {
      const { done, value: entry } = waiting.next();
      if (done === true) return;
      const [position, value] = entry;
      pending.set(position, answerOne(value, position, stops[position] ?? new AbortController(), { context, held, options }));
    }
  };
  fill();
  yield await encodeFrame({ kind: 'hello', protocol: protocolVersion, batch: request.batch, version: context.version }, [], options);
  while (pending.size > 0) {
    const { position, frames } = await Promise.race(pending.values());
    pending.delete(position);
    for (const frame of await frames()) yield frame;
    fill();
  }
  yield await encodeFrame({ kind: 'end' }, [], options);
}

interface Sending {
  readonly context: BatchContext;
  readonly held: Set<string>;
  readonly options: { readonly compress: boolean; readonly maxBytes: number };
}

/** Never rejects: what goes wrong becomes an error frame. */
async function answerOne(value: unknown, position: number, stop: AbortController, sending: Sending): Promise<Outcome> {
  const { context, options } = sending;
  let asked = `question ${position}`;
  const failed = async (error: unknown): Promise<readonly Bytes[]> => {
    if (!stop.signal.aborted || error instanceof RunSourceError) context.onError(error, asked);
    const { code, message } = publicError(error, exactJson(value));
    return [await encodeFrame({ kind: 'error', question: position, code, message }, [], options)];
  };
  try {
    const question = readQuestion(value, `questions[${position}]`, context.source.abilities);
    asked = describeQuestion(question);
    const answer = await withinTime(question, stop, context);
    return { position, frames: () => answerFrames(question, answer, position, sending).catch(failed) };
  } catch (error) {
    return { position, frames: () => failed(error) };
  }
}

export async function answerFrames(question: Question, answer: Answers[Ask], position: number, { context, held, options }: Sending): Promise<readonly Bytes[]> {
  const { fields, blocks, runIds } = encodeAnswer(question, answer);
  const list = runIds === null ? null : await context.nameRunIds(runIds);
  const before = list === null || held.has(list.name) ? [] : [await list.frame(options)];
  const frame = await encodeFrame({ kind: 'answer', question: position, runIds: list?.name ?? null, answer: fields }, blocks, options);
  if (list !== null) held.add(list.name);
  return [...before, frame];
}

/** The source's answer, or a rejection when it takes too long or is not wanted any more, even if the source does not notice. */
export async function withinTime(question: Question, stop: AbortController, { source, timeoutMs }: BatchContext): Promise<Answers[Ask]> {
  const { signal } = stop;
  const timer = setTimeout(() => {
    stop.abort(new RunSourceError('timeout', `${source.abilities.name} did not answer within ${timeoutMs / 1000} s. Ask for less, or again later.`));
  }, timeoutMs);
  let onAbort = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort);
  });
  try {
    signal.throwIfAborted();
    return await Promise.race([askSource(source, question, { signal }), stopped]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}
