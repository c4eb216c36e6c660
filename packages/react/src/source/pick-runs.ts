import { runPlaces, type Bucketing, type RunId } from '@runhue/core';

/**
 * Which runs of a source a plot draws when it cannot draw all: `even` takes as many of each shown bucket, by the hash of their ids, so that
 * more runs only add to those that are there; `highest` and `lowest` take those with the highest or lowest value of the Key (`even` where values
 * are categories). They stay while only buckets, palette or method change, which ask the source nothing; another Key or Y value, and what is
 * hidden or isolated, picks anew.
 */
export type RunPick = 'even' | 'highest' | 'lowest';

export interface PickOptions {
  readonly pick: RunPick;
  readonly maxRuns: number;
  readonly isPlaceVisible: (place: number) => boolean;
}

/** Equal parts of a continuous Key's domain that stand in for buckets. */
const parts = 8;

/** At most `maxRuns` shown runs, in the column's order. */
export function pickRuns(bucketing: Bucketing, { pick, maxRuns, isPlaceVisible }: PickOptions): readonly RunId[] {
  const { runIds, values } = bucketing.column;
  const { hashes } = runPlaces(runIds);
  const byValue = pick !== 'even' && values instanceof Float64Array ? values : null;
  const strata = byValue ? { count: 1, of: () => 0 } : strataOf(bucketing);
  const sign = pick === 'highest' ? -1 : 1;
  const rankOf = (place: number): number => {
    if (!byValue) return hashes[place] ?? 0;
    const value = byValue[place] ?? NaN;
    return value - value === 0 ? sign * value : Infinity;
  };
  const counts = new Float64Array(strata.count);
  for (let place = 0; place < runIds.length; place += 1) {
    if (!isPlaceVisible(place)) continue;
    const stratum = strata.of(place);
    counts[stratum] = (counts[stratum] ?? 0) + 1;
  }
  const lowest = fairShares(counts, maxRuns).map((share) => createLowest(share));
  for (let place = 0; place < runIds.length; place += 1) {
    if (isPlaceVisible(place)) lowest[strata.of(place)]?.add(place, rankOf(place));
  }
  const places = Uint32Array.from(lowest.flatMap((kept) => kept.places())).sort();
  return Array.from(places, (place) => runIds[place] ?? '');
}

function strataOf({ kind, buckets, bucketIndices, domain, column }: Bucketing): { count: number; of(place: number): number } {
  const { values } = column;
  if (kind !== 'continuous' || !domain || !(domain[0] < domain[1])) return { count: buckets.length, of: (place) => bucketIndices[place] ?? 0 };
  const [lower, upper] = domain;
  return {
    count: parts + buckets.length,
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

/** Keeps the places of the lowest ranks; of equal ones the first. A heap with the highest on top. */
function createLowest(most: number): { add(place: number, rank: number): void; places(): number[] } {
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
    places: () => heap.map(({ place }) => place),
  };
}
