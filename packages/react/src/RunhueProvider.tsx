'use client';
import { readColumn, type ColorSettings, type KeyId, type Palette, type RunColumn, type RunSource, type YValue } from '@runhue/core';
import { useMemo, useState, type JSX, type ReactNode } from 'react';
import { CategoryMemory } from './CategoryMemory.js';
import { useEqual, useLatest } from './hooks/useEqual.js';
import { useMedia } from './hooks/useMedia.js';
import { useResolvedTheme } from './hooks/useResolvedTheme.js';
import { useSettingsWarnings } from './hooks/useSettingsWarnings.js';
import { useControlledSettings, useSavedSettings } from './hooks/useSettingsSync.js';
import { useUrlSettings } from './hooks/useUrlSettings.js';
import { withDefaultLabels } from './messages/default-labels.js';
import { knownLocale } from './messages/known-locale.js';
import { messagesFor, type Messages } from './messages/messages.js';
import { RunhueContext, type RunhueContextValue } from './RunhueContext.js';
import type { RunPick } from './source/run-pick.js';
import { SourceAsks } from './source/SourceAsks.js';
import { useSourceSession } from './source/useSourceSession.js';
import type { KeyLabels } from './store/coloring.js';
import { createDerive } from './store/derived.js';
import { createRunhueStore, type RunhueStore } from './store/runhue-store.js';
import { createSettingsActions } from './store/settings-actions.js';
import { createRunKeeper, type RunsProp } from './store/stable-runs.js';

/** Runs, choices and surroundings of everything below a provider; all optional. */
export interface RunhueProviderProps {
  /** Raw run inputs or a `createRuns` result. May be written inline: equal content keeps its identity. */
  readonly runs?: RunsProp;
  /**
   * Where runs come from when they are too many to hold: an engine or a tracker's server. Colours, legend, table and plots ask it for what
   * they show and keep the last good answer meanwhile; `runs` is then left aside. Write it outside render: another object is another source,
   * and is asked anew. The kit never closes it. Default: none.
   */
  readonly source?: RunSource;
  /** Most runs that a plot draws of a source; those selected, pointed at or compared with come on top. A plot's own `maxRuns` wins. Default 200. */
  readonly maxRuns?: number;
  /** Which runs of a source those are. A plot's own `pickRuns` wins. Default `even`. */
  readonly pickRuns?: RunPick;
  /** Controlled settings. Pair with `onSettingsChange`; without it they cannot be changed. */
  readonly settings?: Partial<ColorSettings>;
  /** Settings to start from when the kit keeps them itself. Default: `defaultColorSettings`. */
  readonly defaultSettings?: Partial<ColorSettings>;
  /** Called with the whole settings after each choice. */
  readonly onSettingsChange?: (settings: ColorSettings) => void;
  /** A store made by `createRunhueStore`, to share choices between providers. Default: one of its own. */
  readonly store?: RunhueStore;
  /** Saves the settings in localStorage under this key. Default: not saved. */
  readonly storageKey?: string;
  /** Keeps the settings in the page's URL, in parameters that start with this, such as `rh.`; the URL wins over what is saved. Default: not in the URL. */
  readonly urlPrefix?: string;
  /** Default `auto`: as the system prefers. */
  readonly theme?: 'light' | 'dark' | 'auto';
  /** Palettes of the app's own, offered beside the shipped ones; of equal names the app's wins. Checked with `checkPalette` when chosen. */
  readonly palettes?: readonly Palette[];
  /** BCP 47 tag for words, numbers and dates. Default `en`; words are built in for English and Korean. */
  readonly locale?: string;
  /** Own wording, message by message. */
  readonly messages?: Partial<Messages>;
  /** Display names of keys by name or id: `{ acc: 'Accuracy' }`. */
  readonly keyLabels?: KeyLabels;
  readonly children?: ReactNode;
}

/** Holds runs and choices for every component and hook of the kit below it. Renders no element of its own. */
export function RunhueProvider(props: RunhueProviderProps): JSX.Element {
  const { runs, settings: controlled, onSettingsChange, storageKey, children } = props;
  const locale = knownLocale(props.locale);
  const [ownStore] = useState(() => props.store ?? createRunhueStore({ settings: controlled ?? props.defaultSettings }));
  const store = props.store ?? ownStore;
  const [keepRuns] = useState(createRunKeeper);
  const [derive] = useState(createDerive);
  const runSet = keepRuns(props.source ? undefined : runs);

  const { session, state: sourceState, answers } = useSourceSession(props.source);
  const ownLabels = useEqual(props.keyLabels);
  const ownMessages = useEqual(props.messages);
  const messages = useMemo(() => messagesFor(locale, ownMessages), [locale, ownMessages]);
  const keyLabels = useMemo(() => withDefaultLabels(ownLabels, messages), [ownLabels, messages]);
  const palettes = useEqual(props.palettes);
  const pickRuns = useEqual(props.pickRuns);
  const contrast = useMedia('(prefers-contrast: more)') ? 'more' : 'normal';
  const forcedColors = useMedia('(forced-colors: active)');
  const theme = useResolvedTheme(forcedColors ? 'auto' : (props.theme ?? 'auto'));

  const columnOf = (keyId: KeyId, yValue: YValue): RunColumn | null =>
    session ? session.knownColumn(keyId, yValue) : readColumn(runSet.runs, keyId, yValue);
  const latest = useLatest({ columnOf, onSettingsChange, isControlled: controlled !== undefined });
  const actions = useMemo(() => createSettingsActions(store, latest), [store, latest]);
  useControlledSettings(actions.followApp, useEqual(controlled));
  useSavedSettings(store, controlled === undefined ? storageKey : undefined);
  useUrlSettings(store, controlled === undefined ? props.urlPrefix : undefined);
  useSettingsWarnings(store);

  const value = useMemo<RunhueContextValue>(
    () => ({
      store,
      runSet,
      session,
      sourceState,
      answers,
      maxRuns: props.maxRuns,
      pickRuns,
      keyLabels,
      theme,
      palettes,
      contrast,
      forcedColors,
      locale,
      messages,
      derive,
      ...actions,
    }),
    [store, runSet, session, sourceState, answers, props.maxRuns, pickRuns, keyLabels, theme, palettes, contrast, forcedColors, locale, messages, derive, actions],
  );
  return (
    <RunhueContext.Provider value={value}>
      <CategoryMemory />
      {session && sourceState && <SourceAsks session={session} state={sourceState} />}
      {children}
    </RunhueContext.Provider>
  );
}
