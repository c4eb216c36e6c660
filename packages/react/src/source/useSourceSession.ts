import type { RunSource } from '@runhue/core';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { createAnswersReader, type SourceAnswers } from './source-answers.js';
import { createSourceSession, type SourceSession, type SourceState } from './source-session.js';

/** What a provider knows of its source; all null without one. */
export interface SourceView {
  readonly session: SourceSession | null;
  readonly state: SourceState | null;
  readonly answers: SourceAnswers | null;
}

const never = (): (() => void) => () => {};
const nothing = (): null => null;

/** One session per source, ended with the provider; another source starts another. The source itself is the app's to close. */
export function useSourceSession(source: RunSource | undefined): SourceView {
  const session = useMemo(() => (source ? createSourceSession(source) : null), [source]);
  const [readAnswers] = useState(createAnswersReader);
  const state = useSyncExternalStore(session?.subscribe ?? never, session?.state ?? nothing, session?.state ?? nothing);
  const answers = readAnswers(session, state);
  useEffect(() => () => session?.cancel(), [session]);
  return useMemo(() => ({ session, state, answers }), [session, state, answers]);
}
