import { keySettingsOf, type Bucketing, type RunId } from '@runhue/core';
import { useEffect, useMemo, useState } from 'react';
import { useDerived } from '../hooks/useDerived.js';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import { useRunhueContext } from '../RunhueContext.js';
import type { Derived } from '../store/derived.js';
import type { Visibility } from '../store/visible-runs.js';
import { pickRuns, type PickedRuns, type Ranking } from './pick-runs.js';
import type { RunPick } from './run-pick.js';
import { useRanking, type RankingView } from './useRanking.js';

/** How many runs of a source a plot draws where nobody says. */
const defaultMaxRuns = 200;
/** How long a run must be pointed at, outside the plots, before its line is asked for. */
const restMs = 150;

const selectBucketing = ({ coloring }: Derived): Bucketing | null => coloring.bucketing;
const selectVisibility = ({ visibility }: Derived): Visibility | null => visibility;
const selectNothing = (): null => null;

const none: readonly RunId[] = [];
const noPick: PickedRuns = { runIds: none, ranking: null };

export interface DrawnRunsOptions {
  /** The plot's own choice; undefined leaves it to the provider. */
  readonly maxRuns: number | undefined;
  readonly pick: RunPick | undefined;
  readonly baseline: RunId | undefined;
}

export interface DrawnRuns {
  readonly runIds: readonly RunId[];
  /** Those of them that were picked, not selected, pointed at or compared with. */
  readonly picked: readonly RunId[];
  /** What they were picked by; null: evenly. */
  readonly ranking: Ranking | null;
  /** The question for the values that they are ranked by; null where there is none of its own. */
  readonly asked: RankingView['asked'];
}

/**
 * The runs of a source that a plot draws: the picked ones, and those that are selected, pointed at or compared with. They stay while only
 * buckets, palette or method change, so that these ask the source nothing; another column, and what is hidden, picks anew. Empty without a source,
 * and before the values have come that they are ranked by.
 */
export function useDrawnRuns({ maxRuns, pick, baseline }: DrawnRunsOptions): DrawnRuns {
  const { session, answers, ...provider } = useRunhueContext();
  // Where the runs are at hand, colours and visibility are no reason to render a plot.
  const bucketing = useDerived(session ? selectBucketing : selectNothing);
  const visibility = useDerived(session ? selectVisibility : selectNothing);
  const filter = useRunhueStore(({ settings }) => (bucketing && keySettingsOf(settings, bucketing.keyId).filter) ?? null);
  const selected = useRunhueStore(({ view }) => view.selectedRuns);
  const pointed = usePointedRun(session !== null);
  const column = answers?.column ?? null;
  const most = Math.max(1, Math.floor(maxRuns ?? provider.maxRuns ?? defaultMaxRuns) || 1);
  const how = pick ?? provider.pickRuns ?? 'even';
  const { ranking, asked } = useRanking(how);
  const waits = typeof how !== 'string' && ranking === null;
  // A ranking of its own outlives a change of the colours' Key.
  const rankedBy = typeof how === 'string' ? [column] : [ranking?.column, column?.runIds];
  const picked =
    session && column && bucketing && visibility && !waits
      ? session.picked(JSON.stringify([how, most]), [...rankedBy, visibility.hiddenRuns, visibility.hiddenBuckets, visibility.hiddenDashes, filter], () =>
          pickRuns(bucketing, { ranking, maxRuns: most, isPlaceVisible: visibility.isPlaceVisible, visibleCounts: visibility.visibleCounts }),
        )
      : noPick;
  const runIds = useMemo(() => {
    if (!session || waits) return none;
    const known = new Set(picked.runIds);
    const extra = [...selected, ...(baseline === undefined ? [] : [baseline]), ...(pointed === null ? [] : [pointed])];
    return extra.every((id) => known.has(id)) ? picked.runIds : [...new Set([...picked.runIds, ...extra])];
  }, [session, waits, picked, selected, baseline, pointed]);
  return useMemo(() => ({ runIds, picked: picked.runIds, ranking: picked.ranking, asked }), [runIds, picked, asked]);
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
