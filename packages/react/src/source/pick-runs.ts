import { runPlaces, type Bucketing, type RunColumn, type RunId } from '@runhue/core';
import type { RunEnd } from './run-pick.js';

/** What runs are ranked by. */
export interface Ranking {
  readonly column: RunColumn;
  readonly take: RunEnd;
}

export interface PickOptions {
  /** Null: evenly. */
  readonly ranking: Ranking | null;
  readonly maxRuns: number;
  readonly isPlaceVisible: (place: number) => boolean;
  /** Shown runs per bucket. */
  readonly visibleCounts: ArrayLike<number>;
}

export interface PickedRuns {
  /** In the column's order. */
  readonly runIds: readonly RunId[];
  /** What they were taken by; null where evenly, also because no shown run has a number to be ranked by. */
  readonly ranking: Ranking | null;
}

/** Equal parts of a continuous Key's domain that stand in for buckets. */
const parts = 8;

/** At most `maxRuns` shown runs: those with the highest or lowest finite values, or as many of each bucket by the hash of their ids. */
export function pickRuns(bucketing: Bucketing, options: PickOptions): PickedRuns {
  const { ranking, maxRuns, isPlaceVisible } = options;
  const { runIds } = bucketing.column;
  const rankOf = ranking && ranksBy(ranking, runIds);
  if (rankOf) {
    const first = createLowest(maxRuns);
    for (let place = 0; place < runIds.length; place += 1) {
      const rank = rankOf(place);
      if (rank < first.limit() && isPlaceVisible(place)) first.add(place, rank);
    }
    if (first.places().length > 0) return { runIds: idsAt(first.places(), runIds), ranking };
  }
  return { runIds: idsAt(evenPlaces(bucketing, options), runIds), ranking: null };
}

function idsAt(places: readonly number[], runIds: readonly RunId[]): readonly RunId[] {
  return Array.from(Uint32Array.from(places).sort(), (place) => runIds[place] ?? '');
}

/** Lowest first; NaN without a finite value. Null where values are no numbers. */
function ranksBy({ column, take }: Ranking, runIds: readonly RunId[]): ((place: number) => number) | null {
  const { values } = column;
  if (!(values instanceof Float64Array)) return null;
  const sign = take === 'highest' ? -1 : 1;
  const valueAt =
    column.runIds === runIds ? (place: number) => values[place] ?? NaN : (place: number) => values[runPlaces(column.runIds).placeOf(runIds[place] ?? '')] ?? NaN;
  return (place) => {
    const value = valueAt(place);
    return value - value === 0 ? sign * value : NaN;
  };
}

function evenPlaces(bucketing: Bucketing, { maxRuns, isPlaceVisible, visibleCounts }: PickOptions): number[] {
  const { runIds } = bucketing.column;
  const { hashes } = runPlaces(runIds);
  const strata = strataOf(bucketing);
  const counts = strata.areBuckets ? visibleCounts : countShown(strata, runIds.length, isPlaceVisible);
  const lowest = fairShares(counts, maxRuns).map((share) => createLowest(share));
  for (let place = 0; place < runIds.length; place += 1) {
    const kept = lowest[strata.of(place)];
    const hash = hashes[place] ?? 0;
    // Of a million runs nearly all stop here.
    if (kept && hash < kept.limit() && isPlaceVisible(place)) kept.add(place, hash);
  }
  return lowest.flatMap((kept) => kept.places());
}

interface Strata {
  readonly count: number;
  readonly areBuckets: boolean;
  of(place: number): number;
}

function countShown(strata: Strata, runCount: number, isPlaceVisible: (place: number) => boolean): Float64Array {
  const counts = new Float64Array(strata.count);
  for (let place = 0; place < runCount; place += 1) {
    if (!isPlaceVisible(place)) continue;
    const stratum = strata.of(place);
    counts[stratum] = (counts[stratum] ?? 0) + 1;
  }
  return counts;
}

function strataOf({ kind, buckets, bucketIndices, domain, column }: Bucketing): Strata {
  const { values } = column;
  if (kind !== 'continuous' || !domain || !(domain[0] < domain[1])) return { count: buckets.length, areBuckets: true, of: (place) => bucketIndices[place] ?? 0 };
  const [lower, upper] = domain;
  return {
    count: parts + buckets.length,
    areBuckets: false,
    of(place) {
      const value = values[place];
      if (typeof value !== 'number' || !Number.isFinite(value)) return parts + (bucketIndices[place] ?? 0);
      return Math.min(parts - 1, Math.max(0, Math.floor(((value - lower) / (upper - lower)) * parts)));
    },
  };
}

/** How many of each, as even as the counts allow: what one lacks the others take; what is left of a division goes to the first. */
function fairShares(counts: ArrayLike<number>, total: number): number[] {
  const shares = Array.from(counts, () => 0);
  let left = Math.min(total, Array.from(counts).reduce((sum, count) => sum + count, 0));
  while (left > 0) {
    const open = shares.flatMap((share, i) => (share < (counts[i] ?? 0) ? [i] : []));
    const each = Math.max(1, Math.floor(left / open.length));
    for (const i of open) {
      const taken = Math.min(each, (counts[i] ?? 0) - (shares[i] ?? 0), left);
      shares[i] = (shares[i] ?? 0) + taken;
      left -= taken;
    }
  }
  return shares;
}

interface LowestRanks {
  /** Only ranks below it are kept. */
  limit(): number;
  add(place: number, rank: number): void;
  places(): number[];
}

/** Keeps the places of the lowest ranks; of equal ones the first. A heap with the highest on top. */
function createLowest(most: number): LowestRanks {
  const heap: { readonly place: number; readonly rank: number }[] = [];
  const isAbove = (a: number, b: number): boolean => {
    const [first, second] = [heap[a], heap[b]];
    if (!first || !second) return false;
    return first.rank > second.rank || (first.rank === second.rank && first.place > second.place);
  };
  const swap = (a: number, b: number): void => {
    const [first, second] = [heap[a], heap[b]];
    if (first && second) [heap[a], heap[b]] = [second, first];
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = isAbove(right, left) ? right : left;
      if (!isAbove(child, at)) return;
      swap(child, at);
      at = child;
    }
  };
  return {
    add(place, rank) {
      if (heap.length < most) {
        heap.push({ place, rank });
        for (let at = heap.length - 1; at > 0 && isAbove(at, (at - 1) >> 1); at = (at - 1) >> 1) swap(at, (at - 1) >> 1);
      } else if (rank < (heap[0]?.rank ?? -Infinity)) {
        heap[0] = { place, rank };
        sink();
      }
    },
    limit: () => (heap.length < most ? Infinity : (heap[0]?.rank ?? -Infinity)),
    places: () => heap.map(({ place }) => place),
  };
}
