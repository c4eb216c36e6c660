import { useEffect } from 'react';
import { useStore } from 'zustand';
import { warnOnce } from '../messages/warn-once.js';
import type { RunhueStore } from '../store/runhue-store.js';

/** In development, says each repair of settings once in the console. */
export function useSettingsWarnings(store: RunhueStore): void {
  const problems = useStore(store, (state) => state.settingsProblems);
  useEffect(() => {
    for (const { message } of problems) warnOnce(message);
  }, [problems]);
}
