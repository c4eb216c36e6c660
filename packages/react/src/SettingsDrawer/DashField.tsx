import type { JSX } from 'react';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useMessages } from '../hooks/useMessages.js';
import { KeyCombobox } from './KeyCombobox.js';

/** A second Key, shown as dash pattern beside the colours of the first. */
export function DashField(): JSX.Element {
  const messages = useMessages();
  const { settings, setDashKey } = useColorSettings();
  return (
    <KeyCombobox
      label={messages.dashBy}
      chooseLabel={messages.dashChoose}
      noneLabel={messages.dashNone}
      hint={messages.dashHint}
      value={settings.dashKey}
      onChange={setDashKey}
    />
  );
}
