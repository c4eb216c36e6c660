import type { JSX } from 'react';
import { useLocale, useMessages } from '../../hooks/useMessages.js';
import { PauseIcon, PlayIcon } from '../../icons.js';
import { count } from '../../messages/count.js';
import type { Messages } from '../../messages/messages.js';
import type { Freeze, Waiting } from './useFreeze.js';

/** Makes a plot stand still; while it does, says what waits and lets it go on. */
export function FreezeButton({ waiting, toggle }: Pick<Freeze, 'waiting' | 'toggle'>): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const text = waiting && waitingText(waiting, messages, locale);
  const isPaused = text !== null;
  return (
    <button
      type="button"
      className={`runhue-plot-action ${isPaused ? 'runhue-plot-resume' : ''}`}
      data-on={isPaused ? '' : undefined}
      aria-label={isPaused ? undefined : messages.plotPause}
      title={isPaused ? messages.plotResume : messages.plotPause}
      onClick={toggle}
    >
      {isPaused ? <PlayIcon /> : <PauseIcon />}
      {isPaused && <span className="runhue-visually-hidden">{messages.plotResume}: </span>}
      {isPaused && <span>{text}</span>}
    </button>
  );
}

/** "paused · 320 new points · 1 new run". */
function waitingText({ points, runs }: Waiting, messages: Messages, locale: string): string {
  return [
    messages.plotPaused,
    ...(points > 0 ? [count(messages.plotNewPointsOne, messages.plotNewPoints, points, locale)] : []),
    ...(runs > 0 ? [count(messages.plotNewRunsOne, messages.plotNewRuns, runs, locale)] : []),
  ].join(' · ');
}
