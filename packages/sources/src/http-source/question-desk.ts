import { exactJson } from '../run-source/wire/exact-json.js';
import { maxBatch } from '../run-source/wire/protocol.js';
import { orderedQuestion } from '../run-source/wire/question-shape.js';
import { describeQuestion, type Question } from '../run-source/wire/questions.js';
import type { AnswerCache } from './answer-cache.js';
import type { OpenQuestion } from './open-question.js';
import { addressOf } from './get-address.js';
import { accepted, sendBatch, type Address, type BatchSurroundings, type SentBatch } from './send-batch.js';

/** Takes questions, and asks each that is open only once. */
export interface QuestionDesk {
  /** Rejects with the signal's reason as soon as it is aborted. */
  ask(question: Question, signal: AbortSignal | undefined): Promise<unknown>;
  /** Rejects all that is open and will be asked. */
  close(reason: unknown): void;
}

interface Waiting {
  readonly open: OpenQuestion;
  readonly answer: Promise<unknown>;
  askers: number;
  batch: SentBatch | null;
}

/** Largest request made of several questions, in UTF-16 units; servers take 1 MiB by default. */
const batchLength = 256 * 1024;

/**
 * Questions asked within one task, or in effects of one rendering, go in one request. Equal ones share one answer. A question that every
 * asker's signal has aborted is taken back.
 */
export function createQuestionDesk(surroundings: BatchSurroundings, cache: AnswerCache): QuestionDesk {
  const waiting = new Map<string, Waiting>();
  let queue: Waiting[] = [];
  let closed: { readonly reason: unknown } | null = null;

  const send = (): void => {
    const all = queue;
    queue = [];
    const addresses = addressesOf(all.map(({ open }) => open), surroundings);
    for (const one of all) {
      const address = addresses.get(one.open);
      if (address) one.batch = sendBatch([one.open], surroundings, address);
    }
    for (const batch of batchesOf(all.filter(({ open }) => !addresses.has(open)))) {
      const sent = sendBatch(batch.map(({ open }) => open), surroundings, null);
      for (const one of batch) one.batch = sent;
    }
  };

  const enter = (question: Question, key: string): Waiting => {
    let settle: Pick<OpenQuestion, 'resolve' | 'reject'> | undefined;
    const answer = new Promise<unknown>((resolve, reject) => {
      settle = {
        resolve: (given, bytes, version) => {
          leave();
          if (version === surroundings.dataVersion.current()) cache.set(key, given, bytes + 2 * key.length);
          resolve(given);
        },
        reject: (error) => {
          leave();
          reject(error);
        },
      };
    });
    // An asker that went away does not see the error.
    answer.catch(() => undefined);
    const open: OpenQuestion = { key, question, asked: describeQuestion(question), ...(settle as Pick<OpenQuestion, 'resolve' | 'reject'>) };
    const entry: Waiting = { open, answer, askers: 0, batch: null };
    const leave = (): void => {
      if (waiting.get(key) === entry) waiting.delete(key);
    };
    waiting.set(key, entry);
    if (queue.push(entry) === 1) setTimeout(send, 0);
    return entry;
  };

  const takeBack = (entry: Waiting): void => {
    if (waiting.get(entry.open.key) === entry) waiting.delete(entry.open.key);
    queue = queue.filter((one) => one !== entry);
    entry.batch?.drop(entry.open);
  };

  return {
    ask: async (question, signal) => {
      signal?.throwIfAborted();
      if (closed !== null) throw closed.reason;
      const key = exactJson(orderedQuestion(question));
      const kept = cache.get(key);
      if (kept !== undefined) return kept;
      const entry = waiting.get(key) ?? enter(question, key);
      entry.askers += 1;
      return untilAborted(entry.answer, signal, () => {
        entry.askers -= 1;
        if (entry.askers === 0) takeBack(entry);
      });
    },
    close: (reason) => {
      closed = { reason };
      for (const entry of waiting.values()) {
        takeBack(entry);
        entry.open.reject(reason);
      }
    },
  };
}

/** The questions that are asked each by an address of its own. */
function addressesOf(questions: readonly OpenQuestion[], { connection, cacheable, heldRunIds, dataVersion }: BatchSurroundings): ReadonlyMap<OpenQuestion, Address> {
  const version = dataVersion.current();
  if (!cacheable || version === null) return new Map();
  const held = [...heldRunIds.all().keys()].slice(-1);
  // The first columns would bring the list of all runs each; in a batch it comes once.
  const columns = questions.filter(({ question }) => question.ask === 'column').length;
  const parts = { url: connection.url, accept: accepted(), version, runIds: held };
  return new Map(
    questions.flatMap((open) => {
      const isColumn = open.question.ask === 'column';
      const url = isColumn && held.length === 0 && columns > 1 ? null : addressOf(open, { ...parts, runIds: isColumn ? held : [] });
      return url === null ? [] : [[open, { url, version }] as const];
    }),
  );
}

function untilAborted(answer: Promise<unknown>, signal: AbortSignal | undefined, onAbort: () => void): Promise<unknown> {
  if (signal === undefined) return answer;
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(signal.reason as Error);
      onAbort();
    };
    signal.addEventListener('abort', abort, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function batchesOf(all: readonly Waiting[]): Waiting[][] {
  const batches: Waiting[][] = [];
  let length = 0;
  for (const entry of all) {
    const last = batches.at(-1);
    length += entry.open.key.length;
    if (last !== undefined && last.length < maxBatch && length <= batchLength) last.push(entry);
    else {
      batches.push([entry]);
      length = entry.open.key.length;
    }
  }
  return batches;
}
