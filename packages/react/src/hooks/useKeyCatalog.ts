import type { KeyEntry } from '@runhue/core';
import { useColoring } from './useColoring.js';

/** Every Key that the runs offer: default metrics, metrics, config; in each group those that vary first. */
export function useKeyCatalog(): readonly KeyEntry[] {
  return useColoring().entries;
}
