import type { JSX } from 'react';
import { useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';

/** Where rows will be. */
export function SourceRows({ count }: { readonly count: number }): JSX.Element {
  return (
    <div className="runhue-source-rows" aria-hidden="true">
      {Array.from({ length: count }, (_, i) => (
        <span key={i} />
      ))}
    </div>
  );
}

/** Says what is on its way from a source to those who do not see its place. */
export function SourceWaits({ what, source }: { readonly what: string; readonly source: string }): JSX.Element {
  const messages = useMessages();
  return (
    <p role="status" className="runhue-visually-hidden">
      {fill(messages.sourceWaiting, { what, source })}
    </p>
  );
}
