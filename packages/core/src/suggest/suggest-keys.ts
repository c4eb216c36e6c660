import { bucketColumn } from '../buckets/bucket-column.js';
import type { KeyId } from '../keys/key-id.js';
import { listKeys } from '../keys/list-keys.js';
import { readColumn } from '../keys/read-column.js';
import type { RunColumn, YValue } from '../keys/run-column.js';
import { RunhueError } from '../run/runhue-error.js';
import type { Run } from '../run/run.js';
import { normalizeBucketCount } from '../settings/bucket-count.js';
import { defaultColorSettings, type ColorSettings, type KeySettings } from '../settings/color-settings.js';
import { keySettingsOf, withKeySettings } from '../settings/key-settings.js';
import { kruskalWallis, type KruskalWallis } from './kruskal-wallis.js';

/** A config key and how much of an outcome its buckets explain. */
export interface KeySuggestion extends KruskalWallis {
  readonly keyId: KeyId;
  /** Runs with a value of the key and a finite outcome. */
  readonly runCount: number;
  /** Buckets that hold any of them. */
  readonly groupCount: number;
  /** What to change in the Key's settings (`withKeySettings`) to see these buckets; empty where nothing is to be changed. */
  readonly patch: KeySettings;
}

/** What config keys are judged by. */
export interface SuggestKeysOptions {
  /** What the runs achieved: a metric or another numeric Key. */
  readonly outcome: KeyId;
  readonly yValue: YValue;
  /** Bucket count and methods per Key. Default: `defaultColorSettings`. */
  readonly settings?: ColorSettings;
}

/** Fewer runs than this say nothing. */
const fewestRuns = 5;

/**
 * The config keys that explain an outcome, best first: by the part of the outcome's rank variance that lies between the key's buckets
 * (Kruskal–Wallis ε²). A key's buckets are those of its own method; without one a bucket per value where they are few enough, else
 * quantiles. Left out: keys with nearly a value per run (fewer than two runs per category or bucket), which explain anything, keys of fewer
 * than 5 runs, and keys that do not vary. Runs whose outcome is NaN or ±Infinity do not count.
 *
 * @throws RunhueError when the outcome is no number.
 */
export function suggestKeys(runs: readonly Run[], { outcome, yValue, settings = defaultColorSettings }: SuggestKeysOptions): KeySuggestion[] {
  const outcomes = readColumn(runs, outcome, yValue);
  if ('categoryIds' in outcomes) {
    throw new RunhueError(`The outcome "${outcome}" has no numbers: choose a metric, for example "metric:val/loss".`);
  }
  return listKeys(runs)
    .filter(({ group, varies, id }) => group === 'config' && varies && id !== outcome)
    .flatMap(({ id }) => suggestionFor(readColumn(runs, id, yValue), outcomes.values, settings) ?? [])
    .sort((a, b) => b.epsilonSquared - a.epsilonSquared);
}

function suggestionFor(column: RunColumn, outcomes: Float64Array, settings: ColorSettings): KeySuggestion | null {
  const { keyId } = column;
  const patch = methodPatch(column, settings);
  const { buckets, bucketIndices } = bucketColumn(column, withKeySettings(settings, keyId, patch));
  const known = Uint32Array.from(outcomes.keys()).filter((i) => {
    const kind = buckets[bucketIndices[i] ?? -1]?.kind;
    return Number.isFinite(outcomes[i]) && kind !== 'missing' && kind !== 'nonFinite';
  });
  const groups = Array.from(known, (i) => bucketIndices[i] ?? 0);
  const groupCount = new Set(groups).size;
  const identities = 'categoryIds' in column ? new Set(Array.from(known, (i) => column.categoryIds[i])).size : groupCount;
  if (known.length < fewestRuns || 2 * identities > known.length) return null;
  const test = kruskalWallis(Float64Array.from(known, (i) => outcomes[i] ?? NaN), groups);
  return test && { keyId, ...test, runCount: known.length, groupCount, patch };
}

/** The method that shows a numeric Key's own groups; nothing for categories and where the user chose a method. */
function methodPatch(column: RunColumn, settings: ColorSettings): KeySettings {
  const { method = 'equal-width' } = keySettingsOf(settings, column.keyId);
  if ('categoryIds' in column || (method !== 'equal-width' && method !== 'continuous')) return {};
  const distinct = new Set(column.values.filter(Number.isFinite));
  const few = distinct.size <= normalizeBucketCount(settings.bucketCount);
  if (few && [...distinct].every(Number.isInteger)) return method === 'continuous' ? { method: 'equal-width' } : {};
  return { method: few ? 'natural' : 'quantile' };
}
