import { RunhueError } from '../run/runhue-error.js';

/**
 * Why a question was not answered. `unreachable`: no connection. `interrupted`: the answer broke off. `timeout`: it took too long. `garbled`: the
 * answer is not what was asked for. `too-large`: beyond a bound; ask for less. `out-of-memory`: the engine ran out. `refused`: not allowed, or not
 * able. `invalid`: the question itself is wrong. `failed`: the engine's own error.
 */
export type RunSourceErrorCode =
  | 'unreachable'
  | 'interrupted'
  | 'timeout'
  | 'garbled'
  | 'too-large'
  | 'out-of-memory'
  | 'refused'
  | 'invalid'
  | 'failed';

const retryable: ReadonlySet<RunSourceErrorCode> = new Set(['unreachable', 'interrupted', 'timeout', 'garbled', 'out-of-memory', 'failed']);

/** A question that a `RunSource` could not answer; its message names what was asked, what came, and the way out. */
export class RunSourceError extends RunhueError {
  readonly code: RunSourceErrorCode;
  /** Whether the same question may be answered later. */
  readonly canRetry: boolean;

  constructor(code: RunSourceErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.canRetry = retryable.has(code);
  }
}
