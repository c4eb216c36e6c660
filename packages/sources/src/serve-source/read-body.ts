import { RunSourceError } from '@runhue/core';
import { readBytes } from '../run-source/wire/compress.js';

/** The text of a request's body; no more than `maxBytes` are ever read. Throws a RunSourceError `too-large` or `invalid`. */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  const tooLarge = (): RunSourceError =>
    new RunSourceError('too-large', `The request has more than ${maxBytes} bytes. Ask fewer questions, or name fewer runs, at a time.`);
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBytes) throw tooLarge();
  if (request.body === null) return '';
  const bytes = await readBytes(request.body, maxBytes, tooLarge);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new RunSourceError('invalid', 'The request is no UTF-8 text; send JSON.', { cause: error });
  }
}
