import {
  defaultColorSettings,
  normalizeBucketCount,
  withKeySettings,
  type ColorSettings,
  type KeyId,
  type KeySettings,
  type YValue,
} from '@runhue/core';
import { useMemo } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import { sameContent } from '../store/same-content.js';
import { useColoring } from './useColoring.js';
import { useRunhueStore } from './useRunhueStore.js';

export interface ColorSettingsControl {
  readonly settings: ColorSettings;
  /** The Key in force: the chosen one, else the first varying metric; null when there is none. */
  readonly key: KeyId | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  setMode(mode: ColorSettings['mode']): void;
  setKey(key: KeyId): void;
  setYValue(yValue: YValue): void;
  /** Taken into 2–8; anything else is rounded and clipped. */
  setBucketCount(count: number, gesture?: string): void;
  setPalette(palette: ColorSettings['palette']): void;
  setReverse(reverse: boolean): void;
  /** Changes what belongs to one Key. */
  setKeySettings(key: KeyId, patch: Partial<KeySettings>, gesture?: string): void;
  /** Replaces everything, for example by a preset. */
  setSettings(settings: ColorSettings): void;
  undo(): void;
  redo(): void;
  /** Back to the defaults, as one step that can be undone. */
  reset(): void;
}

/** The user's choices and the acts that change them; each act is one undo step. */
export function useColorSettings(): ColorSettingsControl {
  const { changeSettings, undo, redo } = useRunhueContext();
  const settings = useRunhueStore((state) => state.settings);
  const canUndo = useRunhueStore((state) => state.past.length > 0);
  const canRedo = useRunhueStore((state) => state.future.length > 0);
  const { key } = useColoring();
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
      setBucketCount: (count, gesture) => set({ bucketCount: normalizeBucketCount(count) }, gesture),
      setPalette: (palette) => set({ palette }),
      setReverse: (reverse) => set({ reverse }),
      setKeySettings: (of, patch, gesture) => changeSettings((current) => withKeySettings(current, of, patch), gesture),
      setSettings: (next) => set(next),
      undo,
      redo,
      reset: () => set(defaultColorSettings),
    };
  }, [settings, key, canUndo, canRedo, changeSettings, undo, redo]);
}

function differs(settings: ColorSettings, patch: Partial<ColorSettings>): boolean {
  return Object.entries(patch).some(([name, value]) => !sameContent(settings[name as keyof ColorSettings], value));
}
