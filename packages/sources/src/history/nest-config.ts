import type { ConfigValue } from '@runhue/core';
import { emptyRecord } from './record.js';

type Branch = { [key: string]: ConfigValue };

const deepest = 32;

/**
 * Config of dotted names (`optimizer.lr`, as trackers flatten it) as a nested object. A name stays as it is where a part of it is
 * empty (`a..b`) or a name of its own (`a` beside `a.b`), or where it is deeper than 32 levels.
 */
export function nestConfig(entries: ReadonlyMap<string, ConfigValue>): Branch {
  const config = emptyRecord<ConfigValue>();
  for (const [name, value] of entries) {
    const path = pathOf(name, entries);
    let branch = config;
    for (const part of path.slice(0, -1)) branch = (branch[part] ??= emptyRecord<ConfigValue>()) as Branch;
    branch[path.at(-1) ?? name] = value;
  }
  return config;
}

function pathOf(name: string, entries: ReadonlyMap<string, ConfigValue>): string[] {
  const parts = name.split('.');
  if (parts.length === 1 || parts.length > deepest || parts.includes('')) return [name];
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    if (entries.has(name.slice(0, dot))) return [name];
  }
  return parts;
}
