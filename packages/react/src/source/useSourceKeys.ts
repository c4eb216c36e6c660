import type { KeyEntry, KeyPage } from '@runhue/core';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import { watchedQuestion, type Asked } from './question.js';
import type { SourceSession } from './source-session.js';
import { labelEntries } from './source-answers.js';

/** Keys that a search lists; a narrower one finds the others. */
const mostFound = 1000;
/** How long typing must rest before the source is asked. */
const restMs = 200;

/** Keys that a source found for a search. */
export interface FoundKeys {
  readonly entries: readonly KeyEntry[];
  /** How many there are, listed or not. */
  readonly total: number;
  readonly loading: boolean;
}

/** Keys for a search that the source answers, the last ones while it does; by display name also those that are known. Null without a source. */
export function useSourceKeys(search: string): FoundKeys | null {
  const { session, sourceState, answers, keyLabels } = useRunhueContext();
  const finder = useMemo(() => createKeyFinder(session), [session]);
  const asked = useSyncExternalStore(finder.subscribe, finder.now, finder.now);
  useEffect(() => finder.cancel, [finder]);
  useEffect(() => {
    if (search === '') return;
    const timer = setTimeout(() => finder.find(search), restMs);
    return () => clearTimeout(timer);
  }, [finder, search]);
  const all = sourceState?.keys.answer ?? null;
  return useMemo(() => {
    if (!session) return null;
    const known = labelEntries(answers?.entries ?? [], keyLabels);
    if (search === '') return { entries: known, total: all?.total ?? known.length, loading: false };
    const found = labelEntries(asked.answer?.entries ?? [], keyLabels);
    const needle = search.toLowerCase();
    const ids = new Set(found.map(({ id }) => id));
    const byLabel = known.filter(({ id, label, name }) => label !== name && !ids.has(id) && label.toLowerCase().includes(needle));
    return { entries: [...found, ...byLabel], total: (asked.answer?.total ?? 0) + byLabel.length, loading: asked.status === 'loading' };
  }, [session, answers, keyLabels, all, search, asked]);
}

interface KeyFinder {
  now(): Asked<KeyPage>;
  subscribe(onChange: () => void): () => void;
  find(search: string): void;
  cancel(): void;
}

function createKeyFinder(session: SourceSession | null): KeyFinder {
  const { question, subscribe } = watchedQuestion<KeyPage>();
  return {
    now: question.now,
    subscribe,
    find(search) {
      if (session) question.ask(search, (signal) => session.source.keys({ search, limit: mostFound }, { signal }));
    },
    cancel: question.cancel,
  };
}
