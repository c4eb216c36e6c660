import { RunhueError, RunSourceError, type RunSource } from '@runhue/core';
import { sentAbilities } from '../run-source/wire/abilities.js';
import { exactJson } from '../run-source/wire/exact-json.js';
import { framesType, protocolVersion } from '../run-source/wire/protocol.js';
import { answerBatch, type BatchContext } from './answer-batch.js';
import { answerGet, askOf, type GetAnswer } from './answer-get.js';
import { readBatchRequest } from './batch-request.js';
import { createCors, type Cors, type CorsOptions } from './cors.js';
import { cacheHeaders, checkHttpCache } from './http-cache.js';
import { createOpenBatches, type OpenBatches } from './open-batches.js';
import { publicError, statusOf } from './public-error.js';
import { readBody } from './read-body.js';
import { createRunIdLists } from './run-id-lists.js';
import { streamOf } from './stream-of.js';

/** What `serveRunSource` takes beside the source. */
export interface ServeOptions {
  /**
   * Called before anything else is done with a request: true lets it through, false refuses it with status 403, a Response is sent instead (a 401
   * that asks for a login). Default: everybody may ask.
   */
  readonly authorize?: (request: Request) => boolean | Response | Promise<boolean | Response>;
  /** Default: only pages of the same origin can ask. */
  readonly cors?: CorsOptions;
  /**
   * Names the state of the data, for example the time of the last load; asked for once a request. When it changes, clients forget the answers
   * that they keep. Default: the data never change.
   */
  readonly version?: string | (() => string | Promise<string>);
  /**
   * Lets caches keep the answers that many readers share (keys, columns, summaries, extents), each for a day, under an address that names question and
   * `version`: `private` in the reader's browser, apart by the headers Authorization and Cookie; `public` in a CDN, too, where everybody may ask. Needs
   * `version`. Default: `httpSource` alone keeps answers, as long as its page is open.
   */
  readonly httpCache?: 'private' | 'public';
  /** Longest time for a question, in milliseconds; its signal is aborted then. Default 30,000. */
  readonly timeoutMs?: number;
  /** Most questions of one request that are worked on, or answered but not yet taken by the client, at the same time. Default 16. */
  readonly maxAtOnce?: number;
  /** Largest request, in bytes. Default 1 MiB. */
  readonly maxBodyBytes?: number;
  /** Largest answer before compression, in bytes. Default 256 MiB. */
  readonly maxAnswerBytes?: number;
  /** Whether answers are compressed where it saves 30 % at least. Default true; false between machines that are close. */
  readonly compress?: boolean;
  /**
   * Told every error with the question in words; clients get neither stacks nor addresses and paths of the server. Default: `console.warn` for what is no
   * `RunhueError`.
   */
  readonly onError?: (error: unknown, question: string) => void;
}

/**
 * Serves a source to `httpSource` in the browser: a standard handler, so that the app's own server holds the credentials of the engine. One
 * address answers `GET` (abilities, and single questions where `httpCache` is set) and `POST` (questions). Frameworks such as Next and Hono take it as it is; for Node's `http` and Express there
 * is `toNodeListener` of `@runhue/sources/serve-source-node`.
 *
 * Requests are bounded in size, depth and counts, and checked field by field; a wrong question has an error of its own among the answers of the
 * others. Errors of a whole request are JSON `{ code, message }` with an HTTP status. When the client goes away, or takes a question back, the
 * signal given to the source is aborted.
 *
 * @example
 * ```ts
 * // app/api/runs/route.ts (Next)
 * const handler = serveRunSource(source, { authorize: (request) => isLoggedIn(request) });
 * export { handler as GET, handler as POST };
 * // Hono
 * app.all('/api/runs', (context) => handler(context.req.raw));
 * ```
 *
 * @throws RunhueError for CORS options that browsers refuse, and for an `httpCache` that would give answers away.
 */
