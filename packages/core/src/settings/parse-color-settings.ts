import { normalizeHex } from '../colors/srgb.js';
import { parseKeyId, type KeyId } from '../keys/key-id.js';
import { yValues } from '../keys/read-column.js';
import { isPlainObject } from '../run/plain-object.js';
import { defaultColorSettings, type ColorSettings, type KeySettings } from './color-settings.js';
import { bucketCount } from './numeric-readers.js';
import { parseKeySettings } from './parse-key-settings.js';
import { choice, flag, nullable, readField, record, reportUnknown, type SettingReader } from './read-fields.js';
import { showSetting, type ReportSetting, type SettingsProblem } from './settings-problem.js';

/** Settings that can be used, and what had to be repaired to get them. */
export interface ParsedColorSettings {
  readonly settings: ColorSettings;
  readonly problems: SettingsProblem[];
}

/**
 * Settings from anything that was saved or written by hand. Repairs field by field and never throws: a field that is absent
 * takes its default, one that makes no sense takes it too and is reported, one that nearly does is repaired and reported.
 * `undefined` and `null` (nothing saved yet) are the defaults without a problem.
 */
export function parseColorSettings(input: unknown): ParsedColorSettings {
  const problems: SettingsProblem[] = [];
  const report: ReportSetting = (code, path, message, params) => void problems.push({ path, code, message, ...(params && { params }) });
  if (!isPlainObject(input)) {
    if (input !== undefined && input !== null) {
      report('not-settings', '', `The settings are ${showSetting(input)}, not an object; the defaults are used.`, { value: showSetting(input) });
    }
    return { settings: defaultColorSettings, problems };
  }
  reportUnknown(input, fieldNames, (name) => name, report);
  if (input['version'] !== undefined && input['version'] !== defaultColorSettings.version) {
    const message = `The settings are of version ${showSetting(input['version'])}, this is version ${defaultColorSettings.version}; what fits was kept.`;
    report('version', 'version', message, { value: showSetting(input['version']), version: defaultColorSettings.version });
  }
  const read = <T>(name: Exclude<keyof ColorSettings, 'byKey'>, reader: SettingReader<T>): T | undefined =>
    readField(input, name, name, reader, report);
  const defaults = defaultColorSettings;
  const settings: ColorSettings = {
    version: defaults.version,
    mode: read('mode', choice(['key', 'original'])) ?? defaults.mode,
    key: read('key', nullable(keyId)) ?? defaults.key,
    yValue: read('yValue', choice(yValues)) ?? defaults.yValue,
    bucketCount: read('bucketCount', bucketCount) ?? defaults.bucketCount,
    scope: read('scope', choice(['all', 'visible'])) ?? defaults.scope,
    palette: read('palette', palette) ?? defaults.palette,
    reverse: read('reverse', flag) ?? defaults.reverse,
    dashKey: read('dashKey', nullable(keyId)) ?? defaults.dashKey,
    runColors: read('runColors', runColors) ?? defaults.runColors,
    byKey: readByKey(input, report),
    ...present('categoricalPalette', read('categoricalPalette', paletteName)),
    ...present('originalSeed', read('originalSeed', seed)),
  };
  return { settings, problems };
}

const fieldNames: ReadonlySet<string> = new Set([...Object.keys(defaultColorSettings), 'categoricalPalette', 'originalSeed']);

/** A field that may be absent. */
function present<Name extends string, T>(name: Name, value: T | undefined): { readonly [Key in Name]?: T } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [Key in Name]: T });
}

const paletteName: SettingReader<string> = {
  expected: 'the name of a palette',
  accepts: 'string',
  read: (value) => (typeof value === 'string' && value !== '' ? value : undefined),
};

const seed: SettingReader<number> = {
  expected: 'a whole number from 0 on',
  accepts: '0 | 1 | 2 | …',
  read: (value) => (Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) + 0 : undefined),
};

const keyId: SettingReader<KeyId> = {
  expected: 'a key id such as "metric:val/loss"',
  accepts: '"metric:…" | "config:…" | "default:…"',
  read: (value) => (isKeyId(value) ? value : undefined),
};

const palette: SettingReader<ColorSettings['palette']> = {
  expected: 'the name of a palette, or {light: ["#rrggbb", …], dark: ["#rrggbb", …]} with at least 2 colours each',
  accepts: 'string | {light: ["#rrggbb", "#rrggbb", …], dark: ["#rrggbb", "#rrggbb", …]}',
  read(value) {
    if (typeof value === 'string') return value === '' ? undefined : value;
    if (!isPlainObject(value)) return undefined;
    const light = readColors(value['light']);
    const dark = readColors(value['dark']);
    return light && dark ? { light, dark } : undefined;
  },
};

const runColors = record('an object of "#rrggbb" by run id', '{[runId]: "#rrggbb"}', (_, value) => normalizeHex(value) ?? undefined);

const keySettings: SettingReader<{ readonly [key: string]: unknown }> = {
  expected: 'an object of settings by key id',
  accepts: '{[keyId]: {…}}',
  read: (value) => (isPlainObject(value) ? value : undefined),
};

function readByKey(input: { readonly [name: string]: unknown }, report: ReportSetting): ColorSettings['byKey'] {
  const source = readField(input, 'byKey', 'byKey', keySettings, report) ?? {};
  const entries: [KeyId, KeySettings][] = [];
  for (const id of Object.keys(source)) {
    const value = source[id];
    const path = `byKey[${showSetting(id)}]`;
    if (value === undefined) continue;
    if (isKeyId(id) && isPlainObject(value)) entries.push([id, parseKeySettings(value, path, report)]);
    else report('invalid', path, `Setting ${path} is ${showSetting(value)} and was left out; give an object under a key id such as "metric:val/loss".`, { value: showSetting(value), accepts: '{"metric:val/loss": {…}}' });
  }
  return Object.fromEntries(entries);
}

function readColors(value: unknown): readonly string[] | null {
  if (!Array.isArray(value) || value.length < 2) return null;
  const colors = value.map(normalizeHex);
  return colors.every((color) => color !== null) ? colors : null;
}

function isKeyId(value: unknown): value is KeyId {
  return typeof value === 'string' && parseKeyId(value) !== null;
}
