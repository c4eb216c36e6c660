import type { RunSourceError } from '@runhue/core';
import type { JSX } from 'react';
import { useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';

interface SourceTroubleProps {
  readonly error: RunSourceError;
  readonly source: string;
  /** What was asked for, in words. */
  readonly what: string;
  readonly onRetry: () => void;
}

/** What a source could not tell and why, with the way to ask again where that may help. */
export function SourceTrouble({ error, source, what, onRetry }: SourceTroubleProps): JSX.Element {
  const messages = useMessages();
  return (
    <>
      <p className="runhue-source-trouble">{fill(messages.sourceFailed, { what, source, reason: error.message })}</p>
      {error.canRetry && (
        <button type="button" className="runhue-button" onClick={onRetry}>
          {messages.sourceRetry}
        </button>
      )}
    </>
  );
}
