import { keySettingsOf, type RunId } from '@runhue/core';
import { useEffect, useMemo, useState } from 'react';
import { useColoring, useVisibility } from '../hooks/useColoring.js';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import { useRunhueContext } from '../RunhueContext.js';
import { pickRuns, type RunPick } from './pick-runs.js';

/** How many runs of a source a plot draws where nobody says. */
const defaultMaxRuns = 200;
/** How long a run must be pointed at, outside the plots, before its line is asked for. */
const restMs = 150;

const none: readonly RunId[] = [];

export interface DrawnRunsOptions {
  /** The plot's own choice; undefined leaves it to the provider. */
  readonly maxRuns: number | undefined;
  readonly pick: RunPick | undefined;
  readonly baseline: RunId | undefined;
}

/**
 * The runs of a source that a plot draws: the picked ones, and those that are selected, pointed at or compared with. They stay while only
 * buckets, palette or method change, so that these ask the source nothing; another column, and what is hidden, picks anew. Empty without a source.
 */
export function useDrawnRuns({ maxRuns, pick, baseline }: DrawnRunsOptions): readonly RunId[] {
  const { session, answers, ...provider } = useRunhueContext();
  const { bucketing } = useColoring();
  const visibility = useVisibility();
  const filter = useRunhueStore(({ settings }) => keySettingsOf(settings, bucketing.keyId).filter ?? null);
  const selected = useRunhueStore(({ view }) => view.selectedRuns);
  const pointed = usePointedRun(session !== null);
  const column = answers?.column ?? null;
  const most = Math.max(1, Math.floor(maxRuns ?? provider.maxRuns ?? defaultMaxRuns) || 1);
  const how = pick ?? provider.pickRuns ?? 'even';
  const picked =
    session && column
      ? session.picked(`${how} ${most}`, [column, visibility.hiddenRuns, visibility.hiddenBuckets, visibility.hiddenDashes, filter], () =>
          pickRuns(bucketing, { pick: how, maxRuns: most, isPlaceVisible: visibility.isPlaceVisible }),
        )
      : none;
  return useMemo(() => {
    if (!session) return none;
    const known = new Set(picked);
    const extra = [...selected, ...(baseline === undefined ? [] : [baseline]), ...(pointed === null ? [] : [pointed])];
    return extra.every((id) => known.has(id)) ? picked : [...new Set([...picked, ...extra])];
  }, [session, picked, selected, baseline, pointed]);
}

/** The run that the pointer or the focus has rested on; it stays until another is. */
function usePointedRun(on: boolean): RunId | null {
  const pointed = useRunhueStore(({ view }) => (on && view.highlight?.kind === 'run' ? view.highlight.id : null));
  const [rested, setRested] = useState<RunId | null>(null);
  useEffect(() => {
    if (pointed === null) return;
    const timer = setTimeout(() => setRested(pointed), restMs);
    return () => clearTimeout(timer);
  }, [pointed]);
  return rested;
}
