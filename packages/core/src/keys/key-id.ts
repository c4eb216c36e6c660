/** The three groups of the Key dropdown, in this order. */
export type KeyGroup = 'default' | 'metric' | 'config';

/** The clock of a run: `Step`, `Relative Time (Process)`, `Relative Time (Wall)`, `Wall Time`. */
export const defaultMetrics = ['Step', 'Relative Time (Process)', 'Relative Time (Wall)', 'Wall Time'] as const;
/** The name of a clock that any run may carry without logging it as a metric. */
export type DefaultMetric = (typeof defaultMetrics)[number];

/**
 * Identity of a Key as text: `default:Step`, `metric:val/loss`, `config:optimizer.lr`.
 * In a config path, dots separate levels; a dot or backslash inside a name is escaped by a backslash.
 */
export type KeyId = `${KeyGroup}:${string}`;

/** A key id taken apart. */
export interface ParsedKeyId {
  readonly group: KeyGroup;
  /** What follows the group: a metric name, or a config path in its escaped form. */
  readonly name: string;
  /** Names from the outside in; one for metrics, which do not nest. */
  readonly path: readonly string[];
}

/** The id of a metric: `metric:val/loss`. The name is kept as it is. */
export function metricKey(name: string): KeyId {
  return `metric:${name}`;
}

/** The id of a default metric: `default:Step`. */
export function defaultKey(name: DefaultMetric): KeyId {
  return `default:${name}`;
}

/** The id of a config key, given its names from the outside in: `['optimizer', 'lr']` → `config:optimizer.lr`. */
export function configKey(path: readonly string[]): KeyId {
  return `config:${path.map((name) => name.replace(/[\\.]/g, '\\$&')).join('.')}`;
}

/** Takes a key id apart; null for text that is no key id. */
export function parseKeyId(text: string): ParsedKeyId | null {
  const match = /^(default|metric|config):([^]*)$/.exec(text);
  if (match === null) return null;
  const group = match[1] as KeyGroup;
  const name = match[2] as string;
  if (group === 'metric') return { group, name, path: [name] };
  if (group === 'default') return isDefaultMetric(name) ? { group, name, path: [name] } : null;
  const path = splitPath(name);
  return path === null ? null : { group, name, path };
}

/** True for one of the four default metrics. */
export function isDefaultMetric(name: string): name is DefaultMetric {
  return (defaultMetrics as readonly string[]).includes(name);
}

function splitPath(escaped: string): string[] | null {
  if (!/^(?:[^\\]|\\[\\.])*$/.test(escaped)) return null;
  const names = [''];
  for (const [token] of escaped.matchAll(/\\[^]|[^]/g)) {
    if (token === '.') names.push('');
    else names[names.length - 1] += token.length === 2 ? token.slice(1) : token;
  }
  return names;
}
