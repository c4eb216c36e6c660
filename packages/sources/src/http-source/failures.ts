import { RunSourceError, type RunSourceErrorCode } from '@runhue/core';

const codes: ReadonlySet<string> = new Set<RunSourceErrorCode>([
  'unreachable',
  'interrupted',
  'timeout',
  'garbled',
  'too-large',
  'out-of-memory',
  'refused',
  'invalid',
  'failed',
]);

export function isErrorCode(code: unknown): code is RunSourceErrorCode {
  return typeof code === 'string' && codes.has(code);
}

/** Why a whole request failed; `failureOf` makes one error per question of it. */
export interface Failure {
  readonly code: RunSourceErrorCode;
  /** What came, as a clause or sentence without the address. */
  readonly reason: string;
  readonly cause?: unknown;
}

const wayOut: { readonly [code in RunSourceErrorCode]: string } = {
  unreachable: 'Check that the server runs and can be reached from here, then ask again.',
  interrupted: 'Ask again; if it happens each time, look at the log of the server and of what stands before it.',
  timeout: 'Ask again, or for less; `timeoutMs` sets how long to wait.',
  garbled: 'Check that the address is that of serveRunSource, with the same version of @runhue/sources, and that nothing between changes its answers.',
  'too-large': 'Ask for less.',
  'out-of-memory': 'Ask for less, or give the server more memory.',
  refused: 'Log in, or pass the login in `headers`.',
  invalid: 'Correct the question.',
  failed: 'Ask again; if it happens each time, look at the log of the server.',
};

/** The error for one question (in words): question, address, what came, the way out. */
export function failureOf({ code, reason, cause }: Failure, question: string, url: string): RunSourceError {
  const sentence = reason.trim().replace(/(?<![.!?…])$/, '.');
  return new RunSourceError(code, `Could not get ${question} from ${url}: ${sentence} ${wayOut[code]}`, { cause });
}

/** What the server said of one question; its message holds the way out. */
export function serverFailure(code: RunSourceErrorCode, message: string, question: string, url: string): RunSourceError {
  return new RunSourceError(code, `Could not get ${question} from ${url}: ${message}`);
}

/** An error of the wire as a failure; anything else is a fault of this package or its fetch. */
export function wireFailure(error: unknown, otherwise: RunSourceErrorCode): Failure {
  return { code: error instanceof RunSourceError ? error.code : otherwise, reason: causeText(error), cause: error };
}

/** Node hides the reason ("ECONNREFUSED") in the error's cause. */
function causeText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (error instanceof RunSourceError || !(cause instanceof Error)) return error.message;
  const detail = cause.message !== '' ? cause.message : 'code' in cause ? String(cause.code) : '';
  return detail === '' ? error.message : `${error.message}: ${detail}`;
}
