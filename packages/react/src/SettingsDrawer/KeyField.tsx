import type { JSX } from 'react';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useMessages } from '../hooks/useMessages.js';
import { KeyCombobox } from './KeyCombobox.js';

/** The Key that colours go by. */
export function KeyField(): JSX.Element {
  const messages = useMessages();
  const { settings, key, setKey } = useColorSettings();
  return <KeyCombobox label={messages.key} chooseLabel={messages.chooseKey} value={settings.key ?? key} onChange={(next) => next !== null && setKey(next)} />;
}
