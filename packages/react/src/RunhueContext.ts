import type { ColorSettings, Palette, RunSet, Theme } from '@runhue/core';
import { createContext, useContext, type Context } from 'react';
import type { Messages } from './messages/messages.js';
import type { RunPick } from './source/run-pick.js';
import type { SourceAnswers } from './source/source-answers.js';
import type { SourceSession, SourceState } from './source/source-session.js';
import type { KeyLabels } from './store/coloring.js';
import type { Derive } from './store/derived.js';
import type { RunhueStore } from './store/runhue-store.js';

/** What a provider hands down. Choices live in the store; what follows from them is derived on the way. */
export interface RunhueContextValue {
  readonly store: RunhueStore;
  readonly runSet: RunSet;
  /** Asks the source; null where the runs are at hand, and so are the next two. */
  readonly session: SourceSession | null;
  readonly sourceState: SourceState | null;
  readonly answers: SourceAnswers | null;
  /** What the app said about the runs that plots draw of a source. */
  readonly maxRuns: number | undefined;
  readonly pickRuns: RunPick | undefined;
  readonly keyLabels: KeyLabels | undefined;
  readonly theme: Theme;
  /** An app's own palettes. */
  readonly palettes: readonly Palette[] | undefined;
  /** What the system asks for (CSS `prefers-contrast`). */
  readonly contrast: 'normal' | 'more';
  /** Whether the system replaces colours (CSS `forced-colors`). */
  readonly forcedColors: boolean;
  readonly locale: string;
  readonly messages: Messages;
  readonly derive: Derive;
  /** Puts a user's choice in force: in the store, or through the app when it controls the settings. */
  readonly changeSettings: (change: (settings: ColorSettings) => ColorSettings, gesture?: string | null) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

export const RunhueContext: Context<RunhueContextValue | null> = createContext<RunhueContextValue | null>(null);

/** The nearest provider's context; an error that names the way out when there is none. */
export function useRunhueContext(): RunhueContextValue {
  const context = useContext(RunhueContext);
  if (!context) throw new Error('No RunhueProvider above this component: wrap it in <RunhueProvider runs={…}> or use <RunWorkspace runs={…}>.');
  return context;
}
