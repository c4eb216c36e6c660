import type { RunInput, RunProblem } from '@runhue/core';

/** A file as a drop, a folder picker or Node gives it. */
export interface SourceFile {
  /** Relative, with forward slashes; its folders say which files belong together. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a reader found: runs for `createRuns`, and a problem for everything it could not read. */
export interface ReadResult {
  readonly runs: RunInput[];
  readonly problems: RunProblem[];
}
