import type { RunId } from '@runhue/core';
import { useMemo } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import { changeView } from '../store/runhue-store.js';
import { useBuckets } from './useBuckets.js';
import { useVisibility } from './useColoring.js';
import { useRunhueStore } from './useRunhueStore.js';

export interface RunHighlight {
  /** The one run that is highlighted, else null. */
  readonly runId: RunId | null;
  /** The bucket that is highlighted as a whole, else null. */
  readonly bucketId: string | null;
  /** Every highlighted run that is shown; null when there is none. */
  readonly runIds: ReadonlySet<RunId> | null;
  highlightRun(runId: RunId | null): void;
  highlightBucket(bucketId: string | null): void;
}

/** What the pointer or the focus is on, shared by every plot, table and legend of the provider. */
export function useHighlight(): RunHighlight {
  const { store } = useRunhueContext();
  const highlight = useRunhueStore((state) => state.view.highlight);
  const bucketing = useBuckets();
  const { isVisible } = useVisibility();
  return useMemo(() => {
    const bucketId = highlight?.kind === 'bucket' ? highlight.id : null;
    const runId = highlight?.kind === 'run' ? highlight.id : null;
    const bucket = bucketId === null ? undefined : bucketing.buckets.find(({ id }) => id === bucketId);
    const inBucket = bucketing.column.runIds.filter((_, i) => bucketing.bucketIndices[i] === bucket?.index);
    const shown = (runId === null ? inBucket : [runId]).filter(isVisible);
    return {
      runId,
      bucketId: bucket ? bucketId : null,
      runIds: shown.length > 0 ? new Set(shown) : null,
      highlightRun: (id) => setHighlight(store, id === null ? null : { kind: 'run', id }),
      highlightBucket: (id) => setHighlight(store, id === null ? null : { kind: 'bucket', id }),
    };
  }, [store, highlight, bucketing, isVisible]);
}

function setHighlight(store: ReturnType<typeof useRunhueContext>['store'], next: { kind: 'run' | 'bucket'; id: string } | null): void {
  const { highlight } = store.getState().view;
  if (highlight?.kind !== next?.kind || highlight?.id !== next?.id) changeView(store, { highlight: next });
}
