import type { Run } from '@runhue/core';
import { useMemo, useState } from 'react';
import { useRuns } from '../../hooks/useRuns.js';

/** What has come for a plot while it stood still. */
export interface Waiting {
  readonly points: number;
  readonly runs: number;
}

/** A plot that can stand still while its runs grow. */
export interface Freeze {
  /** The runs that the plot shows. */
  readonly runs: readonly Run[];
  /** Whether standing still is offered. */
  readonly isOffered: boolean;
  /** What waits; null while the plot follows its runs. */
  readonly waiting: Waiting | null;
  readonly toggle: () => void;
}

/**
 * Lets one plot stand still. Its lines and axes stay; colours go on with the legend, so that both always mean the same.
 *
 * @param live Whether it is offered. Default: once points of the metric have come after the first ones that the plot had.
 */
export function useFreeze(metric: string, live: boolean | undefined): Freeze {
  const runs = useRuns();
  const [held, setHeld] = useState<readonly Run[] | null>(null);
  const [first, setFirst] = useState({ metric, points: 0 });
  const now = useMemo(() => measure(runs, metric), [runs, metric]);
  if (first.metric !== metric || (first.points === 0 && now.points > 0)) setFirst({ metric, points: now.points });
  const waiting = useMemo(() => held && comeSince(held, runs, metric), [held, runs, metric]);
  const hasGrown = first.metric === metric && first.points > 0 && now.points > first.points;
  return {
    runs: held ?? runs,
    isOffered: held !== null || (live ?? hasGrown),
    waiting,
    toggle: () => setHeld(held ? null : runs),
  };
}

function measure(runs: readonly Run[], metric: string): Waiting {
  const lengths = runs.map((run) => run.history.get(metric)?.steps.length ?? 0);
  return { points: lengths.reduce((sum, length) => sum + length, 0), runs: lengths.filter(Boolean).length };
}

/** New points of runs that the plot has, and runs that it does not have yet, their points counted too. */
function comeSince(held: readonly Run[], runs: readonly Run[], metric: string): Waiting {
  const before = new Map(held.map((run) => [run.id, run.history.get(metric)?.steps.length ?? 0]));
  let [points, more] = [0, 0];
  for (const { id, history } of runs) {
    const length = history.get(metric)?.steps.length ?? 0;
    const known = before.get(id) ?? 0;
    points += Math.max(0, length - known);
    if (known === 0 && length > 0) more++;
  }
  return { points, runs: more };
}
