import type { JSX } from 'react';
import { useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';
import { SourceTrouble } from '../source/SourceTrouble.js';
import { useSlow } from '../source/useSlow.js';
import type { SourceStatus } from '../source/useSourceStatus.js';

/** A workspace whose source has not told enough yet: what it is asked, or why it cannot tell and how to ask again. */
export function WaitingWorkspace({ status }: { readonly status: SourceStatus }): JSX.Element {
  const messages = useMessages();
  const { source, loading, problems, retry } = status;
  const slow = useSlow(loading !== null);
  const [problem] = problems;
  if (problem && loading === null) {
    return (
      <div className="runhue-empty" role="alert">
        <SourceTrouble error={problem.error} source={source} what={problem.what} onRetry={retry} />
      </div>
    );
  }
  return (
    <div className="runhue-empty" role="status">
      <span className="runhue-progress" aria-hidden="true" />
      {fill(slow ? messages.sourceSlow : messages.sourceWaiting, { what: loading ?? messages.sourceKeys, source })}
      {slow && (
        <button type="button" className="runhue-button" onClick={retry}>
          {messages.sourceRetry}
        </button>
      )}
    </div>
  );
}
