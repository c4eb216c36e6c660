import { defaultColorSettings, parseColorSettings, type ColorSettings, type SettingsProblem } from '@runhue/core';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { keepCategorySlots } from './category-slots.js';
import { initialView, type ViewState } from './view-state.js';

/** How many settings can be undone. */
const undoLimit = 100;

/** Everything a user chose, and nothing that can be derived from it. */
export interface RunhueState {
  /** Saved and undoable. */
  readonly settings: ColorSettings;
  /** A new list with each choice of a user, and only then. */
  readonly past: readonly ColorSettings[];
  readonly future: readonly ColorSettings[];
  /** The gesture (a drag, a burst of typing) that the latest change belongs to; changes of one gesture are one undo step. */
  readonly gesture: string | null;
  /** What was repaired in settings that came from outside. */
  readonly settingsProblems: readonly SettingsProblem[];
  /** Neither saved nor undoable. */
  readonly view: ViewState;
}

/** The zustand store of a provider's choices, as `createRunhueStore` makes it. */
export type RunhueStore = StoreApi<RunhueState>;

/** What a new store starts from. */
export interface RunhueStoreOptions {
  /** Settings to start from; what is missing takes its default, what is wrong is repaired and reported. */
  readonly settings?: Partial<ColorSettings>;
}

/**
 * Makes the zustand store of one provider. Make one yourself to share choices between providers or to read them outside React;
 * else `RunhueProvider` does.
 */
export function createRunhueStore(options: RunhueStoreOptions = {}): RunhueStore {
  const { settings, problems } = readSettings(options.settings);
  return createStore<RunhueState>()(() => ({
    settings,
    past: [],
    future: [],
    gesture: null,
    settingsProblems: problems,
    view: initialView,
  }));
}

/** Settings from outside (a prop, storage, a pasted text) as valid settings and the list of repairs. */
export function readSettings(settings: unknown): { settings: ColorSettings; problems: readonly SettingsProblem[] } {
  if (settings === undefined || settings === null) return { settings: defaultColorSettings, problems: [] };
  return parseColorSettings(isPlainObject(settings) ? { ...defaultColorSettings, ...settings } : settings);
}

/** A state's choices after an act. */
export type SettingsStep = Pick<RunhueState, 'settings' | 'past' | 'future' | 'gesture'>;

/** New settings as one undoable step; the same `gesture` twice in a row stays one step. */
export function settingsChanged(state: SettingsStep, settings: ColorSettings, gesture: string | null = null): SettingsStep {
  if (settings === state.settings) return state;
  const sameGesture = gesture !== null && gesture === state.gesture;
  const past = sameGesture ? [...state.past] : [...state.past, state.settings].slice(-undoLimit);
  return { settings, past, future: [], gesture };
}

/** The settings before the latest step; the same state when there is none. */
export function settingsUndone(state: SettingsStep): SettingsStep {
  const before = state.past.at(-1);
  if (!before) return state;
  const settings = keepCategorySlots(before, state.settings);
  return { settings, past: state.past.slice(0, -1), future: [state.settings, ...state.future], gesture: null };
}

/** The settings that were undone last; the same state when there are none. */
export function settingsRedone(state: SettingsStep): SettingsStep {
  const [after, ...future] = state.future;
  if (!after) return state;
  return { settings: keepCategorySlots(after, state.settings), past: [...state.past, state.settings], future, gesture: null };
}

/** Puts settings in force that no user chose just now (storage, the app's own, remembered category slots): no undo step. */
export function replaceSettings(store: RunhueStore, settings: ColorSettings, problems?: readonly SettingsProblem[]): void {
  store.setState((state) => ({ settings, settingsProblems: problems ?? state.settingsProblems }));
}

/** Changes what is looked at. */
export function changeView(store: RunhueStore, patch: Partial<ViewState>): void {
  store.setState((state) => ({ view: { ...state.view, ...patch } }));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
