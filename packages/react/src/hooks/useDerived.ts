import { useCallback } from 'react';
import { useStore } from 'zustand';
import { useRunhueContext } from '../RunhueContext.js';
import type { Derived } from '../store/derived.js';
import type { RunhueState } from '../store/runhue-store.js';

/** A narrow part of what follows from runs and choices; re-renders only when that part changes. A `select` that stays the same costs least. */
export function useDerived<Part>(select: (derived: Derived) => Part): Part {
  const context = useRunhueContext();
  return useStore(
    context.store,
    useCallback((state: RunhueState) => select(context.derive(context, state)), [context, select]),
  );
}

/** The same for what acts on a click: read then, so that nothing is rendered meanwhile. */
export function useReadDerived(): () => Derived {
  const context = useRunhueContext();
  return useCallback(() => context.derive(context, context.store.getState()), [context]);
}
