import type { JSX } from 'react';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useMessages } from '../hooks/useMessages.js';

/** Undo, redo, reset. They stay focusable when there is nothing to do, so that focus is never lost. */
export function SettingsFooter(): JSX.Element {
  const messages = useMessages();
  const { canUndo, canRedo, undo, redo, reset } = useColorSettings();
  return (
    <div className="runhue-drawer-footer">
      <button type="button" className="runhue-button" aria-disabled={!canUndo} onClick={undo}>
        {messages.undo}
      </button>
      <button type="button" className="runhue-button" aria-disabled={!canRedo} onClick={redo}>
        {messages.redo}
      </button>
      <button type="button" className="runhue-button runhue-push" onClick={reset}>
        {messages.reset}
      </button>
    </div>
  );
}
