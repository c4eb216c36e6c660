import type { JSX } from 'react';
import { useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';
import { SourceTrouble } from './SourceTrouble.js';
import { useKeyName } from './useKeyName.js';
import { useSlow } from './useSlow.js';
import type { SourcePlot } from './useSourcePlot.js';

interface SourcePlotStateProps {
  readonly plot: SourcePlot;
  readonly metric: string;
}

/** A plot of a source that has no picture yet, or a newer one on its way: lines to come, why there are none, or a quiet bar. */
export function SourcePlotState({ plot: { status, isOpen }, metric }: SourcePlotStateProps): JSX.Element | null {
  const messages = useMessages();
  const nameOf = useKeyName();
  const { source, loading, error, hasPicture, retry, keyId } = status;
  const slow = useSlow(loading);
  const what = keyId === null ? metric : nameOf(keyId);
  if (hasPicture) return loading ? <div className="runhue-source-bar" data-over="plot" aria-hidden="true" /> : null;
  if (error) {
    return (
      <div className="runhue-plot-empty" role="alert">
        <div className="runhue-source-over">
          <SourceTrouble error={error} source={source} what={what} onRetry={retry} />
        </div>
      </div>
    );
  }
  if (!loading && !isOpen) return null;
  return (
    <div className="runhue-source-skeleton">
      <SkeletonLines />
      <p role="status" className={slow ? 'runhue-source-slow' : 'runhue-visually-hidden'}>
        {fill(slow ? messages.sourceSlow : messages.sourceWaiting, { what, source })}{' '}
        {slow && (
          <button type="button" className="runhue-link" onClick={retry}>
            {messages.sourceRetry}
          </button>
        )}
      </p>
    </div>
  );
}

/** Where lines will be: the shape of a plot in the grid's grey. */
function SkeletonLines(): JSX.Element {
  const shapes = ['M0 84 C20 40 40 34 100 30', 'M0 90 C24 62 44 52 100 47', 'M0 94 C26 80 50 70 100 66'];
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      {shapes.map((shape) => (
        <path key={shape} d={shape} fill="none" vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  );
}
