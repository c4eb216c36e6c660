import { RunSourceError, type RunSourceErrorCode } from '@runhue/core';
import { joinBytes } from '../run-source/wire/compress.js';
import { isErrorCode, type Failure } from './failures.js';

const longestText = 1024 * 1024;

/** The chunks of a body; leaving the loop early lets go of the connection. */
export async function* bodyChunks(response: Response, onChunk: () => void): AsyncGenerator<Uint8Array, void, void> {
  if (response.body === null) return;
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  let isOver = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      onChunk();
      if (done) break;
      yield value;
    }
    isOver = true;
  } finally {
    if (!isOver) reader.cancel().catch(() => undefined);
  }
}

/** The first megabyte of a body as text. */
export async function bodyText(response: Response, onChunk: () => void): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bodyChunks(response, onChunk)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > longestText) break;
  }
  return new TextDecoder().decode(joinBytes(chunks, size));
}

/** What a status other than success means, in the words of the server where it has some. */
export function statusFailure(status: number, text: string): Failure {
  const said = serverWords(text);
  const code = said?.code ?? codeOf(status);
  const words = said === null ? plainWords(text) : said.message;
  const hint = said === null && status === 404 ? ' Check the address, the path included.' : '';
  return { code, reason: `it answered with status ${status}${words === '' ? '.' : `: ${words}`}${hint}` };
}

function codeOf(status: number): RunSourceErrorCode {
  if (status === 408 || status === 504) return 'timeout';
  if (status === 413) return 'too-large';
  if (status === 502 || status === 503) return 'unreachable';
  if (status === 429 || status >= 500) return 'failed';
  if (status === 400) return 'invalid';
  return status >= 400 ? 'refused' : 'garbled';
}

function serverWords(text: string): { readonly code: RunSourceErrorCode; readonly message: string } | null {
  try {
    const { code, message } = JSON.parse(text) as { readonly code?: unknown; readonly message?: unknown };
    return isErrorCode(code) && typeof message === 'string' ? { code, message: message.slice(0, 2000) } : null;
  } catch {
    return null;
  }
}

/** The start of a plain text; the pages of a proxy say nothing to people. */
function plainWords(text: string): string {
  const words = text.trim();
  return words.includes('<') || words.includes('{') ? '' : words.slice(0, 200);
}

/** Throws a RunSourceError `garbled` unless the response has the type. */
export function checkType(response: Response, type: string, start: () => string): void {
  const given = response.headers.get('Content-Type') ?? '';
  if (given.split(';', 1)[0]?.trim().toLowerCase() === type) return;
  throw new RunSourceError('garbled', `it answered with ${given === '' ? 'nothing known' : given}${start()} where ${type} belongs`);
}
