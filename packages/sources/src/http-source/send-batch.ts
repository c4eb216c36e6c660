import { RunSourceError } from '@runhue/core';
import { decodeAnswer } from '../run-source/wire/answer-codecs.js';
import { blockReader } from '../run-source/wire/blocks.js';
import { checkedFields } from '../run-source/wire/checked-fields.js';
import { canDecompress } from '../run-source/wire/compress.js';
import type { Frame } from '../run-source/wire/frame.js';
import { readFrames } from '../run-source/wire/frame-reader.js';
import { compression, framesType, protocolVersion } from '../run-source/wire/protocol.js';
import { exchange, type Connection } from './connection.js';
import type { DataVersion } from './data-version.js';
import { failureOf, isErrorCode, serverFailure, wireFailure } from './failures.js';
import type { HeldRunIds } from './held-run-ids.js';
import type { OpenQuestion } from './open-question.js';
import { readRunIds } from './read-run-ids.js';
import { bodyChunks, checkType } from './read-response.js';

/** What batches share. */
export interface BatchSurroundings {
  readonly connection: Connection;
  /** Whether the server answers single questions by GET, for HTTP caches to keep. */
  readonly cacheable: boolean;
  readonly heldRunIds: HeldRunIds;
  /** Told as soon as the server says it, before the answers. */
  readonly dataVersion: DataVersion;
}

/** Where one question is asked, and of which state of the data. */
export interface Address {
  readonly url: string;
  readonly version: string;
}

/** Compressions that are undone here. */
export function accepted(): readonly string[] {
  return canDecompress() ? [compression] : [];
}

/** A batch under way. */
export interface SentBatch {
  /** Nobody wants this answer any more. */
  drop(question: OpenQuestion): void;
}

/** Sends questions in one request and settles each as soon as its answer is there; none is left open. With an address, one question is asked by it. */
export function sendBatch(questions: readonly OpenQuestion[], { connection, heldRunIds, dataVersion }: BatchSurroundings, address: Address | null): SentBatch {
  const batch = address === null ? randomName() : '';
  const held = heldRunIds.all();
  const open = new Map(questions.map((question, position) => [position, question]));
  const stop = new AbortController();
  const taken = (position: unknown): OpenQuestion | undefined => {
    const question = typeof position === 'number' ? open.get(position) : undefined;
    if (typeof position === 'number') open.delete(position);
    return question;
  };
  const known = new Map(held);
  const settled = new Set<number>();
  const request = dataVersion.nextRequest();
  let version: string | null = null;

  const onFrame = async (frame: Frame): Promise<'more' | 'end'> => {
    const { kind } = frame.head;
    if (kind === 'end') return 'end';
    if (kind === 'runIds') {
      const { name, runIds } = await readRunIds(frame);
      const ids = known.get(name) ?? heldRunIds.hold(name, runIds);
      known.set(name, ids);
      return 'more';
    }
    const position = frame.head['question'];
    if (typeof position !== 'number' || questions[position] === undefined || settled.has(position)) {
      throw new RunSourceError('garbled', 'it answered a question that was not asked');
    }
    settled.add(position);
    const question = taken(position);
    // Taken back meanwhile.
    if (question === undefined) return 'more';
    if (kind === 'error') question.reject(readError(frame, question, connection.url));
    else settle(question, frame, { known, version, url: connection.url });
    return 'more';
  };

  const read = async (response: Response, heard: () => void): Promise<void> => {
    checkType(response, framesType, () => '');
    let isFirst = true;
    for await (const frame of readFrames(bodyChunks(response, heard), connection.maxAnswerBytes)) {
      if (isFirst) {
        version = readHello(frame, batch);
        // What a cache kept is no news.
        if (version !== address?.version) dataVersion.told(request, version);
      } else if ((await onFrame(frame)) === 'end') return;
      isFirst = false;
    }
    throw new RunSourceError('interrupted', 'the answer broke off between two frames');
  };

  const body = (): string =>
    `{"protocol":${protocolVersion},"batch":"${batch}","accept":${JSON.stringify(accepted())},"runIds":${JSON.stringify([...held.keys()])},"questions":[${questions.map(({ key }) => key).join(',')}]}`;
  const run = async (): Promise<void> => {
    const outcome = await exchange(connection, address === null ? { method: 'POST', body: body() } : { method: 'GET', url: address.url }, stop, read);
    const failure = 'failure' in outcome ? outcome.failure : ({ code: 'interrupted', reason: 'the answer ended without one to this question' } as const);
    for (const question of open.values()) question.reject(failureOf(failure, question.asked, connection.url));
  };
  run().catch((error: unknown) => {
    for (const question of open.values()) question.reject(failureOf(wireFailure(error, 'failed'), question.asked, connection.url));
  });

  let dropped: number[] = [];
  return {
    drop: (question) => {
      const position = questions.indexOf(question);
      if (!open.delete(position)) return;
      if (open.size === 0) return stop.abort();
      if (dropped.push(position) > 1) return;
      queueMicrotask(() => {
        const positions = dropped;
        dropped = [];
        if (!stop.signal.aborted) takeBack(connection, batch, positions);
      });
    },
  };
}

/** Tells the server that single questions of a batch need no answer; if that fails, it has answered in vain and nothing else. */
function takeBack(connection: Connection, batch: string, positions: readonly number[]): void {
  const body = JSON.stringify({ protocol: protocolVersion, batch, cancel: positions });
  exchange(connection, { method: 'POST', body }, new AbortController(), () => Promise.resolve()).catch(() => undefined);
}

interface Received {
  readonly known: ReadonlyMap<string, readonly string[]>;
  readonly version: string | null;
  readonly url: string;
}

function settle(question: OpenQuestion, frame: Frame, { known, version, url }: Received): void {
  try {
    const fields = checkedFields(frame.head, 'frame', ['kind', 'question', 'runIds', 'answer', 'blocks'], 'garbled');
    fields.choice('kind', ['answer']);
    const name = fields.orNull('runIds', (field) => fields.text(field));
    const blocks = blockReader(frame.head['blocks'] ?? [], frame.blocks);
    const parts = { fields: fields.unknown('answer'), blocks, runIds: name === null ? null : (known.get(name) ?? null) };
    question.resolve(decodeAnswer(question.question, parts), frame.bytes, version);
  } catch (error) {
    question.reject(failureOf(wireFailure(error, 'garbled'), question.asked, url));
  }
}

function readHello(frame: Frame, batch: string): string | null {
  const fields = checkedFields(frame.head, 'answer', ['kind', 'protocol', 'batch', 'version'], 'garbled');
  fields.choice('kind', ['hello']);
  const protocol = fields.number('protocol');
  if (protocol !== protocolVersion) {
    throw new RunSourceError('garbled', `it speaks version ${protocol} of the protocol, this page version ${protocolVersion}`);
  }
  if (fields.text('batch') !== batch) throw new RunSourceError('garbled', 'it answered another request');
  return fields.orNull('version', (name) => fields.text(name));
}

function readError(frame: Frame, { asked }: OpenQuestion, url: string): RunSourceError {
  const { code, message } = frame.head;
  if (isErrorCode(code) && typeof message === 'string') return serverFailure(code, message, asked, url);
  return failureOf({ code: 'garbled', reason: 'it answered with an error that is none' }, asked, url);
}

function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
