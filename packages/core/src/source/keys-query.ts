import type { KeyEntry } from '../keys/key-entry.js';

export interface KeysQuery {
  /** Only keys whose name holds this text, whatever its case. Default: all. */
  readonly search?: string;
  /** Most entries of the answer. Default 1,000. */
  readonly limit?: number;
}

export interface KeyPage {
  /** Labels are the names; display names are the app's. */
  readonly entries: readonly KeyEntry[];
  /** How many keys were found, given or not. */
  readonly total: number;
}
