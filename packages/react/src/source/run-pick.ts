import type { KeyId, YValue } from '@runhue/core';

/** One end of the runs, ranked by a value. */
export type RunEnd = 'highest' | 'lowest';

/** The runs with the highest or lowest values of a Key, whatever the colours show. */
export interface RunRanking {
  readonly keyId: KeyId;
  /** Ignored for config keys. Where the source cannot give it, the first that it can. Default `latest`. */
  readonly yValue?: YValue;
  readonly take: RunEnd;
}

/**
 * Which runs of a source a plot draws when it cannot draw all: `even` takes as many of each shown bucket, by the hash of their ids, so that
 * more runs only add to those that are there; `highest` and `lowest` take those with the highest or lowest value of the Key in force, a `RunRanking` those
 * of any Key. Of ranked runs only those with a finite value are drawn, and the plot says by what; where there is none, as with categories, they
 * are taken evenly. They stay while only buckets, palette or method change, which ask the source nothing; what is hidden or isolated picks anew,
 * and so does another Key or Y value, but for a `RunRanking`.
 */
export type RunPick = 'even' | RunEnd | RunRanking;
