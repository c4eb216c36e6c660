import type { KeyEntry, RunColumn, RunId } from '@runhue/core';
import type { KeyLabels } from '../store/coloring.js';
import type { SourceSession, SourceState } from './source-session.js';

/** What colours follow from where runs come from a source: its last good answers. */
export interface SourceAnswers {
  readonly entries: readonly KeyEntry[];
  /** Of the chosen Key, or of the one before while that is on its way; null before the first. */
  readonly column: RunColumn | null;
  readonly dashColumn: RunColumn | null;
  /** Runs that are drawn or listed somewhere. */
  knownIds(): Iterable<RunId>;
}

/** A session's answers, as the same object while none of them changed. */
export function createAnswersReader(): (session: SourceSession | null, state: SourceState | null) => SourceAnswers | null {
  let last: { readonly parts: readonly unknown[]; readonly answers: SourceAnswers } | null = null;
  return (session, state) => {
    if (!session || !state) return null;
    const { keys, keyEntry, column, dashColumn } = state;
    const parts = [session, keys.answer, keyEntry.answer, column.answer, dashColumn.answer];
    if (last && parts.every((part, i) => part === last?.parts[i])) return last.answers;
    const answers: SourceAnswers = {
      entries: withEntry(keys.answer?.entries ?? [], keyEntry.answer),
      column: column.answer?.column ?? null,
      dashColumn: dashColumn.answer?.column ?? null,
      knownIds: () => session.heads.ids(),
    };
    last = { parts, answers: last && sameList(last.answers.entries, answers.entries) ? { ...answers, entries: last.answers.entries } : answers };
    return last.answers;
  };
}

function withEntry(entries: readonly KeyEntry[], entry: KeyEntry | null): readonly KeyEntry[] {
  return entry && !entries.some(({ id }) => id === entry.id) ? [...entries, entry] : entries;
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

/** Entries under the app's display names, by id or by name; the id wins. */
export function labelEntries(entries: readonly KeyEntry[], keyLabels: KeyLabels | undefined): readonly KeyEntry[] {
  if (!keyLabels) return entries;
  return entries.map((entry) => {
    const label = [entry.id, entry.name].find((name) => Object.hasOwn(keyLabels, name));
    return label === undefined ? entry : { ...entry, label: keyLabels[label] ?? entry.name };
  });
}
