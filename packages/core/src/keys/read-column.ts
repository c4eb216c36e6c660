import { parseIsoTime } from '../run/iso-time.js';
import { RunhueError } from '../run/runhue-error.js';
import type { Run } from '../run/run.js';
import { canonicalJson, categoryIdOf, readConfigLeaf, type ConfigLeaf } from './config-leaf.js';
import { readDefaultMetric } from './default-metric.js';
import { isDefaultMetric, parseKeyId, type KeyId } from './key-id.js';
import type { CategoryColumn, NumberColumn, RunColumn, YValue } from './run-column.js';
import { createValueProfile, numberOf } from './value-profile.js';

/** The choices of Y value, in the order of the control. */
export const yValues: readonly YValue[] = ['latest', 'max', 'min'];

/**
 * One value per run for a Key and Y value, in the order of the runs; a key that no run has gives a column without values.
 *
 * Metrics: `latest` is the last logged point (NaN: no value, without a step back), `max` and `min` are over the finite logged
 * values; a run that logged only ±Infinity is non-finite. These are kept by `createRuns`: no history is read. Config keys have
 * one value per run whatever the Y value, and a type that follows from all values (see `KeyType`).
 *
 * @throws RunhueError for text that is no key id and for an unknown Y value.
 */
export function readColumn(runs: readonly Run[], keyId: KeyId, yValue: YValue): RunColumn {
  const key = parseKeyId(keyId);
  if (key === null) {
    throw new RunhueError(`"${keyId}" is not a key id; write metric:<name>, config:<path> or default:<name>, for example "metric:val/loss".`);
  }
  if (!yValues.includes(yValue)) {
    throw new RunhueError(`"${yValue}" is not a Y value; choose "latest", "max" or "min".`);
  }
  const base = { keyId, yValue, runIds: runs.map((run) => run.id) };
  const { name } = key;
  if (key.group === 'default' && isDefaultMetric(name)) {
    const values = Float64Array.from(runs, (run) => readDefaultMetric(run, name, yValue));
    return { ...base, type: name === 'Wall Time' ? 'date' : 'number', values };
  }
  if (key.group === 'metric') {
    return { ...base, type: 'number', values: Float64Array.from(runs, (run) => run.history.get(name)?.[yValue] ?? NaN) };
  }
  return readConfigColumn(base, runs.map((run) => readConfigLeaf(run.config, key.path)));
}

type ColumnBase = Pick<RunColumn, 'keyId' | 'yValue' | 'runIds'>;

function readConfigColumn(base: ColumnBase, leaves: readonly (ConfigLeaf | null)[]): RunColumn {
  const profile = createValueProfile();
  for (const leaf of leaves) if (leaf !== null) profile.add(leaf);
  const type = profile.type();
  if (type === 'number') return numberColumn(base, type, leaves, numberOf);
  if (type === 'date') return numberColumn(base, type, leaves, (leaf) => parseIsoTime(String(leaf)));
  return categoryColumn(base, type, leaves);
}

function numberColumn(
  base: ColumnBase,
  type: NumberColumn['type'],
  leaves: readonly (ConfigLeaf | null)[],
  read: (leaf: ConfigLeaf) => number | null,
): NumberColumn {
  const valueOf = (leaf: ConfigLeaf | null): number => (leaf === null ? NaN : (read(leaf) ?? NaN)) + 0;
  return { ...base, type, values: Float64Array.from(leaves, valueOf) };
}

function categoryColumn(base: ColumnBase, type: CategoryColumn['type'], leaves: readonly (ConfigLeaf | null)[]): CategoryColumn {
  const isCategory = (leaf: ConfigLeaf | null): leaf is ConfigLeaf => leaf !== null && (typeof leaf !== 'number' || Number.isFinite(leaf));
  const isInfinite = (leaf: ConfigLeaf | null): leaf is number => leaf === Infinity || leaf === -Infinity;
  return {
    ...base,
    type,
    values: leaves.map((leaf) => (isCategory(leaf) ? shownValue(leaf) : null)),
    categoryIds: leaves.map((leaf) => (isCategory(leaf) ? categoryIdOf(leaf) : null)),
    nonFinite: leaves.some(isInfinite) ? Float64Array.from(leaves, (leaf) => (isInfinite(leaf) ? leaf : 0)) : null,
  };
}

function shownValue(leaf: ConfigLeaf): string | number | boolean {
  if (typeof leaf === 'object') return canonicalJson(leaf);
  return typeof leaf === 'number' ? leaf + 0 : leaf;
}
