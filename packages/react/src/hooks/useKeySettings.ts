import { keySettingsOf, type KeySettings, type KeySettingsPatch } from '@runhue/core';
import { useMemo } from 'react';
import { useColorSettings } from './useColorSettings.js';

export interface KeySettingsControl {
  /** What was chosen for the Key in force; empty when there is none. */
  readonly own: KeySettings;
  /** Changes some of it; `undefined` takes a choice back, null changes nothing. Changes of one gesture are one undo step. */
  change(patch: KeySettingsPatch | null, gesture?: string): void;
}

/** The choices that belong to the Key in force. */
export function useKeySettings(): KeySettingsControl {
  const { settings, key, setKeySettings } = useColorSettings();
  return useMemo(
    () => ({
      own: key === null ? {} : keySettingsOf(settings, key),
      change: (patch, gesture) => void (patch !== null && key !== null && setKeySettings(key, patch, gesture)),
    }),
    [settings, key, setKeySettings],
  );
}
