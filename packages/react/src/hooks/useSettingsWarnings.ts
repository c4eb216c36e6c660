import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { RunhueStore } from '../store/runhue-store.js';

/** Bundlers replace the name; in a page without one, nothing is warned. */
declare const process: { readonly env: { readonly NODE_ENV?: string } };

const warned = new Set<string>();

/** In development, says each repair of settings once in the console. */
export function useSettingsWarnings(store: RunhueStore): void {
  const problems = useStore(store, (state) => state.settingsProblems);
  useEffect(() => {
    if (!isDevelopment()) return;
    for (const { message } of problems) {
      if (warned.has(message)) continue;
      warned.add(message);
      console.warn(`Runhue: ${message}`);
    }
  }, [problems]);
}

function isDevelopment(): boolean {
  return typeof process !== 'undefined' && process.env.NODE_ENV !== 'production';
}
