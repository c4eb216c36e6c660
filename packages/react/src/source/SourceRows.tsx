import type { JSX } from 'react';
import { useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';

interface SourceRowsProps {
  readonly count: number;
  /** What is on its way, in words. */
  readonly what: string;
  readonly source: string;
}

/** Where rows will be. */
export function SourceRows({ count, what, source }: SourceRowsProps): JSX.Element {
  const messages = useMessages();
  return (
    <div className="runhue-source-rows">
      {Array.from({ length: count }, (_, i) => (
        <span key={i} aria-hidden="true" />
      ))}
      <p role="status" className="runhue-visually-hidden">
        {fill(messages.sourceWaiting, { what, source })}
      </p>
    </div>
  );
}
