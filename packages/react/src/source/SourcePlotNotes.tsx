import type { KeyId } from '@runhue/core';
import type { JSX } from 'react';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useVisibleRuns } from '../hooks/useVisibleRuns.js';
import { fill } from '../messages/fill.js';
import type { Messages } from '../messages/messages.js';
import type { PlotLine } from '../RunLinePlot/plot-line.js';
import type { Ranking } from './pick-runs.js';
import { useKeyName } from './useKeyName.js';
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
export function SourcePlotNotes({ plot: { status, runCount, picked, ranking }, lines, metric, smoothed, dense }: SourcePlotNotesProps): JSX.Element | null {
  const messages = useMessages();
  const locale = useLocale();
  const { isVisible } = useVisibleRuns();
  const nameOf = useKeyName();
  const { source, loading, error, hasPicture, fidelity, extentFidelity, partial, retry, keyId } = status;
  const slow = useSlow(loading);
  if (!hasPicture) return null;
  const what = keyId === null ? metric : nameOf(keyId);
  const shown = lines.filter(({ runId }) => isVisible(runId) && (!ranking || picked.has(runId))).length;
  const quiet = [
    shown < runCount ? fill(countText(ranking, messages), { shown, total: runCount, key: ranking ? rankName(ranking, nameOf, messages) : '' }, locale) : null,
    dense ? messages.sourceDensity : null,
    fidelity === 'm4' ? fill(messages.sourceReduced, { source }) : null,
    fidelity === 'min-max' ? fill(messages.sourceMinMax, { source }) : null,
    smoothed && (fidelity !== 'exact' || partial) ? messages.sourceSmoothing : null,
  ].filter((part) => part !== null);
  // The ends of a part that was zoomed into are the reader's own.
  const samples = [fidelity === 'sampled' ? messages.sourceSampled : '', extentFidelity === 'sampled' && !partial ? messages.sourceExtentSampled : ''].filter(Boolean);
  const facts = quiet.join(' · ');
  const again = (
    <button type="button" className="runhue-link" onClick={retry}>
      {messages.sourceRetry}
    </button>
  );
  return (
    <>
      {error && (
        <p className="runhue-plot-note" role="alert" data-tone="warning">
          {fill(messages.sourceFailed, { what, source, reason: error.message })} {messages.sourceStillShown} {error.canRetry && again}
        </p>
      )}
      {slow && (
        <p className="runhue-plot-note" role="status">
          {fill(messages.sourceSlow, { what, source })} {again}
        </p>
      )}
      {quiet.length > 0 && (
        <p className="runhue-plot-note runhue-source-facts" title={facts}>
          {facts}
        </p>
      )}
      {samples.length > 0 && (
        <p className="runhue-plot-note" data-tone="warning">
          {fill(samples.join(' '), { source })}
        </p>
      )}
    </>
  );
}

function countText(ranking: Ranking | null, messages: Messages): string {
  if (!ranking) return messages.plotSomeRuns;
  return ranking.take === 'highest' ? messages.sourceHighest : messages.sourceLowest;
}

/** A Key with the Y value that runs are ranked by, where it has one. */
function rankName({ column: { keyId, yValue } }: Ranking, nameOf: (keyId: KeyId) => string, messages: Messages): string {
  if (!keyId.startsWith('metric:')) return nameOf(keyId);
  const template = { latest: messages.sourceKeyLatest, max: messages.sourceKeyMax, min: messages.sourceKeyMin }[yValue];
  return fill(template, { key: nameOf(keyId) });
}