export function serveRunSource(source: RunSource, options: ServeOptions = {}): (request: Request) => Promise<Response> {
  const cors = createCors(options.cors);
  checkHttpCache(options);
  const nameRunIds = createRunIdLists();
  const openBatches = createOpenBatches();
  const onError = options.onError ?? warn;
  return async (request) => {
    try {
      if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: cors.preflight(request) });
      const allowed = options.authorize === undefined || (await options.authorize(request));
      if (typeof allowed === 'object') return withHeaders(allowed, cors.headers(request));
      // Nothing but true lets through, not even a forgotten `return`.
      if (allowed !== true) throw new RunSourceError('refused', 'You may not ask this server. Log in, or have your login allowed.');
      const version = await versionOf(options);
      const common = { source, version, nameRunIds, onError };
      const { timeoutMs = 30_000, maxAtOnce = 16, maxAnswerBytes = 256 * 1024 * 1024, compress = true } = options;
      const context = { ...common, timeoutMs, maxAtOnce, maxAnswerBytes, compress };
      const ask = request.method === 'GET' && options.httpCache !== undefined ? askOf(request) : null;
      if (ask !== null) return getResponse(await answerGet(ask, request, context), options.httpCache, cors.headers(request));
      return await answer(request, cors, openBatches, context, { maxBodyBytes: options.maxBodyBytes ?? 1024 * 1024, cacheable: options.httpCache !== undefined });
    } catch (error) {
      if (!request.signal.aborted || error instanceof RunSourceError) onError(error, `${request.method} request`);
      return failure(error, cors.headers(request));
    }
  };
}

interface RequestLimits {
  readonly maxBodyBytes: number;
  readonly cacheable: boolean;
}

async function answer(request: Request, cors: Cors, openBatches: OpenBatches, context: BatchContext, { maxBodyBytes, cacheable }: RequestLimits): Promise<Response> {
  const headers = { ...cors.headers(request), 'Cache-Control': 'no-store, no-transform' };
  if (request.method === 'GET') {
    const abilities = { protocol: protocolVersion, version: context.version, abilities: sentAbilities(context.source.abilities), cacheable };
    return new Response(exactJson(abilities), { headers: { ...headers, 'Content-Type': 'application/json' } });
  }
  if (request.method !== 'POST') {
    return failure(new RunSourceError('invalid', `${request.method} is not answered; use GET or POST.`), { ...headers, Allow: 'GET, POST' }, 405);
  }
  // A page of another origin can send JSON only after a preflight, so a login cannot be used behind its owner's back.
  if (!/^application\/json\b/i.test(request.headers.get('Content-Type') ?? '')) {
    return failure(new RunSourceError('invalid', 'The request is no JSON; send Content-Type: application/json.'), headers, 415);
  }
  const batch = readBatchRequest(await readBody(request, maxBodyBytes));
  if (batch.kind === 'cancel') {
    openBatches.cancel(batch.batch, batch.positions);
    return new Response(null, { status: 204, headers });
  }
  const opened = openBatches.open(batch.batch, batch.questions.length);
  const stopAll = (): void => opened.close(new DOMException('The client went away.', 'AbortError'));
  request.signal.addEventListener('abort', stopAll, { once: true });
  if (request.signal.aborted) stopAll();
  const onEnd = (): void => {
    request.signal.removeEventListener('abort', stopAll);
    stopAll();
  };
  const body = streamOf(answerBatch(batch, opened.stops, context), onEnd);
  return new Response(body, { headers: { ...headers, 'Content-Type': framesType, 'X-Accel-Buffering': 'no' } });
}

function getResponse({ frames, isKnownVersion }: GetAnswer, httpCache: ServeOptions['httpCache'], headers: Record<string, string>): Response {
  const kept = isKnownVersion && httpCache !== undefined ? cacheHeaders(httpCache, headers) : { ...headers, 'Cache-Control': 'no-store, no-transform' };
  const length = frames.reduce((sum, frame) => sum + frame.length, 0);
  return new Response(new Blob([...frames]), { headers: { ...kept, 'Content-Length': String(length), 'Content-Type': framesType, 'X-Content-Type-Options': 'nosniff' } });
}

async function versionOf({ version }: ServeOptions): Promise<string | null> {
  return typeof version === 'function' ? version() : (version ?? null);
}

function failure(error: unknown, headers: Record<string, string>, status?: number): Response {
  const { code, message } = publicError(error, '');
  return new Response(JSON.stringify({ code, message }), {
    status: status ?? statusOf(code),
    headers: { ...headers, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  });
}

/** A response as it is, with more headers; made anew because the headers of some cannot be changed. */
function withHeaders(response: Response, headers: Record<string, string>): Response {
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers: all });
}

function warn(error: unknown, question: string): void {
  if (!(error instanceof RunhueError)) console.warn(`serveRunSource: ${question} failed`, error);
}
