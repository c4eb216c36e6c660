import type { KeyId } from '../keys/key-id.js';
import type { ColorSettings, KeySettings } from './color-settings.js';

const untouched: KeySettings = {};

/** Some choices for a Key; `undefined` takes one back. */
export type KeySettingsPatch = { readonly [Name in keyof KeySettings]?: KeySettings[Name] | undefined };

/** What was chosen for a Key; an empty object, always the same one, when nothing was. */
export function keySettingsOf(settings: ColorSettings, keyId: KeyId): KeySettings {
  return (Object.hasOwn(settings.byKey, keyId) ? settings.byKey[keyId] : undefined) ?? untouched;
}

/**
 * Settings with some choices for a Key changed; `undefined` takes a choice back, and other Keys keep theirs. The same settings when
 * nothing changes.
 */
export function withKeySettings(settings: ColorSettings, keyId: KeyId, patch: KeySettingsPatch): ColorSettings {
  const current = keySettingsOf(settings, keyId);
  const names = Object.keys(patch) as (keyof KeySettings)[];
  if (names.every((name) => Object.is(patch[name], current[name]))) return settings;
  const chosen = Object.entries({ ...current, ...patch }).filter(([, value]) => value !== undefined);
  const others = Object.entries(settings.byKey).filter(([id]) => id !== keyId);
  const own: [string, KeySettings][] = chosen.length === 0 ? [] : [[keyId, Object.fromEntries(chosen)]];
  return { ...settings, byKey: Object.fromEntries([...others, ...own]) };
}
