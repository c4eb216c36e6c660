import { createRuns, RunSourceError, type ConfigValue, type Run } from '@runhue/core';
import { parseJson } from '../../json/parse-json.js';

type Config = { readonly [name: string]: ConfigValue };

/** A run's config from JSON text; blank: an empty one. Throws a RunSourceError (`garbled`) that names the run. */
export function parseConfig(text: string, run: string): Config {
  if (text.trim() === '') return {};
  const config = parseValue(text, run);
  if (typeof config === 'object' && config !== null && !Array.isArray(config)) return config as Config;
  if (config === null) return {};
  throw unreadable(run, text, 'it is not an object');
}

/** A JSON text as trackers write it, with bare NaN and infinities. */
export function parseValue(text: string, run: string): ConfigValue {
  try {
    return JSON.parse(text) as ConfigValue;
  } catch {
    try {
      return parseJson(text);
    } catch (error) {
      throw unreadable(run, text, error instanceof Error ? error.message : String(error));
    }
  }
}

const noHistory: Run['history'] = new Map();

/** Runs without histories, cleaned as core cleans any; their ids are their places. */
export function configRuns(configs: readonly Config[]): readonly Run[] {
  return configs.map((config, place): Run => {
    const id = String(place);
    const head: Run = { id, name: id, config, state: null, startTime: null, history: noHistory };
    // What JSON gives is clean but for its depth, and cleaning a million configs takes many times as long as reading them.
    return isShallow(config, 16) ? head : (createRuns([{ id, config }]).runs[0] ?? head);
  });
}

function isShallow(value: ConfigValue, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  for (const below of Array.isArray(value) ? value : Object.values(value)) if (!isShallow(below as ConfigValue, levels - 1)) return false;
  return true;
}

function unreadable(run: string, text: string, reason: string): RunSourceError {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return new RunSourceError('garbled', `Run "${run}": its config ${JSON.stringify(shown)} cannot be read: ${reason}. Store a JSON object as text.`);
}
