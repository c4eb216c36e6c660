import type { Bucketing } from '@runhue/core';
import { useColoring } from './useColoring.js';

/** The runs sorted into buckets by the Key in force (under original colours: one bucket per run). */
export function useBuckets(): Bucketing {
  return useColoring().bucketing;
}
