import { normalizeHex } from '../colors/srgb.js';
import { isPlainObject } from '../run/plain-object.js';
import type { BucketMethod, BucketOverride, KeySettings } from './color-settings.js';
import { domain, edges, range } from './numeric-readers.js';
import { choice, finiteNumber, flag, nullable, readField, record, reportUnknown, type SettingReader } from './read-fields.js';
import { showSetting, type ReportSetting } from './settings-problem.js';

/** Every way to cut a numeric Key, in the order of the control. */
export const bucketMethods: readonly BucketMethod[] = ['equal-width', 'log', 'quantile', 'natural', 'custom', 'continuous'];

const bucketOverrides = record('an object of {color?, name?} by bucket id', '{[bucketId]: {color?, name?}}', (_, value, repaired): BucketOverride | undefined => {
  if (!isPlainObject(value)) return undefined;
  const color = normalizeHex(value['color']);
  const { name } = value;
  if (value['color'] !== undefined && color === null) repaired(`the colour ${showSetting(value['color'])} is not #rrggbb and was left out`);
  if (name !== undefined && typeof name !== 'string') repaired(`the name ${showSetting(name)} is no text and was left out`);
  if (color === null && typeof name !== 'string') return undefined;
  return { ...(color === null ? {} : { color }), ...(typeof name === 'string' ? { name } : {}) };
});

const categoryOrder: SettingReader<readonly string[]> = {
  expected: 'a list of category ids',
  accepts: 'string[]',
  read(value, repaired) {
    if (!Array.isArray(value)) return undefined;
    const kept = [...new Set(value.filter((id): id is string => typeof id === 'string'))];
    if (kept.length < value.length) repaired('repeated entries and entries that are no text were left out');
    return kept;
  },
};

const readers: { readonly [Name in keyof KeySettings]-?: SettingReader<KeySettings[Name]> } = {
  method: choice(bucketMethods),
  edges,
  domain: nullable(domain),
  pivot: nullable(finiteNumber),
  symmetric: flag,
  bucketOverrides,
  categoryOrder,
  ordered: flag,
  filter: nullable(range),
};

/** What belongs to one Key, field by field; what is of no use is left out and reported. */
export function parseKeySettings(source: { readonly [name: string]: unknown }, path: string, report: ReportSetting): KeySettings {
  const pathOf = (name: string): string => `${path}.${name}`;
  const known = Object.entries(readers) as [string, SettingReader<unknown>][];
  reportUnknown(source, new Set(known.map(([name]) => name)), pathOf, report);
  const fields = known.map(([name, reader]) => [name, readField(source, name, pathOf(name), reader, report)] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}
