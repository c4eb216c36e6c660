import type { BucketNotice, RunProblem, SettingsProblem } from '@runhue/core';
import { useMemo } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import { useBuckets } from './useBuckets.js';
import { useRunhueStore } from './useRunhueStore.js';

/** What was dropped from runs and repaired in settings. */
export interface Problems {
  /** What was dropped or changed while the runs were read. */
  readonly runs: readonly RunProblem[];
  /** What was repaired in settings from outside. */
  readonly settings: readonly SettingsProblem[];
  /** What a person should know about the buckets in force. */
  readonly notices: readonly BucketNotice[];
}

/** Everything that was dropped, repaired or worth knowing: nothing is lost silently. */
export function useProblems(): Problems {
  const { runSet } = useRunhueContext();
  const settings = useRunhueStore((state) => state.settingsProblems);
  const { notices } = useBuckets();
  return useMemo(() => ({ runs: runSet.problems, settings, notices }), [runSet, settings, notices]);
}
