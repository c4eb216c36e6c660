import { RunSourceError, type AskOptions, type RunSource, type SourceAbilities } from '@runhue/core';
import { readAbilities } from '../run-source/wire/abilities.js';
import { checkedFields } from '../run-source/wire/checked-fields.js';
import { parseExactJson } from '../run-source/wire/exact-json.js';
import { maxRequestDepth, protocolVersion } from '../run-source/wire/protocol.js';
import type { Answers, Ask, Queries, Question } from '../run-source/wire/questions.js';
import { checkQuestion } from '../run-source/wire/read-question.js';
import { createAnswerCache } from './answer-cache.js';
import { exchange, type Connection } from './connection.js';
import { createDataVersion } from './data-version.js';
import { failureOf } from './failures.js';
import { createHeldRunIds } from './held-run-ids.js';
import { createQuestionDesk } from './question-desk.js';
import { bodyText, checkType } from './read-response.js';

/** How `httpSource` asks. */
export interface HttpSourceOptions {
  /** Default: the global `fetch`. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Sent with every request; a function is called for each, so that a login may be renewed. */
  readonly headers?: Connection['headers'];
  /** Whether cookies go to another origin; as for `fetch`. */
  readonly credentials?: RequestCredentials;
  /** Longest silence of the server before a question fails with `timeout`, in milliseconds. Default 60,000. */
  readonly timeoutMs?: number;
  /** Answers kept, in bytes; 0 keeps none. Default 64 MiB. Lists of run ids, each held once, are apart. */
  readonly cacheBytes?: number;
  /** Largest answer taken, in bytes after decompression; a larger one fails with `too-large` before it is held. Default 256 MiB. */
  readonly maxAnswerBytes?: number;
  /** Ends the first request, that for the abilities. */
  readonly signal?: AbortSignal;
}

/** A source that asks a server. */
export interface HttpSource extends RunSource {
  /** Asks whether the data changed; if so, the answers that were kept are forgotten. True when it has. */
  refresh(options?: AskOptions): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * The source that `serveRunSource` serves at an address. Asks for its abilities first.
 *
 * Questions of one task are sent in one request, equal ones once; each answer arrives as soon as it is ready. A question is taken back when
 * every signal given with it is aborted. Answers are kept by the content of the question, until the server names another `version` of its
 * data; they are shared, so they must not be changed. Where the server lets HTTP caches keep answers (`httpCache`), keys, columns, summaries and extents
 * are asked by GET, one by one. Nothing of a failed answer is kept, and nothing is asked twice by itself.
 *
 * @example
 * ```ts
 * const source = await httpSource('/api/runs');
 * <RunhueProvider source={source}>…</RunhueProvider>
 * ```
 *
 * @throws RunSourceError, here and from every method, that names the address, the question and the way out.
 */
export async function httpSource(url: string, options: HttpSourceOptions = {}): Promise<HttpSource> {
  const connection = connectionOf(url, options);
  const first = await askAbilities(connection, options.signal);
  return createHttpSource(connection, first, options.cacheBytes ?? 64 * 1024 * 1024);
}

interface Described {
  readonly abilities: SourceAbilities;
  readonly version: string | null;
  readonly cacheable: boolean;
}

function createHttpSource(connection: Connection, { abilities, version: firstVersion, cacheable }: Described, cacheBytes: number): HttpSource {
  const cache = createAnswerCache(cacheBytes);
  const heldRunIds = createHeldRunIds();
  const dataVersion = createDataVersion(() => cache.clear());
  dataVersion.told(dataVersion.nextRequest(), firstVersion);
  const desk = createQuestionDesk({ connection, cacheable, heldRunIds, dataVersion }, cache);
  const ask =
    <A extends Ask>(name: A) =>
    async (query: Queries[A], askOptions?: AskOptions): Promise<Answers[A]> => {
      const question = { ask: name, query } as Question;
      checkQuestion(question, abilities);
      return desk.ask(question, askOptions?.signal) as Promise<Answers[A]>;
    };
  return {
    abilities,
    keys: ask('keys'),
    column: ask('column'),
    summary: ask('summary'),
    runs: ask('runs'),
    extent: ask('extent'),
    series: ask('series'),
    ...(abilities.density && { density: ask('density') }),
    refresh: async (askOptions) => {
      const before = dataVersion.current();
      const request = dataVersion.nextRequest();
      dataVersion.told(request, (await askAbilities(connection, askOptions?.signal)).version);
      return dataVersion.current() !== before;
    },
    close: () => {
      desk.close(new RunSourceError('refused', `The source at ${connection.url} was closed. Make a new one to ask again.`));
      cache.clear();
      heldRunIds.clear();
      return Promise.resolve();
    },
  };
}

function connectionOf(url: string, options: HttpSourceOptions): Connection {
  const address = addressOf(url);
  if (address === null || !/^https?:$/.test(address.protocol)) {
    throw new RunSourceError('invalid', `"${url}" is no address of a server; it starts with http:// or https://, in a page also with /.`);
  }
  return {
    url: address.href,
    fetch: options.fetch ?? ((to, init) => globalThis.fetch(to, init)),
    headers: options.headers ?? {},
    credentials: options.credentials,
    timeoutMs: options.timeoutMs ?? 60_000,
    maxAnswerBytes: options.maxAnswerBytes ?? 256 * 1024 * 1024,
  };
}

function addressOf(url: string): URL | null {
  try {
    return new URL(url, 'location' in globalThis ? globalThis.location.href : undefined);
  } catch {
    return null;
  }
}

async function askAbilities(connection: Connection, signal: AbortSignal | undefined): Promise<Described> {
  signal?.throwIfAborted();
  const stop = new AbortController();
  const onAbort = (): void => stop.abort();
  signal?.addEventListener('abort', onAbort, { once: true });
  const outcome = await exchange(connection, { method: 'GET' }, stop, async (response, heard) => {
    const text = await bodyText(response, heard);
    checkType(response, 'application/json', () => ` ("${text.trim().slice(0, 40)}" …)`);
    const fields = checkedFields(parseExactJson(text, maxRequestDepth), 'its answer', ['protocol', 'version', 'abilities', 'cacheable'], 'garbled');
    const protocol = fields.number('protocol');
    if (protocol !== protocolVersion) {
      throw new RunSourceError('garbled', `it speaks version ${protocol} of the protocol, this page version ${protocolVersion}`);
    }
    return { abilities: readAbilities(fields.unknown('abilities')), version: fields.orNull('version', (name) => fields.text(name)), cacheable: fields.unknown('cacheable') === true };
  });
  signal?.removeEventListener('abort', onAbort);
  signal?.throwIfAborted();
  if ('failure' in outcome) throw failureOf(outcome.failure, "the source's abilities", connection.url);
  return outcome.value;
}
