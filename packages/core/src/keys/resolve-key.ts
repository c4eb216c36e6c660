import type { KeyEntry } from './key-entry.js';
import type { KeyId } from './key-id.js';

/**
 * The Key in force: the chosen one, or for null the first varying metric of the list, else the first metric, else the first varying
 * config key, else null. A chosen key that no run has stays chosen.
 */
export function resolveKey(key: KeyId | null, entries: readonly KeyEntry[]): KeyId | null {
  if (key !== null) return key;
  const metrics = entries.filter((entry) => entry.group === 'metric');
  const found =
    metrics.find((entry) => entry.varies) ?? metrics[0] ?? entries.find((entry) => entry.group === 'config' && entry.varies);
  return found?.id ?? null;
}
