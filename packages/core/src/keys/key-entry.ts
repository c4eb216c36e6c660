import type { KeyGroup, KeyId } from './key-id.js';

/** What the values of a Key are. */
export type KeyType = 'number' | 'category' | 'boolean' | 'date' | 'mixed';

/** One line of the Key dropdown. */
export interface KeyEntry {
  readonly id: KeyId;
  readonly group: KeyGroup;
  /** Metric name or dotted config path, without the group. */
  readonly name: string;
  /** What a person reads: the app's `keyLabels`, else the name. */
  readonly label: string;
  readonly type: KeyType;
  /** In how many runs the Key exists. */
  readonly runCount: number;
  /** False when every run has the same value (or only one run has any). */
  readonly varies: boolean;
}
