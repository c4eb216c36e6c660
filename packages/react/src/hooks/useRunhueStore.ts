import { useStore } from 'zustand';
import { useRunhueContext } from '../RunhueContext.js';
import type { RunhueState } from '../store/runhue-store.js';

/** A narrow part of the provider's store; re-renders only when that part changes. */
export function useRunhueStore<Part>(select: (state: RunhueState) => Part): Part {
  return useStore(useRunhueContext().store, select);
}
