import {
  defaultColorSettings,
  normalizeHex,
  withKeySettings,
  type ColorSettings,
  type KeyId,
  type KeySettingsPatch,
  type RunId,
  type YValue,
} from '@runhue/core';
import { useMemo } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import { sameContent } from '../store/same-content.js';
import type { Derived } from '../store/derived.js';
import { useDerived } from './useDerived.js';
import { useRunhueStore } from './useRunhueStore.js';

/** The user's choices and the acts that change them. A value that makes no sense is repaired and reported in `useProblems`, never thrown. */
export interface ColorSettingsControl {
  readonly settings: ColorSettings;
  /** The Key in force: the chosen one, else the first varying metric; null when there is none. */
  readonly key: KeyId | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  setMode(mode: ColorSettings['mode']): void;
  setKey(key: KeyId): void;
  setYValue(yValue: YValue): void;
  /** A whole number from 2 to 8; anything else is rounded and clipped, and reported. */
  setBucketCount(count: number, gesture?: string): void;
  setScope(scope: ColorSettings['scope']): void;
  setPalette(palette: ColorSettings['palette']): void;
  setReverse(reverse: boolean): void;
  /** A second Key shown as dash pattern; null: none. */
  setDashKey(key: KeyId | null): void;
  /** The palette of categories and original run colors. */
  setCategoricalPalette(name: string): void;
  /** A run's own colour, `#rrggbb`, whatever the colours go by; null takes it back. */
  setRunColor(runId: RunId, color: string | null, gesture?: string): void;
  /** Takes every run's own colour back. */
  clearRunColors(): void;
  /** Deals the original run colors anew. */
  shuffleOriginalColors(): void;
  /** Original run colors as they were before any shuffle. */
  resetOriginalColors(): void;
  /** Changes what belongs to one Key. */
  setKeySettings(key: KeyId, patch: KeySettingsPatch, gesture?: string): void;
  /** Replaces everything, for example by a preset; what is missing takes its default. */
  setSettings(settings: ColorSettings): void;
  undo(): void;
  redo(): void;
  /** Back to the defaults, as one step that can be undone. */
  reset(): void;
}

const selectKey = ({ coloring: { key } }: Derived): KeyId | null => key;

/** The user's choices and the acts that change them; each act is one undo step. */
export function useColorSettings(): ColorSettingsControl {
  const { changeSettings, undo, redo } = useRunhueContext();
  const settings = useRunhueStore((state) => state.settings);
  const canUndo = useRunhueStore((state) => state.past.length > 0);
  const canRedo = useRunhueStore((state) => state.future.length > 0);
  const key = useDerived(selectKey);
  return useMemo(() => {
    const set = (patch: Partial<ColorSettings>, gesture?: string): void => {
      changeSettings((current) => (differs(current, patch) ? { ...current, ...patch } : current), gesture);
    };
    return {
      settings,
      key,
      canUndo,
      canRedo,
      setMode: (mode) => set({ mode }),
      setKey: (next) => set({ key: next, mode: 'key' }),
      setYValue: (yValue) => set({ yValue }),
      setBucketCount: (count, gesture) => set({ bucketCount: count }, gesture),
      setScope: (scope) => set({ scope }),
      setPalette: (palette) => set({ palette }),
      setReverse: (reverse) => set({ reverse }),
      setDashKey: (dashKey) => set({ dashKey }),
      setCategoricalPalette: (categoricalPalette) => set({ categoricalPalette }),
      setRunColor: (runId, color, gesture) => changeSettings((current) => withRunColor(current, runId, color), gesture),
      clearRunColors: () => set({ runColors: {} }),
      shuffleOriginalColors: () => changeSettings((current) => ({ ...current, originalSeed: (current.originalSeed ?? 0) + 1 })),
      resetOriginalColors: () => set({ originalSeed: undefined }),
      setKeySettings: (of, patch, gesture) => changeSettings((current) => withKeySettings(current, of, patch ?? {}), gesture),
      setSettings: (next) => changeSettings((current) => (sameContent(current, next) ? current : next)),
      undo,
      redo,
      reset: () => changeSettings((current) => (sameContent(current, defaultColorSettings) ? current : defaultColorSettings)),
    };
  }, [settings, key, canUndo, canRedo, changeSettings, undo, redo]);
}

function differs(settings: ColorSettings, patch: Partial<ColorSettings>): boolean {
  return Object.entries(patch).some(([name, value]) => !sameContent(settings[name as keyof ColorSettings], value));
}

function withRunColor(settings: ColorSettings, runId: RunId, color: string | null): ColorSettings {
  const chosen = color === null ? null : normalizeHex(color);
  const before = Object.hasOwn(settings.runColors, runId) ? settings.runColors[runId] : null;
  if (chosen === before || (color !== null && chosen === null)) return settings;
  const others = Object.entries(settings.runColors).filter(([id]) => id !== runId);
  return { ...settings, runColors: Object.fromEntries(chosen === null ? others : [...others, [runId, chosen]]) };
}
