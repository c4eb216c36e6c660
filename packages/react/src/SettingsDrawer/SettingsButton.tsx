'use client';
import type { JSX } from 'react';
import { useMessages } from '../hooks/useMessages.js';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import { useTheme } from '../hooks/useTheme.js';
import { GearIcon } from '../icons.js';
import { useRunhueContext } from '../RunhueContext.js';
import { changeView } from '../store/runhue-store.js';

/** Look of the gear button. */
export interface SettingsButtonProps {
  readonly className?: string;
}

/** The gear: opens and closes the settings drawer of its provider. */
export function SettingsButton({ className }: SettingsButtonProps): JSX.Element {
  const { store } = useRunhueContext();
  const messages = useMessages();
  const theme = useTheme();
  const open = useRunhueStore((state) => state.view.drawerOpen);
  return (
    <button
      type="button"
      className={`runhue runhue-button runhue-settings-button ${className ?? ''}`}
      data-theme={theme}
      aria-expanded={open}
      aria-haspopup="dialog"
      onClick={() => changeView(store, { drawerOpen: !open })}
    >
      <GearIcon />
      <span>{messages.openSettings}</span>
    </button>
  );
}
