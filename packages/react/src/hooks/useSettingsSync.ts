import type { ColorSettings } from '@runhue/core';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { readSettings, replaceSettings, type RunhueStore } from '../store/runhue-store.js';
import { loadSettings, saveSettings } from '../store/settings-storage.js';

/** Effects that run before paint in a browser and not at all on a server. */
const useBrowserLayoutEffect: typeof useLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** Follows settings that the app controls. */
export function useControlledSettings(store: RunhueStore, settings: Partial<ColorSettings> | undefined): void {
  const seen = useRef(settings);
  useBrowserLayoutEffect(() => {
    if (settings === undefined || settings === seen.current) return;
    seen.current = settings;
    const read = readSettings(settings);
    replaceSettings(store, read.settings, read.problems);
  }, [store, settings]);
}

/** Reads settings from localStorage once after mount (so that a server's markup matches) and saves each change. */
export function useSavedSettings(store: RunhueStore, storageKey: string | undefined): void {
  useBrowserLayoutEffect(() => {
    if (storageKey === undefined) return;
    const saved = loadSettings(storageKey);
    if (saved !== undefined) {
      const read = readSettings(saved);
      replaceSettings(store, read.settings, read.problems);
    }
    let last = store.getState().settings;
    return store.subscribe(({ settings }) => {
      if (settings === last) return;
      last = settings;
      saveSettings(storageKey, settings);
    });
  }, [store, storageKey]);
}
