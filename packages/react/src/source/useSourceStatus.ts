import { parseKeyId, type RunSourceError } from '@runhue/core';
import { useMemo } from 'react';
import { useMessages } from '../hooks/useMessages.js';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import { useRunhueContext } from '../RunhueContext.js';
import type { SourceState } from './source-session.js';

/** Something that a source could not tell, and the way to ask again. */
export interface SourceProblem {
  readonly id: keyof SourceState;
  /** What was asked for, in words. */
  readonly what: string;
  readonly error: RunSourceError;
  readonly retry: () => void;
}

/** Where the questions behind the colours stand. */
export interface SourceStatus {
  /** The source's name for people. */
  readonly source: string;
  /** What is asked for, in words, while an answer is on its way; else null. */
  readonly loading: string | null;
  readonly problems: readonly SourceProblem[];
  /** Whether there is anything to show: keys or a column. */
  readonly hasKeys: boolean;
  readonly hasColumn: boolean;
  /** Whether the values that colours follow from are a sample. */
  readonly sampled: boolean;
  readonly retry: () => void;
}

/** Where a source's questions stand that all views share; null where the runs are at hand. */
export function useSourceStatus(): SourceStatus | null {
  const { session, sourceState } = useRunhueContext();
  const messages = useMessages();
  const key = useRunhueStore(({ settings }) => settings.key);
  const dashKey = useRunhueStore(({ settings }) => settings.dashKey);
  return useMemo(() => {
    if (!session || !sourceState) return null;
    const { keys, column } = sourceState;
    const nameOf = (id: string | null): string => (id === null ? messages.sourceRuns : (parseKeyId(id)?.name ?? id));
    const names = { keys: messages.sourceKeys, column: nameOf(key), dashColumn: nameOf(dashKey) };
    const asked = (['keys', 'column', 'dashColumn'] as const).map((id) => ({ id, what: names[id], ...sourceState[id] }));
    const problems = asked.flatMap(({ id, what, error }): SourceProblem[] => (error ? [{ id, what, error, retry: () => session.retry(id) }] : []));
    return {
      source: session.source.abilities.name,
      loading: asked.find(({ status }) => status === 'loading')?.what ?? (column.status === 'idle' && keys.status === 'idle' ? messages.sourceKeys : null),
      problems,
      hasKeys: keys.answer !== null,
      hasColumn: column.answer !== null,
      sampled: column.answer?.fidelity === 'sampled',
      retry() {
        for (const { id, status } of asked) if (status === 'loading' || status === 'failed') session.retry(id);
      },
    };
  }, [session, sourceState, messages, key, dashKey]);
}
