import type { ColorSettings, Run } from '@runhue/core';
import { keepCategorySlots } from './category-slots.js';
import { replaceSettings, settingsChanged, settingsRedone, settingsUndone, readSettings, type RunhueStore, type SettingsStep } from './runhue-store.js';
import { sameContent } from './same-content.js';
import { withoutStaleOverrides } from './stale-overrides.js';

/** How a provider's app takes part in its settings; read at the moment of an act. */
export interface SettingsOwner {
  readonly current: {
    readonly runs: readonly Run[];
    readonly isControlled: boolean;
    readonly onSettingsChange: ((settings: ColorSettings) => void) | undefined;
  };
}

export interface SettingsActions {
  /** Puts a user's choice in force: in the store, or through the app when it controls the settings. */
  readonly changeSettings: (change: (settings: ColorSettings) => ColorSettings, gesture?: string | null) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Follows settings that the app controls: an undoable step when they are what a user asked for last, else none. */
  readonly followApp: (settings: Partial<ColorSettings>) => void;
}

export function createSettingsActions(store: RunhueStore, owner: SettingsOwner): SettingsActions {
  let asked: SettingsStep | null = null;
  const take = (act: (state: SettingsStep) => SettingsStep): void => {
    const state = store.getState();
    const { settings, past, future, gesture } = act(state);
    if (settings === state.settings) return;
    const { isControlled, onSettingsChange } = owner.current;
    const step = { settings, past, future, gesture };
    if (isControlled) asked = step;
    else store.setState(step);
    onSettingsChange?.(settings);
  };
  return {
    changeSettings: (change, gesture = null) =>
      take((state) => {
        const source = { runs: owner.current.runs, hiddenRuns: store.getState().view.hiddenRuns };
        return settingsChanged(state, withoutStaleOverrides(change(state.settings), state.settings, source), gesture);
      }),
    undo: () => take(settingsUndone),
    redo: () => take(settingsRedone),
    followApp(given) {
      const { settings: current } = store.getState();
      const read = readSettings(given);
      const settings = keepCategorySlots(read.settings, current);
      const accepted = asked !== null && sameContent(settings, asked.settings) ? asked : null;
      asked = null;
      if (accepted) store.setState({ ...accepted, settingsProblems: read.problems });
      else replaceSettings(store, sameContent(settings, current) ? current : settings, read.problems);
    },
  };
}
