import type { Fidelity } from '@runhue/core';
import type { JSX } from 'react';
import { useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';
import type { Messages } from '../messages/messages.js';
import { useSlow } from './useSlow.js';
import type { SourcePlot } from './useSourcePlot.js';

interface SourcePlotNotesProps {
  readonly plot: SourcePlot;
  readonly metric: string;
  /** Whether lines are smoothed. */
  readonly smoothed: boolean;
}

/** How true a plot's lines are where they are not exact, and what could not be read while an older picture stays. */
export function SourcePlotNotes({ plot: { status }, metric, smoothed }: SourcePlotNotesProps): JSX.Element | null {
  const messages = useMessages();
  const { source, loading, error, hasPicture, fidelity, partial, retry } = status;
  const slow = useSlow(loading);
  if (!hasPicture) return null;
  const note = noteFor(fidelity, messages);
  const again = (
    <button type="button" className="runhue-link" onClick={retry}>
      {messages.sourceRetry}
    </button>
  );
  return (
    <>
      {error && (
        <p className="runhue-plot-note" role="alert" data-tone="warning">
          {fill(messages.sourceFailed, { what: metric, source, reason: error.message })} {messages.sourceStillShown} {error.canRetry && again}
        </p>
      )}
      {slow && (
        <p className="runhue-plot-note" role="status">
          {fill(messages.sourceSlow, { what: metric, source })} {again}
        </p>
      )}
      {note && (
        <p className="runhue-plot-note" data-tone={fidelity === 'sampled' ? 'warning' : undefined}>
          {fill(note, { source })}
          {smoothed && ` · ${messages.sourceSmoothing}`}
        </p>
      )}
      {!note && smoothed && partial && <p className="runhue-plot-note">{messages.sourceSmoothing}</p>}
    </>
  );
}

function noteFor(fidelity: Fidelity, messages: Messages): string | null {
  return { exact: null, m4: messages.sourceReduced, 'min-max': messages.sourceMinMax, sampled: messages.sourceSampled }[fidelity];
}
