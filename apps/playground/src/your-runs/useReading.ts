import { createRuns, type RunProblem, type RunSet } from '@runhue/core';
import { readRunsInWorker, type ReadResult, type WorkerFile } from '@runhue/sources';
import { readMlflow } from '@runhue/sources/mlflow-rest';
import { useEffect, useRef, useState } from 'react';

export type Reading =
  | { readonly state: 'idle' }
  | { readonly state: 'reading'; readonly what: string; readonly share: number | null }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'done'; readonly what: string; readonly runSet: RunSet; readonly refused: readonly RunProblem[] };

export interface Reader {
  readonly reading: Reading;
  readFiles(files: readonly WorkerFile[]): void;
  readServer(url: string): void;
  cancel(): void;
}

type Step = (share: number | null) => void;

/** Reads files in a worker, or runs from an MLflow server; a new reading ends the one before. */
export function useReading(): Reader {
  const [reading, setReading] = useState<Reading>({ state: 'idle' });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  async function start(what: string, read: (signal: AbortSignal, step: Step) => Promise<ReadResult>): Promise<void> {
    abort.current?.abort();
    const own = new AbortController();
    abort.current = own;
    setReading({ state: 'reading', what, share: null });
    try {
      const { runs, problems } = await read(own.signal, (share) => own.signal.aborted || setReading({ state: 'reading', what, share }));
      const runSet = createRuns(runs);
      if (!own.signal.aborted) {
        const all = [...problems, ...runSet.problems];
        setReading({ state: 'done', what, runSet: { runs: runSet.runs, problems: all }, refused: all });
      }
    } catch (error) {
      if (own.signal.aborted) setReading({ state: 'idle' });
      else setReading({ state: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }

  return {
    reading,
    readFiles(files) {
      if (files.length === 0) return;
      const what = files.length === 1 ? (files[0]?.path ?? '1 file') : `${files.length.toLocaleString()} files`;
      void start(what, async (signal, step) => {
        const worker = new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });
        try {
          return await readRunsInWorker(worker, files, { signal, onProgress: ({ bytes, totalBytes }) => step(bytes / Math.max(1, totalBytes)) });
        } finally {
          worker.terminate();
        }
      });
    },
    readServer(url) {
      void start(url, (signal, step) =>
        readMlflow({ url, signal, onProgress: ({ histories, totalHistories }) => step(totalHistories ? histories / totalHistories : null) }),
      );
    },
    cancel() {
      abort.current?.abort();
    },
  };
}
