import { RunhueError } from '@runhue/core';
import type { ReadRunsOptions } from '../read-runs.js';
import type { ReadResult } from '../source-file.js';
import type { MessageEnd, WorkerAnswer, WorkerFile, WorkerRequest } from './messages.js';

let lastId = 0;

/**
 * `readRuns` in a worker, so that the page stays free:
 *
 * ```ts
 * const worker = new Worker(new URL('@runhue/sources/worker', import.meta.url), { type: 'module' });
 * const { runs, problems } = await readRunsInWorker(worker, files.map((file) => ({ path: file.webkitRelativePath || file.name, content: file })));
 * ```
 *
 * A `Blob` or `File` is read in the worker; bytes are copied to it. Columns come back without a copy. One worker serves several calls.
 * Rejects with the signal's reason after an abort, and with a `RunhueError` when the worker fails.
 */
export function readRunsInWorker(worker: MessageEnd, files: Iterable<WorkerFile>, { onProgress, signal }: ReadRunsOptions = {}): Promise<ReadResult> {
  lastId += 1;
  const id = lastId;
  const ask = (request: WorkerRequest): void => worker.postMessage(request);
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      worker.removeEventListener('message', listen);
      signal?.removeEventListener('abort', abort);
      settle();
    };
    const abort = (): void => {
      ask({ kind: 'abort', id });
      finish(() => reject(signal?.reason as unknown));
    };
    const listen = ({ data }: MessageEvent<WorkerAnswer>): void => {
      if (data.id !== id) return;
      if (data.kind === 'progress') onProgress?.(data.progress);
      else if (data.kind === 'result') finish(() => resolve(data.result));
      else finish(() => reject(new RunhueError(data.message)));
    };
    if (signal?.aborted) {
      reject(signal.reason as unknown);
      return;
    }
    signal?.addEventListener('abort', abort);
    worker.addEventListener('message', listen);
    ask({ kind: 'read', id, files: [...files] });
  });
}
