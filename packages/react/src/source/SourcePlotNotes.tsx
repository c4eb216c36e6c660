import type { Fidelity } from '@runhue/core';
import type { JSX } from 'react';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useVisibleRuns } from '../hooks/useVisibleRuns.js';
import { fill } from '../messages/fill.js';
import type { Messages } from '../messages/messages.js';
import type { PlotLine } from '../RunLinePlot/plot-line.js';
import { useSlow } from './useSlow.js';
import type { SourcePlot } from './useSourcePlot.js';

interface SourcePlotNotesProps {
  readonly plot: SourcePlot;
  /** The runs' lines. */
  readonly lines: readonly PlotLine[];
  readonly metric: string;
  /** Whether lines are smoothed. */
  readonly smoothed: boolean;
  /** Whether all runs lie behind. */
  readonly dense: boolean;
}

/** How many runs of a source are drawn and how true their lines are, and what could not be read while an older picture stays. */
export function SourcePlotNotes({ plot: { status, runCount }, lines, metric, smoothed, dense }: SourcePlotNotesProps): JSX.Element | null {
  const messages = useMessages();
  const locale = useLocale();
  const { isVisible } = useVisibleRuns();
  const { source, loading, error, hasPicture, fidelity, partial, retry } = status;
  const slow = useSlow(loading);
  if (!hasPicture) return null;
  const shown = lines.filter(({ runId }) => isVisible(runId)).length;
  const quiet = [
    shown < runCount ? fill(messages.plotSomeRuns, { shown, total: runCount }, locale) : null,
    dense ? messages.sourceDensity : null,
    fidelity === 'sampled' ? null : noteFor(fidelity, messages),
    smoothed && (fidelity !== 'exact' || partial) ? messages.sourceSmoothing : null,
  ].filter((part) => part !== null);
  const facts = fill(quiet.join(' · '), { source });
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
      {quiet.length > 0 && (
        <p className="runhue-plot-note runhue-source-facts" title={facts}>
          {facts}
        </p>
      )}
      {fidelity === 'sampled' && (
        <p className="runhue-plot-note" data-tone="warning">
          {fill(messages.sourceSampled, { source })}
        </p>
      )}
    </>
  );
}

function noteFor(fidelity: Fidelity, messages: Messages): string | null {
  return { exact: null, m4: messages.sourceReduced, 'min-max': messages.sourceMinMax, sampled: messages.sourceSampled }[fidelity];
}
