import { useState, type JSX } from 'react';
import { useMessages } from '../hooks/useMessages.js';
import { ForwardIcon } from '../icons.js';
import { useRunhueContext } from '../RunhueContext.js';
import { DomainField } from './DomainField.js';
import { MethodField } from './MethodField.js';
import { PresetList } from './PresetList.js';
import { SettingsJson } from './SettingsJson.js';
import { SuggestKeys } from './SuggestKeys.js';

/** What is needed now and then, folded; nothing of it is computed before it is opened. */
export function MoreSettings(): JSX.Element {
  const messages = useMessages();
  const { session } = useRunhueContext();
  const [open, setOpen] = useState(false);
  return (
    <details className="runhue-more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <ForwardIcon />
        {messages.more}
      </summary>
      {open && (
        <>
          <MethodField />
          <DomainField />
          {!session && <SuggestKeys />}
          <PresetList />
          <SettingsJson />
        </>
      )}
    </details>
  );
}
