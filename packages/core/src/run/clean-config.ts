import { countOf, createDroppedCells, showValue } from './dropped-cells.js';
import type { ReportProblem } from './history-report.js';
import { isPlainObject } from './plain-object.js';
import type { ConfigValue } from './run.js';

const depthLimit = 32;

/**
 * A config of the run's own: plain JSON-like values, whatever was given. Dates become ISO 8601 text, typed arrays lists;
 * functions, symbols, cycles and values nested deeper than 32 levels are dropped and reported once.
 */
export function cleanConfig(input: unknown, subject: string, report: ReportProblem): { readonly [key: string]: ConfigValue } {
  if (input === null || input === undefined) return {};
  if (!isPlainObject(input)) {
    const message = `${subject}: its config is ${showValue(input)}, dropped; give an object such as {lr: 0.01}.`;
    report({ code: 'invalid-value', message, key: 'config', params: { field: 'config', value: showValue(input) } });
    return {};
  }
  const dropped = createDroppedCells();
  const config = cleanObject(input, [], (key, value) => dropped.add('config', `${key}: ${showValue(value)}`));
  dropped.each((_, count, samples) => {
    const message = `${subject}: ${countOf(count, 'config value')} dropped (${samples}); give text, numbers, booleans, lists and objects.`;
    report({ code: 'invalid-value', message, key: 'config', count, params: { field: 'config', samples } });
  });
  return config;
}

type Drop = (key: string, value: unknown) => void;

function cleanObject(input: { readonly [key: string]: unknown }, ancestors: readonly object[], drop: Drop): { readonly [key: string]: ConfigValue } {
  const entries: [string, ConfigValue][] = [];
  const here = [...ancestors, input];
  for (const key of Object.keys(input)) {
    const value = cleanValue(key, input[key], here, drop);
    if (value !== undefined) entries.push([key, value]);
  }
  // fromEntries defines own properties, so a key `__proto__` stays a mere key.
  return Object.fromEntries(entries);
}

function cleanValue(key: string, value: unknown, ancestors: readonly object[], drop: Drop): ConfigValue {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date && Number.isFinite(value.getTime())) return value.toISOString();
  if (typeof value === 'object' && ancestors.length < depthLimit && !ancestors.includes(value)) {
    const list = listOf(value);
    const below = [...ancestors, value];
    if (list !== null) return list.map((item) => cleanValue(key, item, below, drop) ?? null);
    if (isPlainObject(value)) return cleanObject(value, ancestors, drop);
  }
  drop(key, value);
  return undefined;
}

function listOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (value instanceof Set || (ArrayBuffer.isView(value) && Symbol.iterator in value)) return [...(value as Iterable<unknown>)];
  return null;
}
