import type { RunId } from '@runhue/core';
import { useMemo } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import type { Derived } from '../store/derived.js';
import type { Highlighted } from '../store/highlighted.js';
import { changeView } from '../store/runhue-store.js';
import type { Highlight } from '../store/view-state.js';
import { useDerived } from './useDerived.js';
import { useRunhueStore } from './useRunhueStore.js';

/** The acts that change what stands out. */
export interface HighlightActs {
  highlightRun(runId: RunId | null): void;
  highlightBucket(bucketId: string | null): void;
  /** All runs with one dash pattern of the second Key. */
  highlightDash(dashId: string | null): void;
}

/** What stands out in every view, and the acts that change it. */
export interface RunHighlight extends Highlighted, HighlightActs {}

const selectHighlighted = ({ highlighted }: Derived): Highlighted => highlighted;

/** What the pointer or the focus is on, shared by every plot, table and legend of the provider. */
export function useHighlight(): RunHighlight {
  const highlighted = useDerived(selectHighlighted);
  const acts = useHighlightActs();
  return useMemo(() => ({ ...highlighted, ...acts }), [highlighted, acts]);
}

/** The acts alone, for what need not follow the pointer; always the same ones. */
export function useHighlightActs(): HighlightActs {
  const { store } = useRunhueContext();
  return useMemo(
    () => ({
      highlightRun: (id) => setHighlight(store, id === null ? null : { kind: 'run', id }),
      highlightBucket: (id) => setHighlight(store, id === null ? null : { kind: 'bucket', id }),
      highlightDash: (id) => setHighlight(store, id === null ? null : { kind: 'dash', id }),
    }),
    [store],
  );
}

/** The bucket or dash pattern that the pointer or the focus is on, else null; re-renders for no other highlight. */
export function useHighlightedItem(kind: 'bucket' | 'dash'): string | null {
  return useRunhueStore(({ view: { highlight } }) => (highlight?.kind === kind ? highlight.id : null));
}

function setHighlight(store: ReturnType<typeof useRunhueContext>['store'], next: Highlight | null): void {
  const { highlight } = store.getState().view;
  if (highlight?.kind !== next?.kind || highlight?.id !== next?.id) changeView(store, { highlight: next });
}
