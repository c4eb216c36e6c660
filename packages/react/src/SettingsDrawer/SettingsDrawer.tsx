'use client';
import { lazy, Suspense, useEffect, useState, type JSX } from 'react';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import { ColoringStatus } from './ColoringStatus.js';
import { PresetsContext, type SettingsPreset } from './presets.js';

const SettingsPanel = lazy(() => import('./SettingsPanel.js'));

/** Where the drawer lies and what the app offers in it. */
export interface SettingsDrawerProps {
  /** Element to place the drawer in, beside its content; default: the right edge of the window. */
  readonly container?: HTMLElement | null;
  /** Choices that the app offers, by name, under "More". Default: none. */
  readonly presets?: readonly SettingsPreset[];
}

const noPresets: readonly SettingsPreset[] = [];

/**
 * The settings of its provider, opened by `SettingsButton`. Non-modal, so that changes show in the plots beside it;
 * its code is loaded when it is first opened.
 */
export function SettingsDrawer({ container, presets = noPresets }: SettingsDrawerProps): JSX.Element {
  const open = useRunhueStore((state) => state.view.drawerOpen);
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (open) setWanted(true);
  }, [open]);
  return (
    <>
      <ColoringStatus />
      {wanted && (
        <PresetsContext.Provider value={presets}>
          <Suspense fallback={null}>
            <SettingsPanel container={container ?? null} />
          </Suspense>
        </PresetsContext.Provider>
      )}
    </>
  );
}
