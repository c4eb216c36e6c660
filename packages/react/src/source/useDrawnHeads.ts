import type { Run, RunId } from '@runhue/core';
import { useEffect, useMemo, useState } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import { useDrawnRuns } from './useDrawnRuns.js';

const noHistory: Run['history'] = new Map();

/** The runs that plots draw of a source where nobody says otherwise, without their histories; null where the runs are at hand. */
export function useDrawnHeads(): readonly Run[] | null {
  const { session } = useRunhueContext();
  const runIds = useDrawnRuns({ maxRuns: undefined, pick: undefined, baseline: undefined });
  const [, setKnown] = useState<readonly RunId[]>([]);
  useEffect(() => {
    let current = true;
    // What is not known stays under its id.
    session?.heads.ask(runIds).then(
      () => current && setKnown(runIds),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [session, runIds]);
  const names = session && runIds.map((id) => session.heads.get(id));
  return useMemo(
    () => names && runIds.map((id, i): Run => ({ ...(names[i] ?? { id, name: id, config: {}, state: null, startTime: null }), history: noHistory })),
    [session, runIds, names?.every(Boolean)],
  );
}
