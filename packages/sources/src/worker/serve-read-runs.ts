import type { RunInput, RunProblem } from '@runhue/core';
import { readRuns } from '../read-runs.js';
import type { SourceFile } from '../source-file.js';
import { type MessageEnd, missingFile, type WorkerAnswer, type WorkerFile, type WorkerRequest } from './messages.js';

/** Answers the requests of `readRunsInWorker` that come in at `end`: a worker's own scope, or a port. */
export function serveReadRuns(end: MessageEnd): void {
  const aborts = new Map<number, AbortController>();
  const answer = (message: WorkerAnswer, transfer: Transferable[] = []): void => end.postMessage(message, transfer);
  end.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
    if (data.kind === 'abort') aborts.get(data.id)?.abort();
    else void read(data.id, data.files);
  });

  async function read(id: number, files: readonly WorkerFile[]): Promise<void> {
    const abort = new AbortController();
    aborts.set(id, abort);
    try {
      const missing: RunProblem[] = [];
      const sources = await sourceFiles(files, missing);
      const { runs, problems } = await readRuns(sources, { signal: abort.signal, onProgress: (progress) => answer({ kind: 'progress', id, progress }) });
      answer({ kind: 'result', id, result: { runs, problems: [...missing, ...problems] } }, buffersOf(runs));
    } catch (error) {
      answer({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
    } finally {
      aborts.delete(id);
    }
  }
}

async function sourceFiles(files: readonly WorkerFile[], missing: RunProblem[]): Promise<SourceFile[]> {
  const sources: SourceFile[] = [];
  for (const { path, content } of files) {
    try {
      sources.push({ path, bytes: content instanceof Uint8Array ? content : new Uint8Array(await content.arrayBuffer()) });
    } catch (error) {
      missing.push(missingFile(path, error));
    }
  }
  return sources;
}

/** The buffers of all columns, each once, so that they are moved to the page and not copied. */
function buffersOf(runs: readonly RunInput[]): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const { history } of runs) {
    for (const series of Object.values(history ?? {}) as object[]) {
      for (const column of Object.values(series)) if (ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer) buffers.add(column.buffer);
    }
  }
  return [...buffers];
}
