import { RunSourceError } from '@runhue/core';

/** Where a question to a source stands. */
export interface Asked<Answer> {
  /** The last good answer, perhaps to an earlier question; null before the first. */
  readonly answer: Answer | null;
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  /** Why the latest question was not answered; null unless `failed`. */
  readonly error: RunSourceError | null;
}

/** One thing that is asked of a source again and again: only the latest question counts, and its answer replaces the last good one. */
export interface Question<Answer> {
  now(): Asked<Answer>;
  /** Asks, unless `name` is what was asked last. What is `known` is answered at once. */
  ask(name: string, answerOf: (signal: AbortSignal) => Promise<Answer>, known?: Answer): void;
  /** Asks the latest question again. */
  retry(): void;
  /** Gives up what is under way; the next question is asked even if it is the same. */
  cancel(): void;
}

const unasked: Asked<never> = { answer: null, status: 'idle', error: null };

export function createQuestion<Answer>(onChange: () => void): Question<Answer> {
  let state: Asked<Answer> = unasked;
  let latest: { readonly name: string; readonly answerOf: (signal: AbortSignal) => Promise<Answer> } | null = null;
  let running: AbortController | null = null;

  const become = (next: Asked<Answer>): void => {
    state = next;
    onChange();
  };
  const stop = (): void => {
    running?.abort();
    running = null;
  };
  const start = (): void => {
    if (!latest) return;
    const { answerOf } = latest;
    const mine = new AbortController();
    running = mine;
    become({ answer: state.answer, status: 'loading', error: null });
    const settle = (next: () => Asked<Answer>): void => {
      if (running !== mine) return;
      running = null;
      become(next());
    };
    Promise.resolve()
      .then(() => {
        mine.signal.throwIfAborted();
        return answerOf(mine.signal);
      })
      .then(
        (answer) => settle(() => ({ answer, status: 'ready', error: null })),
        (error: unknown) => settle(() => ({ answer: state.answer, status: 'failed', error: sourceError(error) })),
      );
  };
  return {
    now: () => state,
    ask(name, answerOf, known) {
      if (latest?.name === name) return;
      stop();
      latest = { name, answerOf };
      if (known === undefined) start();
      else become({ answer: known, status: 'ready', error: null });
    },
    retry() {
      stop();
      start();
    },
    cancel() {
      stop();
      latest = null;
    },
  };
}

/** A question of its own, to be subscribed to. */
export function watchedQuestion<Answer>(): { readonly question: Question<Answer>; readonly subscribe: (onChange: () => void) => () => void } {
  const listeners = new Set<() => void>();
  return {
    question: createQuestion(() => {
      for (const listener of listeners) listener();
    }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Whatever a source threw, as an error that says whether to try again. */
function sourceError(error: unknown): RunSourceError {
  if (error instanceof RunSourceError) return error;
  return new RunSourceError('failed', error instanceof Error ? error.message : String(error), { cause: error });
}
