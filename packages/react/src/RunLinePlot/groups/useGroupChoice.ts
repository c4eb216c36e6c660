import { useMemo, useState } from 'react';
import { groupChoices, type GroupBy } from './group-by.js';

/** How lines are grouped, and a reader's own choice; that ends when the app changes its own. Equal choices are the same object. */
export function useGroupChoice(prop: GroupBy | null | undefined): [GroupBy | null, (next: GroupBy | null) => void] {
  const app = prop ? groupName(prop) : '';
  const [state, setState] = useState({ app, own: app });
  const chosen = state.app === app ? state.own : app;
  const by = useMemo(() => groupNamed(chosen), [chosen]);
  return [by, (next) => setState({ app, own: next ? groupName(next) : '' })];
}

/** `mean-range`. */
export function groupName({ line, band }: GroupBy): string {
  return `${line}-${band}`;
}

/** What a name stands for; null for any other text. */
export function groupNamed(name: string): GroupBy | null {
  return groupChoices.find((choice) => groupName(choice) === name) ?? null;
}
