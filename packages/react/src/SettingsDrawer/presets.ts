import type { ColorSettings } from '@runhue/core';
import { createContext, type Context } from 'react';

/** A named choice that an app offers in the drawer. */
export interface SettingsPreset {
  readonly name: string;
  /** What is missing takes its default, what is wrong is repaired. */
  readonly settings: Partial<ColorSettings>;
}

export const PresetsContext: Context<readonly SettingsPreset[]> = createContext<readonly SettingsPreset[]>([]);
