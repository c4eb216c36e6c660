import { isPlainObject } from '../run/plain-object.js';
import { showSetting, type ReportSetting } from './settings-problem.js';

/** Says that a value was kept in a changed form, and why. */
export type Repaired = (message: string) => void;

/** What a setting accepts: the value to use, or undefined for one that cannot be used. */
export interface SettingReader<T> {
  readonly expected: string;
  /** The same in the notation of types, which needs no translation: `"all" | "visible"`. */
  readonly accepts: string;
  read(value: unknown, repaired: Repaired): T | undefined;
}

/** The value of one setting; undefined when it is absent or, which is reported, of no use. */
export function readField<T>(
  source: { readonly [name: string]: unknown },
  name: string,
  path: string,
  reader: SettingReader<T>,
  report: ReportSetting,
): T | undefined {
  const value = Object.hasOwn(source, name) ? source[name] : undefined;
  if (value === undefined) return undefined;
  const repairs: string[] = [];
  const result = reader.read(value, (message) => void repairs.push(message));
  const shown = showSetting(value);
  for (const message of repairs) {
    report('repaired', path, `Setting ${path} is ${shown}: ${message}.`, { value: shown, used: result === undefined ? '' : showSetting(result) });
  }
  if (result === undefined) {
    report('invalid', path, `Setting ${path} is ${shown} and was left out; give ${reader.expected}.`, { value: shown, accepts: reader.accepts });
  }
  return result;
}

/** Names that belong to no setting are reported and left out. */
export function reportUnknown(
  source: { readonly [name: string]: unknown },
  known: ReadonlySet<string>,
  pathOf: (name: string) => string,
  report: ReportSetting,
): void {
  for (const name of Object.keys(source)) {
    if (known.has(name) || source[name] === undefined) continue;
    report('unknown-field', pathOf(name), `Setting ${pathOf(name)} is not known and was left out.`, {});
  }
}

/** One of some texts. */
export function choice<T extends string>(options: readonly T[]): SettingReader<T> {
  return {
    expected: options.map((option) => `"${option}"`).join(' or '),
    accepts: options.map((option) => `"${option}"`).join(' | '),
    read: (value) => options.find((option) => option === value),
  };
}

/** True or false. */
export const flag: SettingReader<boolean> = {
  expected: 'true or false',
  accepts: 'true | false',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
};

/** Null, or what the reader accepts. */
export function nullable<T>(reader: SettingReader<T>): SettingReader<T | null> {
  return {
    expected: `${reader.expected}, or null`,
    accepts: `${reader.accepts} | null`,
    read: (value, repaired) => (value === null ? null : reader.read(value, repaired)),
  };
}

/** A finite number; −0 becomes 0. */
export const finiteNumber: SettingReader<number> = {
  expected: 'a finite number',
  accepts: 'number',
  read: (value) => (typeof value === 'number' && Number.isFinite(value) ? value + 0 : undefined),
};

/** An object whose entries are read one by one; entries of no use are left out with a repair. */
export function record<T>(expected: string, accepts: string, readEntry: (key: string, value: unknown, repaired: Repaired) => T | undefined): SettingReader<{ readonly [key: string]: T }> {
  return {
    expected,
    accepts,
    read(value, repaired) {
      if (!isPlainObject(value)) return undefined;
      const entries: [string, T][] = [];
      for (const key of Object.keys(value)) {
        const entry = readEntry(key, value[key], repaired);
        if (entry === undefined) repaired(`the entry ${showSetting(key)} (${showSetting(value[key])}) was left out`);
        else entries.push([key, entry]);
      }
      // fromEntries defines own properties, so a key `__proto__` stays a mere key.
      return Object.fromEntries(entries);
    },
  };
}
