import { createRuns, RunSourceError, type ConfigValue, type RunInput } from '@runhue/core';
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

/** Runs without histories, cleaned as core cleans any; their ids are their places. */
export function configRuns(configs: readonly Config[]): ReturnType<typeof createRuns>['runs'] {
  return createRuns(configs.map((config, place): RunInput => ({ id: String(place), config }))).runs;
}

function unreadable(run: string, text: string, reason: string): RunSourceError {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return new RunSourceError('garbled', `Run "${run}": its config ${JSON.stringify(shown)} cannot be read: ${reason}. Store a JSON object as text.`);
}
