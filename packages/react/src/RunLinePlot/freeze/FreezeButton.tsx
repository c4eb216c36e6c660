import type { JSX } from 'react';
import { useLocale, useMessages } from '../../hooks/useMessages.js';
import { PauseIcon, PlayIcon } from '../../icons.js';
import { count } from '../../messages/count.js';
import { fill } from '../../messages/fill.js';
import type { Messages } from '../../messages/messages.js';
import type { Freeze, Waiting } from './useFreeze.js';

/** Makes a plot stand still; while it does, says what waits and lets it go on. */
export function FreezeButton({ waiting, toggle }: Pick<Freeze, 'waiting' | 'toggle'>): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const text = waiting && waitingText(waiting, messages, locale);
  const name = text === null ? messages.plotPause : fill(messages.plotResume, { paused: text });
  return (
    <button type="button" className={`runhue-plot-action ${text === null ? '' : 'runhue-plot-resume'}`} data-on={text === null ? undefined : ''} aria-label={name} title={name} onClick={toggle}>
      {text === null ? <PauseIcon /> : <PlayIcon />}
      {text !== null && <span>{text}</span>}
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
