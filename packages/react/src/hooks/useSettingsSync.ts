import type { ColorSettings } from '@runhue/core';
import { useEffect, useLayoutEffect } from 'react';
import { readSettings, replaceSettings, type RunhueStore } from '../store/runhue-store.js';
import type { SettingsActions } from '../store/settings-actions.js';
import { loadSettings, saveSettings } from '../store/settings-storage.js';

/** Effects that run before paint in a browser and not at all on a server. */
const useBrowserLayoutEffect: typeof useLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** Follows settings that the app controls. */
export function useControlledSettings(followApp: SettingsActions['followApp'], settings: Partial<ColorSettings> | undefined): void {
  useBrowserLayoutEffect(() => {
    if (settings !== undefined) followApp(settings);
  }, [followApp, settings]);
}

/**
 * Reads settings from localStorage once after mount (so that a server's markup matches) and saves each change. What is saved but
 * cannot be read leaves the settings as they are and is reported.
 */
export function useSavedSettings(store: RunhueStore, storageKey: string | undefined): void {
  useBrowserLayoutEffect(() => {
    if (storageKey === undefined) return;
    const saved = loadSettings(storageKey);
    if (saved !== undefined) {
      const { settings, problems } = readSettings(saved);
      const unreadable = problems.some(({ code }) => code === 'not-settings');
      replaceSettings(store, unreadable ? store.getState().settings : settings, problems);
    }
    let last = store.getState().settings;
    return store.subscribe(({ settings }) => {
      if (settings === last) return;
      last = settings;
      saveSettings(storageKey, settings);
    });
  }, [store, storageKey]);
}
