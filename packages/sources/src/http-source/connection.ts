import { RunSourceError } from '@runhue/core';
import { wireFailure, type Failure } from './failures.js';
import { bodyText, statusFailure } from './read-response.js';
import { createSilenceTimer } from './silence.js';

/** How a server is reached. */
export interface Connection {
  readonly url: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly headers: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>);
  readonly credentials: RequestCredentials | undefined;
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
}

export type Outcome<Value> = { readonly value: Value } | { readonly failure: Failure };

/**
 * Sends one request and reads its answer with `read`, which is told a function to call whenever something is heard. What goes wrong is a failure:
 * no connection, a status, silence, an answer that breaks off or is none. Once `stop` is aborted, so is the request.
 */
export async function exchange<Value>(
  { fetch, headers, credentials, timeoutMs, ...connection }: Connection,
  { method, body, url = connection.url }: { readonly method: 'GET' | 'POST'; readonly body?: string; readonly url?: string },
  stop: AbortController,
  read: (response: Response, heard: () => void) => Promise<Value>,
): Promise<Outcome<Value>> {
  let isSilent = false;
  const silence = createSilenceTimer(timeoutMs, () => {
    isSilent = true;
    stop.abort();
  });
  const stopped = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')), { once: true });
  });
  stopped.catch(() => undefined);
  let hasAnswered = false;
  const talk = async (): Promise<Outcome<Value>> => {
    const given = typeof headers === 'function' ? await headers() : headers;
    const init: RequestInit = { method, headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...given }, signal: stop.signal };
    if (body !== undefined) init.body = body;
    if (credentials !== undefined) init.credentials = credentials;
    const response = await fetch(url, init);
    hasAnswered = true;
    silence.heard();
    if (!response.ok) return { failure: statusFailure(response.status, await bodyText(response, silence.heard)) };
    return { value: await read(response, silence.heard) };
  };
  try {
    // A fetch that does not heed its signal must not hold anybody up.
    return await Promise.race([talk(), stopped]);
  } catch (error) {
    if (isSilent) return { failure: { code: 'timeout', reason: `nothing came for ${timeoutMs / 1000} s` } };
    const failure = wireFailure(error, hasAnswered ? 'interrupted' : 'unreachable');
    const reason = error instanceof RunSourceError ? failure.reason : `${hasAnswered ? 'the answer broke off' : 'it did not answer'} (${failure.reason})`;
    return { failure: { ...failure, reason } };
  } finally {
    silence.stop();
  }
}
