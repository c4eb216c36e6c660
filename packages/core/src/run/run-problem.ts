import type { RunId } from './run.js';

/** What was wrong with an input; everything that is dropped or repaired can be counted here. */
export type RunProblemCode =
  | 'invalid-run'
  | 'invalid-id'
  | 'numeric-id'
  | 'duplicate-id'
  | 'invalid-history'
  | 'invalid-value'
  | 'invalid-step'
  | 'invalid-start-time'
  | 'length-mismatch'
  | 'unreadable'
  | 'ambiguous';

/** One thing that was dropped or changed while runs were read. */
export interface RunProblem {
  /** Position in the inputs, −1 when it is about no single input. */
  readonly inputIndex: number;
  /** Null when the run has no usable id. */
  readonly runId: RunId | null;
  readonly code: RunProblemCode;
  /** An English sentence that names the run, the key, the value and the way out. */
  readonly message: string;
  /** The metric or config key it is about. */
  readonly key?: string;
  /** How many cells, points or runs were dropped or changed; default 1. */
  readonly count?: number;
  /** What the sentence names beside run, key, input and count, such as `value` or `samples`, to word it in another language. */
  readonly params?: { readonly [name: string]: string | number };
}
