import { isPlainObject } from '../run/plain-object.js';
import type { ConfigValue } from '../run/run.js';

/** A value at the end of a config path. A list is one value, told from others by its canonical JSON. */
export type ConfigLeaf = string | number | boolean | readonly ConfigValue[];

/** A config object: a level of a path, not a value, and nothing at all when it is empty. */
export function isConfigLevel(value: unknown): value is { readonly [key: string]: ConfigValue } {
  return isPlainObject(value);
}

/** The value at a path; null where the path is missing, null, or goes on. */
export function readConfigLeaf(config: { readonly [key: string]: ConfigValue }, path: readonly string[]): ConfigLeaf | null {
  let value: ConfigValue = config;
  for (const name of path) {
    if (!isConfigLevel(value) || !Object.hasOwn(value, name)) return null;
    value = value[name];
  }
  return isConfigLevel(value) ? null : (value ?? null);
}

/** JSON with sorted keys, so that equal values give equal text; numbers that JSON lacks are printed by name. */
export function canonicalJson(value: ConfigValue): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  const names = Object.keys(value).toSorted();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`).join(',')}}`;
}

/** Identity of a value by type and value: `string:adam`, `number:1`, `boolean:true`, `json:[1]`. */
export function categoryIdOf(leaf: ConfigLeaf): string {
  return typeof leaf === 'object' ? `json:${canonicalJson(leaf)}` : `${typeof leaf}:${leaf}`;
}

function isList(value: object): value is readonly ConfigValue[] {
  return Array.isArray(value);
}
