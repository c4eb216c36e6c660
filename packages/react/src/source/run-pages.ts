import type { RunHead, RunsQuery } from '@runhue/core';
import { watchedQuestion, type Asked } from './question.js';
import type { SourceSession } from './source-session.js';

export type RunOrder = NonNullable<RunsQuery['orderBy']>;

/** Which runs are listed, and how. */
export interface RunSearch {
  /** Empty: all. */
  readonly search: string;
  /** Null: the source's own order. */
  readonly order: RunOrder | null;
}

/** The runs of a search that have come so far. */
export interface ListedRuns {
  readonly runs: readonly RunHead[];
  /** How many were found on all pages. */
  readonly total: number;
  readonly cursor: string | null;
  /** The search that they belong to. */
  readonly of: string;
}

/** Runs of a source, page by page; another search starts anew, while the runs of the last one stay until its answer is there. */
export interface RunPages {
  now(): Asked<ListedRuns>;
  subscribe(onChange: () => void): () => void;
  ask(search: RunSearch): void;
  /** Asks for the next page, where there is one and none is on its way. */
  more(): void;
  retry(): void;
  cancel(): void;
}

/** Runs of one page. */
const pageSize = 100;

export function createRunPages({ source, heads }: SourceSession): RunPages {
  const { question, subscribe } = watchedQuestion<ListedRuns>();
  let current: RunSearch | null = null;

  const askPage = (of: string, { search, order }: RunSearch, before: ListedRuns | null): void => {
    const query: RunsQuery = {
      limit: pageSize,
      ...(search !== '' && { search }),
      ...(order && { orderBy: order }),
      ...(before?.cursor && { cursor: before.cursor }),
    };
    question.ask(JSON.stringify([of, before?.cursor]), async (signal) => {
      const { runs, cursor, total } = await source.runs(query, { signal });
      heads.learn(runs);
      return { of, cursor, total, runs: before ? [...before.runs, ...runs] : runs };
    });
  };
  return {
    now: question.now,
    subscribe,
    ask(search) {
      current = search;
      askPage(JSON.stringify(search), search, null);
    },
    more() {
      const { status, answer } = question.now();
      if (status !== 'ready' || !current || !answer?.cursor || answer.of !== JSON.stringify(current)) return;
      askPage(answer.of, current, answer);
    },
    retry: question.retry,
    cancel: question.cancel,
  };
}
