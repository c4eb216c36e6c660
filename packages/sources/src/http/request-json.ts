import { RunSourceError, type RunSourceErrorCode } from '@runhue/core';

/** The part of `fetch` that is used. */
export type SourceFetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string; signal?: AbortSignal },
) => Promise<{ readonly ok: boolean; readonly status: number; text(): Promise<string> }>;

/** How to reach a server. */
export interface HttpConnection {
  /** What an error calls it, as in "MLflow". */
  readonly service: string;
  /** Address without a trailing slash; the paths of requests are appended to it. */
  readonly url: string;
  readonly fetch: SourceFetch;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
  /** How long one request may take until its answer has come; undefined: as long as it will. */
  readonly timeoutMs?: number;
  /** What a page from another address needs, as the end of a sentence. */
  readonly crossOriginAdvice: string;
  /** The oldest version that knows the paths. */
  readonly oldestVersion: string;
}

/** What to ask for: fields in the address, as a JSON body or as a form. A field may repeat; undefined ones are left out. */
export interface HttpRequest {
  readonly path: string;
  readonly send: 'query' | 'json' | 'form';
  readonly fields: { readonly [name: string]: unknown };
}

/** Why a request got no answer, apart from an abort. */
export type HttpFailure = { readonly kind: 'network' | 'status'; readonly error: RunSourceError };

/** What the two HTTP readers take to reach a server. */
export interface HttpOptions {
  /** Default: the global `fetch`. */
  readonly fetch?: SourceFetch;
  /** Sent with every request, as in `{ Authorization: 'Bearer …' }`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Aborting makes the reader reject with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** A connection to an address as people paste it: the query, the part behind `#` and slashes at the end do not count. */
export function httpConnection(
  url: string,
  options: HttpOptions,
  about: Pick<HttpConnection, 'service' | 'crossOriginAdvice' | 'oldestVersion'> & { readonly example: string },
): HttpConnection {
  const address = url.trim().split(/[?#]/, 1)[0] ?? '';
  if (!/^https?:\/\/[^/]/i.test(address)) {
    throw new RunSourceError('invalid', `"${url}" is no address of ${about.service}; it starts with http:// or https://, as in "${about.example}".`);
  }
  return {
    ...about,
    url: address.replace(/\/{1,100}$/, ''),
    fetch: options.fetch ?? ((to, init) => globalThis.fetch(to, init)),
    headers: options.headers ?? {},
    signal: options.signal,
  };
}

/**
 * Sends one request and gives the parsed JSON object or list. Throws a RunSourceError that names the address, the cause and the way
 * out; after an abort it throws the signal's reason.
 */
export async function requestJson(connection: HttpConnection, request: HttpRequest): Promise<unknown> {
  const outcome = await tryRequest(connection, request);
  if ('failure' in outcome) throw outcome.failure.error;
  return outcome.json;
}

/** Like `requestJson`, with the failure as a value. */
export async function tryRequest(
  connection: HttpConnection,
  { path, send, fields }: HttpRequest,
): Promise<{ readonly json: unknown } | { readonly failure: HttpFailure }> {
  const { service, signal } = connection;
  const address = `${connection.url}/${path}`;
  const failed = (kind: HttpFailure['kind'], code: RunSourceErrorCode, cause: string): { failure: HttpFailure } => ({
    failure: { kind, error: new RunSourceError(code, `${service} at "${address}" ${cause}`) },
  });
  let answer: { ok: boolean; status: number; text: string };
  let answering = false;
  const limit = timeLimit(connection);
  try {
    const response = await connection.fetch(send === 'query' ? `${address}?${encodedFields(fields)}` : address, {
      method: send === 'query' ? 'GET' : 'POST',
      headers: { Accept: 'application/json', ...contentType(send), ...connection.headers },
      ...(send === 'query' ? {} : { body: send === 'json' ? JSON.stringify(fields) : encodedFields(fields) }),
      ...(limit.signal === undefined ? {} : { signal: limit.signal }),
    });
    answering = true;
    answer = { ok: response.ok, status: response.status, text: await response.text() };
  } catch (error) {
    signal?.throwIfAborted();
    if (limit.isOver()) return failed('network', 'timeout', `did not answer within ${(connection.timeoutMs ?? 0) / 1000} s. Ask again, or ask for less.`);
    if (answering) return failed('network', 'interrupted', `broke off in the middle of its answer (${causeOf(error)}). Ask again.`);
    const advice = `Check that the server runs and can be reached from here; ${connection.crossOriginAdvice}.`;
    return failed('network', 'unreachable', `did not answer (${causeOf(error)}). ${advice}`);
  } finally {
    limit.clear();
  }
  signal?.throwIfAborted();
  if (!answer.ok) return failed('status', codeOfStatus(answer.status), `answered ${answer.status}${serverWords(answer.text)}.${adviceFor(answer.status, connection)}`);
  const json = parsedObject(answer.text);
  if (json !== null) return { json };
  return failed('status', 'garbled', `answered with something that is not JSON ("${answer.text.slice(0, 40)}" …). Is this the address of ${service}?`);
}

/** The connection's signal, which is aborted as well when a request takes longer than it may. */
function timeLimit({ signal, timeoutMs }: HttpConnection): { readonly signal: AbortSignal | undefined; isOver(): boolean; clear(): void } {
  if (timeoutMs === undefined) return { signal, isOver: () => false, clear: () => {} };
  const controller = new AbortController();
  let over = false;
  const pass = (): void => controller.abort(signal?.reason);
  const timer = setTimeout(() => {
    over = true;
    controller.abort();
  }, timeoutMs);
  signal?.addEventListener('abort', pass);
  if (signal?.aborted) pass();
  const clear = (): void => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', pass);
  };
  return { signal: controller.signal, isOver: () => over, clear };
}

function contentType(send: HttpRequest['send']): Record<string, string> {
  if (send === 'query') return {};
  return { 'Content-Type': send === 'json' ? 'application/json' : 'application/x-www-form-urlencoded' };
}

function encodedFields(fields: HttpRequest['fields']): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (Array.isArray(value) ? value.map((item: unknown) => [name, item] as const) : [[name, value] as const]))
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
}

function parsedObject(text: string): object | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' ? json : null;
  } catch {
    return null;
  }
}

/** What the server says itself: the message of an error in JSON, or the start of a plain text. */
function serverWords(text: string): string {
  const json = parsedObject(text);
  const message = json !== null && 'message' in json ? String(json.message) : json === null && !text.includes('<') ? text : '';
  return message.trim() === '' ? '' : `: "${message.trim().slice(0, 200)}"`;
}

function codeOfStatus(status: number): RunSourceErrorCode {
  if (status === 401 || status === 403) return 'refused';
  if (status === 408 || status === 504) return 'timeout';
  if (status === 413) return 'too-large';
  return status === 400 || status === 404 ? 'invalid' : 'failed';
}

function adviceFor(status: number, { service, crossOriginAdvice, oldestVersion }: HttpConnection): string {
  if (status === 401) return ' Pass the login in `headers`, as { Authorization: … }.';
  if (status === 403) return ` If no login is missing: ${crossOriginAdvice}.`;
  if (status === 404) return ` Check the address, the path included, and that the server is ${service} ${oldestVersion} or later.`;
  return '';
}

/** Node hides the reason ("ECONNREFUSED") in the error's cause. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? `${error.message}: ${cause.message}` : error.message;
}
