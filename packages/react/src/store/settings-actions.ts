import type { ColorSettings } from '@runhue/core';
import { settingsChanged, settingsRedone, settingsUndone, type RunhueStore, type SettingsStep } from './runhue-store.js';

/** How a provider's app takes part in its settings; read at the moment of an act. */
export interface SettingsOwner {
  readonly current: {
    readonly isControlled: boolean;
    readonly onSettingsChange: ((settings: ColorSettings) => void) | undefined;
  };
}

export interface SettingsActions {
  /** Puts a user's choice in force: in the store, or through the app when it controls the settings. */
  readonly changeSettings: (change: (settings: ColorSettings) => ColorSettings, gesture?: string | null) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

export function createSettingsActions(store: RunhueStore, owner: SettingsOwner): SettingsActions {
  const take = (act: (state: SettingsStep) => SettingsStep): void => {
    const state = store.getState();
    const { settings, past, future, gesture } = act(state);
    if (settings === state.settings) return;
    const { isControlled, onSettingsChange } = owner.current;
    store.setState({ settings: isControlled ? state.settings : settings, past, future, gesture });
    onSettingsChange?.(settings);
  };
  return {
    changeSettings: (change, gesture = null) => take((state) => settingsChanged(state, change(state.settings), gesture)),
    undo: () => take(settingsUndone),
    redo: () => take(settingsRedone),
  };
}
