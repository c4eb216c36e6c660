import type { Run } from '@runhue/core';
import { useRunhueContext } from '../RunhueContext.js';

/** All runs given to the kit, hidden ones too. None with a source, whose runs are not at hand: see `useRunCount`. */
export function useRuns(): readonly Run[] {
  return useRunhueContext().runSet.runs;
}
