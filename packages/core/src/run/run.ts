import type { Series } from './series.js';

/** Unique name of a run within one set. */
export type RunId = string;

/** A value of a run's config. Nested objects become dotted keys, lists are compared as canonical JSON. */
export type ConfigValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly ConfigValue[]
  | { readonly [key: string]: ConfigValue };

/** One recorded execution, as the kit keeps it. Made by `createRuns`, never changed. */
export interface Run {
  readonly id: RunId;
  /** May repeat within a set. */
  readonly name: string;
  readonly config: { readonly [key: string]: ConfigValue };
  /** As the tracker says it (`finished`, `running`, `crashed` …), or null. */
  readonly state: string | null;
  /** Seconds since the epoch, or null when unknown. */
  readonly startTime: number | null;
  /** One series per metric. */
  readonly history: ReadonlyMap<string, Series>;
}
