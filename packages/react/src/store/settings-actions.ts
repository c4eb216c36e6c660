import type { ColorSettings, SettingsProblem } from '@runhue/core';
import { keepCategorySlots } from './category-slots.js';
import { checkSettings, withNewest } from './check-settings.js';
import { replaceSettings, settingsChanged, settingsRedone, settingsUndone, readSettings, type RunhueStore, type SettingsStep } from './runhue-store.js';
import { sameContent } from './same-content.js';
import { withoutStaleOverrides, type EdgeSource } from './stale-overrides.js';

/** How a provider's app takes part in its settings; read at the moment of an act. */
export interface SettingsOwner {
  readonly current: {
    readonly columnOf: EdgeSource['columnOf'];
    readonly isControlled: boolean;
    readonly onSettingsChange: ((settings: ColorSettings) => void) | undefined;
  };
}

export interface SettingsActions {
  /** Puts a choice in force: in the store, or through the app when it controls the settings. What is wrong in it is repaired and reported. */
  readonly changeSettings: (change: (settings: ColorSettings) => ColorSettings, gesture?: string | null) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Follows settings that the app controls: an undoable step when they are what a user asked for last, else none. */
  readonly followApp: (settings: Partial<ColorSettings>) => void;
}

export function createSettingsActions(store: RunhueStore, owner: SettingsOwner): SettingsActions {
  let asked: (SettingsStep & { readonly problems: readonly SettingsProblem[] }) | null = null;
  const take = ({ settings, past, future, gesture }: SettingsStep, problems: readonly SettingsProblem[] = []): void => {
    const state = store.getState();
    if (problems.length > 0) store.setState({ settingsProblems: withNewest(state.settingsProblems, problems) });
    if (settings === state.settings) return;
    const { isControlled, onSettingsChange } = owner.current;
    const step = { settings, past, future, gesture };
    if (isControlled) asked = { ...step, problems };
    else store.setState(step);
    onSettingsChange?.(settings);
  };
  return {
    changeSettings(change, gesture = null) {
      const state = store.getState();
      const { settings, problems } = checkSettings(change(state.settings), state.settings);
      const source = { columnOf: owner.current.columnOf, hiddenRuns: state.view.hiddenRuns };
      take(settingsChanged(state, withoutStaleOverrides(settings, state.settings, source), gesture), problems);
    },
    undo: () => take(settingsUndone(store.getState())),
    redo: () => take(settingsRedone(store.getState())),
    followApp(given) {
      const { settings: current } = store.getState();
      const read = readSettings(given);
      const settings = keepCategorySlots(read.settings, current);
      const accepted = asked !== null && sameContent(settings, asked.settings) ? asked : null;
      asked = null;
      if (accepted) {
        const { problems, ...step } = accepted;
        store.setState({ ...step, settingsProblems: withNewest(read.problems, problems) });
      } else replaceSettings(store, sameContent(settings, current) ? current : settings, read.problems);
    },
  };
}
