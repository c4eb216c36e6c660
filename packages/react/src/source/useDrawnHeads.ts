import type { Run, RunId } from '@runhue/core';
import { useEffect, useMemo, useState } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import type { RunHeads } from './run-heads.js';
import { useDrawnRuns } from './useDrawnRuns.js';

const noHistory: Run['history'] = new Map();

/** The runs that plots draw of a source where nobody says otherwise, without their histories; null where the runs are at hand. */
export function useDrawnHeads(): readonly Run[] | null {
  const { session } = useRunhueContext();
  const { runIds } = useDrawnRuns({ maxRuns: undefined, pick: undefined, baseline: undefined });
  const [learned, setLearned] = useState<readonly RunId[] | null>(null);
  useEffect(() => {
    let current = true;
    // What is not known stays under its id.
    session?.heads.ask(runIds).then(
      () => current && setLearned(runIds),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [session, runIds]);
  const isLearned = learned === runIds || runIds.every((id) => session?.heads.get(id));
  return useMemo(() => session && runsOf(runIds, session.heads, isLearned), [session, runIds, isLearned]);
}

/** Runs under their names, once these have come. */
function runsOf(runIds: readonly RunId[], heads: RunHeads, isLearned: boolean): readonly Run[] {
  return runIds.map((id): Run => {
    const head = (isLearned ? heads.get(id) : null) ?? { id, name: id, config: {}, state: null, startTime: null };
    return { ...head, history: noHistory };
  });
}
