/** The batches whose answers are being made, so that a client can take single questions back. */
export interface OpenBatches {
  open(batch: string, questions: number): { readonly stops: readonly AbortController[]; close(reason: unknown): void };
  /** Does nothing for a batch that is over, or open in another process: its questions then run to their end. */
  cancel(batch: string, positions: readonly number[]): void;
}

export function createOpenBatches(): OpenBatches {
  const open = new Map<string, readonly AbortController[]>();
  return {
    open: (batch, questions) => {
      const stops = Array.from({ length: questions }, () => new AbortController());
      if (!open.has(batch)) open.set(batch, stops);
      return {
        stops,
        close: (reason) => {
          if (open.get(batch) === stops) open.delete(batch);
          for (const stop of stops) stop.abort(reason);
        },
      };
    },
    cancel: (batch, positions) => {
      for (const position of positions) open.get(batch)?.[position]?.abort(new DOMException('The client took the question back.', 'AbortError'));
    },
  };
}
