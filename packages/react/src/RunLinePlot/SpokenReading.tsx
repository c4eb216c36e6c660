import type { JSX } from 'react';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useRunText } from '../hooks/useRunText.js';
import { fill } from '../messages/fill.js';
import { groupReadingText } from './groups/group-text.js';
import { signed } from './plot-baseline.js';
import type { Reading } from './plot-reading.js';
import type { PlotWords } from './PlotTooltip.js';

interface SpokenReadingProps {
  readonly reading: Reading;
  readonly words: PlotWords;
  /** How far it is from the baseline; null without one. */
  readonly difference: number | null;
  readonly pinned: boolean;
}

/** What the keys read, as a sentence: run, values, bucket, difference from the baseline. */
export function SpokenReading({ reading: { line, point, x, y }, words, difference, pinned }: SpokenReadingProps): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const { title, value, bucket } = useRunText()(line.runId);
  const { metric, xName, formatX, formatY } = words;
  const place = fill(messages.plotReading, { run: line.name, metric, xName, y: formatY(y), x: formatX(x) });
  const key = line.group
    ? `. ${groupReadingText(line.group, point, formatY, messages, locale)}`
    : bucket === ''
      ? ''
      : `. ${fill(messages.plotReadingKey, { title, value, bucket })}`;
  const against = difference === null ? '' : `. ${messages.plotDifference} ${signed(difference, formatY)}`;
  return <>{`${place}${key}${against}${pinned ? `. ${messages.plotPinned}` : ''}`}</>;
}
