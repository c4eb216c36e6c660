import type { RunHead, RunId, RunPage, RunSource } from '@runhue/core';

/** Names and configs of the runs that are drawn or listed somewhere; each is asked for once. */
export interface RunHeads {
  /** Null for a run that was not asked for, or that the source does not know. */
  get(runId: RunId): RunHead | null;
  /** Every run that is known. */
  ids(): Iterable<RunId>;
  /** Learns the runs of a page that was asked for anyway. */
  learn(runs: RunPage['runs']): void;
  /** Asks for those that are not known yet. Rejects when the source does; the ids can be asked again then. */
  ask(runIds: readonly RunId[]): Promise<void>;
  cancel(): void;
}

/** Most runs of one question (`RunsQuery.limit`). */
const mostPerAsk = 1000;
/** Most runs that are kept; beyond it the oldest are forgotten. */
const mostKept = 20_000;

export function createRunHeads(source: RunSource): RunHeads {
  const known = new Map<RunId, RunHead | null>();
  const asked = new Map<RunId, Promise<void>>();
  let controller = new AbortController();

  const learn = (runs: RunPage['runs']): void => {
    for (const run of runs) known.set(run.id, run);
    for (const id of known.size > mostKept ? [...known.keys()].slice(0, known.size - mostKept) : []) known.delete(id);
  };
  const askFor = async (runIds: readonly RunId[], { signal }: AbortController): Promise<void> => {
    await Promise.resolve();
    try {
      learn((await source.runs({ runIds, limit: runIds.length }, { signal })).runs);
      for (const id of runIds) if (!known.has(id)) known.set(id, null);
    } finally {
      for (const id of runIds) asked.delete(id);
    }
  };
  return {
    get: (runId) => known.get(runId) ?? null,
    ids: () => known.keys(),
    learn,
    async ask(runIds) {
      const missing = runIds.filter((id) => !known.has(id) && !asked.has(id));
      for (let start = 0; start < missing.length; start += mostPerAsk) {
        const chunk = missing.slice(start, start + mostPerAsk);
        const answer = askFor(chunk, controller);
        for (const id of chunk) asked.set(id, answer);
      }
      await Promise.all(new Set(runIds.flatMap((id) => asked.get(id) ?? [])));
    },
    cancel() {
      controller.abort();
      controller = new AbortController();
      asked.clear();
    },
  };
}
