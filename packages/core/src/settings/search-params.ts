import { parseNumber } from '../run/parse-number.js';
import { defaultColorSettings, type ColorSettings } from './color-settings.js';
import { parseColorSettings, type ParsedColorSettings } from './parse-color-settings.js';

/** How settings are named in a URL. */
export interface SearchParamsOptions {
  /** Before each name, to keep clear of the app's own parameters. Default `rh.`. */
  readonly prefix?: string;
}

const names = {
  version: 'v',
  mode: 'mode',
  key: 'key',
  yValue: 'y',
  bucketCount: 'n',
  scope: 'scope',
  palette: 'palette',
  reverse: 'reverse',
  dashKey: 'dash',
  categoricalPalette: 'slots',
  originalSeed: 'seed',
  runColors: 'colors',
  byKey: 'keys',
} as const satisfies { readonly [Field in keyof ColorSettings]-?: string };

const fields = Object.keys(names) as (keyof ColorSettings)[];

/**
 * Settings as URL parameters, such as `rh.key=metric:val/loss&rh.y=max&rh.n=6`. Only what differs from
 * `defaultColorSettings` is written; lists and objects are written as JSON. `colorSettingsFromSearchParams` gives back equal settings.
 */
export function colorSettingsToSearchParams(settings: ColorSettings, { prefix = 'rh.' }: SearchParamsOptions = {}): URLSearchParams {
  const params = new URLSearchParams();
  for (const field of fields) {
    const value = settings[field];
    if (value !== undefined && JSON.stringify(value) !== JSON.stringify(defaultColorSettings[field])) params.set(prefix + names[field], encode(value));
  }
  return params;
}

/**
 * Settings from URL parameters; parameters that are not ours are ignored, absent ones take their defaults, and values that make
 * no sense are repaired and reported as in `parseColorSettings`.
 */
export function colorSettingsFromSearchParams(params: string | URLSearchParams, { prefix = 'rh.' }: SearchParamsOptions = {}): ParsedColorSettings {
  const source = new URLSearchParams(params);
  const found = fields.map((field) => [field, decode(field, source.get(prefix + names[field]))] as const);
  return parseColorSettings(Object.fromEntries(found.filter(([, value]) => value !== undefined)));
}

function encode(value: ColorSettings[keyof ColorSettings]): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'string' && !needsJson(value)) return value;
  return JSON.stringify(value);
}

function decode(field: keyof ColorSettings, text: string | null): unknown {
  if (text === null) return undefined;
  if (field === 'bucketCount' || field === 'version' || field === 'originalSeed') return parseNumber(text) ?? text;
  if (field === 'reverse') return text === '1' ? true : text === '0' ? false : text;
  if (field !== 'runColors' && field !== 'byKey' && !needsJson(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Text that looks like JSON, or holds half a surrogate pair, which a URL cannot carry, is written as JSON. */
function needsJson(text: string): boolean {
  return /^["{]|\p{Surrogate}/u.test(text);
}
