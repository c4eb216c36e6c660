import type { JSX } from 'react';
import { useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';
import { SourceTrouble } from './SourceTrouble.js';
import { useSlow } from './useSlow.js';
import type { SourceStatus } from './useSourceStatus.js';

/** What the source is being asked, and what it could not tell: a quiet bar, then words only when a person should know. */
export function SourceNotes({ status }: { readonly status: SourceStatus }): JSX.Element {
  const messages = useMessages();
  const { source, loading, problems, hasColumn, sampled, retry } = status;
  const slow = useSlow(loading !== null);
  return (
    <>
      <div className="runhue-source-progress">{loading !== null && <div className="runhue-source-bar" aria-hidden="true" />}</div>
      <p role="status" className={slow ? 'runhue-source-note' : 'runhue-visually-hidden'}>
        {loading !== null && fill(slow ? messages.sourceSlow : messages.sourceWaiting, { what: loading, source })}
        {slow && (
          <button type="button" className="runhue-link" onClick={retry}>
            {messages.sourceRetry}
          </button>
        )}
      </p>
      {problems.map(({ id, what, error, retry: again }) => (
        <div key={id} className="runhue-source-note" role="alert">
          <SourceTrouble error={error} source={source} what={what} onRetry={again} />
          {hasColumn && <p className="runhue-muted">{messages.sourceStillShown}</p>}
        </div>
      ))}
      {sampled && <p className="runhue-hint">{fill(messages.sourceColumnSampled, { source })}</p>}
    </>
  );
}
