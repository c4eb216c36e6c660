import { bucketCountRange, normalizeBucketCount } from './bucket-count.js';
import type { Repaired, SettingReader } from './read-fields.js';
import { showSetting } from './settings-problem.js';

/** The number of buckets; out of range, broken or NaN is repaired. */
export const bucketCount: SettingReader<number> = {
  expected: 'a whole number from 2 to 8',
  accepts: '2 | 3 | … | 8',
  read(value, repaired) {
    const count = normalizeBucketCount(value);
    if (count !== value) repaired(`${count} is used; give a whole number from 2 to 8`);
    return count;
  },
};

/** Interior edges: finite, strictly increasing, at most one fewer than there can be buckets. */
export const edges: SettingReader<readonly number[]> = {
  expected: 'a list of finite numbers',
  accepts: 'number[]',
  read(value, repaired) {
    if (!Array.isArray(value)) return undefined;
    const finite = value.filter((edge): edge is number => typeof edge === 'number' && Number.isFinite(edge)).map((edge) => edge + 0);
    const increasing = [...new Set(finite)].toSorted((a, b) => a - b);
    const kept = increasing.slice(0, bucketCountRange[1] - 1);
    if (finite.length < value.length) repaired('edges that are no finite numbers were left out');
    if (increasing.length < finite.length) repaired('repeated edges were left out');
    if (finite.some((edge, i) => i > 0 && edge < (finite[i - 1] as number))) repaired('the edges were sorted');
    if (kept.length < increasing.length) repaired(`only the first ${kept.length} edges are used`);
    return kept;
  },
};

/** Two ends, each a finite number or null for open; null when both are open. */
export const domain: SettingReader<readonly [number | null, number | null] | null> = {
  expected: 'two finite numbers, null for an open end',
  accepts: '[number | null, number | null]',
  read(value, repaired) {
    if (!Array.isArray(value) || value.length !== 2) return undefined;
    const [lower, upper] = value.map((end: unknown) => readEnd(end, repaired)) as [number | null, number | null];
    if (lower === null || upper === null) return lower === upper ? null : [lower, upper];
    return inOrder(lower, upper, repaired);
  },
};

/** A range [lower, upper] of finite numbers. */
export const range: SettingReader<readonly [number, number]> = {
  expected: 'two finite numbers',
  accepts: '[number, number]',
  read(value, repaired) {
    if (!Array.isArray(value) || value.length !== 2) return undefined;
    const [lower, upper] = value as [unknown, unknown];
    if (!isFiniteNumber(lower) || !isFiniteNumber(upper)) return undefined;
    return inOrder(lower + 0, upper + 0, repaired);
  },
};

function readEnd(end: unknown, repaired: Repaired): number | null {
  if (isFiniteNumber(end)) return end + 0;
  if (end !== null) repaired(`the end ${showSetting(end)} is left open`);
  return null;
}

function inOrder(lower: number, upper: number, repaired: Repaired): readonly [number, number] | undefined {
  if (lower === upper) return undefined;
  if (lower < upper) return [lower, upper];
  repaired('the ends were swapped');
  return [upper, lower];
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
