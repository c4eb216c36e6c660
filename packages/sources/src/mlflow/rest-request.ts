import { RunhueError } from '@runhue/core';

/** The part of `fetch` that is used. */
export type MlflowFetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string; signal?: AbortSignal },
) => Promise<{ readonly ok: boolean; readonly status: number; text(): Promise<string> }>;

/** How to reach a server. */
export interface MlflowConnection {
  /** Address without a trailing slash. */
  readonly url: string;
  readonly fetch: MlflowFetch;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
}

/** Why a request got no answer, apart from an abort. */
export type MlflowFailure = { readonly kind: 'network' | 'status'; readonly error: RunhueError };

const crossOriginAdvice =
  'a page from another address needs MLflow 3.5 or later started with --cors-allowed-origins naming the page, or a proxy under the page\'s own address';

/**
 * Sends one request and gives the parsed JSON. Throws a RunhueError that names the address, the cause and the way out; after an
 * abort it throws the signal's reason.
 */
export async function requestJson(connection: MlflowConnection, path: string, query: unknown, method: 'GET' | 'POST'): Promise<unknown> {
  const outcome = await tryRequest(connection, path, query, method);
  if ('failure' in outcome) throw outcome.failure.error;
  return outcome.json;
}

/** Like `requestJson`, with the failure as a value. */
export async function tryRequest(
  { url, fetch, headers, signal }: MlflowConnection,
  path: string,
  query: unknown,
  method: 'GET' | 'POST',
): Promise<{ readonly json: unknown } | { readonly failure: MlflowFailure }> {
  const address = `${url}/api/2.0/mlflow/${path}`;
  const failed = (kind: MlflowFailure['kind'], cause: string): { failure: MlflowFailure } => ({ failure: { kind, error: new RunhueError(`MLflow at "${address}" ${cause}`) } });
  let status: number;
  let ok: boolean;
  let text: string;
  try {
    const response = await fetch(method === 'GET' ? `${address}?${searchParams(query)}` : address, {
      method,
      headers: { Accept: 'application/json', ...(method === 'POST' ? { 'Content-Type': 'application/json' } : {}), ...headers },
      ...(method === 'POST' ? { body: JSON.stringify(query) } : {}),
      ...(signal === undefined ? {} : { signal }),
    });
    ({ status, ok } = response);
    text = await response.text();
  } catch (error) {
    signal?.throwIfAborted();
    return failed('network', `did not answer (${causeOf(error)}). Check that the server runs and can be reached from here; ${crossOriginAdvice}.`);
  }
  if (!ok) return failed('status', `answered ${status}${serverWords(text)}.${adviceFor(status)}`);
  const json = parsedObject(text);
  return json === null ? failed('status', `answered with something that is not JSON ("${text.slice(0, 40)}" …). Is this the address of an MLflow server?`) : { json };
}

function searchParams(query: unknown): string {
  return Object.entries(Object(query) as object)
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

/** What the server says itself: MLflow's error message, or the start of a plain text. */
function serverWords(text: string): string {
  const json = parsedObject(text);
  const message = json !== null && 'message' in json ? String(json.message) : json === null && !text.includes('<') ? text : '';
  return message.trim() === '' ? '' : `: "${message.trim().slice(0, 200)}"`;
}

function adviceFor(status: number): string {
  if (status === 401) return ' Pass the login in `headers`, as { Authorization: … }.';
  if (status === 403) return ` If no login is missing: ${crossOriginAdvice}.`;
  if (status === 404) return ' Check the address, the path included, and that the server is MLflow 1.28 or later.';
  return '';
}

/** Node hides the reason ("ECONNREFUSED") in the error's cause. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? `${error.message}: ${cause.message}` : error.message;
}
