import type { KeyId, RunColumn, SourceColumn, YValue } from '@runhue/core';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useDerived } from '../hooks/useDerived.js';
import { useRunhueContext } from '../RunhueContext.js';
import type { Derived } from '../store/derived.js';
import type { Ranking } from './pick-runs.js';
import type { Asked } from './question.js';
import type { RunPick } from './run-pick.js';
import { useWantedColumn } from './useWantedColumn.js';

/** What runs are ranked by, and where the question for it stands. */
export interface RankingView {
  /** Null where runs are taken evenly, and before the values have come. */
  readonly ranking: Ranking | null;
  /** The question for the values; null where nothing is asked for but the colours. */
  readonly asked: (Asked<SourceColumn> & { readonly keyId: KeyId; readonly yValue: YValue; readonly retry: () => void }) | null;
}

const never = (): (() => void) => () => {};
const nothing = (): null => null;
const selectColumn = ({ coloring }: Derived): RunColumn | null => coloring.bucketing.column;
const selectNothing = (): null => null;
const evenly: RankingView = { ranking: null, asked: null };

/** The values that a pick ranks runs by: of the Key in force, or of the pick's own Key, which is asked for unless the colours ask for it. */
export function useRanking(pick: RunPick): RankingView {
  const { session, sourceState } = useRunhueContext();
  const inForce = useDerived(session ? selectColumn : selectNothing);
  const wanted = useWantedColumn(session, sourceState);
  const named = typeof pick === 'string' ? null : pick;
  const keyId = named?.keyId ?? null;
  const yValue = session?.usableYValue(named?.yValue ?? 'latest') ?? 'latest';
  const isWanted = keyId === wanted.key && (yValue === wanted.yValue || keyId?.startsWith('config:') === true);
  const rank = useMemo(() => (session && keyId !== null && !isWanted ? session.rankColumn(keyId, yValue) : null), [session, keyId, yValue, isWanted]);
  useEffect(() => rank?.ask(), [rank]);
  const own = useSyncExternalStore(session?.subscribe ?? never, rank?.now ?? nothing, rank?.now ?? nothing);
  const shared = sourceState?.column ?? null;
  const take = typeof pick === 'string' ? pick : pick.take;
  return useMemo(() => {
    if (take === 'even' || !inForce) return evenly;
    if (keyId === null) return { ranking: { column: inForce, take }, asked: null };
    const asked = isWanted ? shared : own;
    const column = asked?.answer?.column ?? null;
    const fits = column !== null && column.keyId === keyId && (column.yValue === yValue || keyId.startsWith('config:'));
    const question = asked && { ...asked, keyId, yValue, retry: () => (isWanted ? session?.retry('column') : rank?.retry()) };
    return { ranking: fits ? { column, take } : null, asked: question };
  }, [take, keyId, yValue, inForce, isWanted, shared, own, session, rank]);
}
