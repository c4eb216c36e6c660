import type { RunProblem } from '@runhue/core';
import type { ReadProgress } from '../read-runs.js';
import type { ReadResult } from '../source-file.js';

/** A file as it travels to a worker: bytes, or a `Blob` (a `File` of a drop or a picker), whose bytes the worker reads itself. */
export interface WorkerFile {
  /** Relative, with forward slashes. */
  readonly path: string;
  readonly content: Uint8Array | Blob;
}

/** What the page says to the worker. */
export type WorkerRequest = { readonly kind: 'read'; readonly id: number; readonly files: readonly WorkerFile[] } | { readonly kind: 'abort'; readonly id: number };

/** What the worker says to the page. */
export type WorkerAnswer =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: ReadProgress }
  | { readonly kind: 'result'; readonly id: number; readonly result: ReadResult }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** The side of a `Worker`, a worker's own scope or a `MessagePort` that both ends need. */
export interface MessageEnd {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** The problem of a file whose bytes could not be had (a folder, a file that was moved meanwhile). */
export function missingFile(path: string, reason: unknown): RunProblem {
  return { inputIndex: -1, runId: null, code: 'unreadable', message: `"${path}": ${reason instanceof Error ? reason.message : String(reason)}` };
}
