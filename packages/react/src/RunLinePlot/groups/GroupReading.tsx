import type { JSX } from 'react';
import { useLocale, useMessages } from '../../hooks/useMessages.js';
import type { PlotWords } from '../PlotTooltip.js';
import { bandAt, bandText } from './group-text.js';
import type { LineGroup } from './line-group.js';

interface GroupReadingProps {
  readonly group: LineGroup;
  /** Index into the group's x. */
  readonly point: number;
  readonly words: PlotWords;
}

/** The band at the x that is read, and how many runs have a value there; for a `dl`. */
export function GroupReading({ group, point, words }: GroupReadingProps): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const { by, counts } = group;
  return (
    <>
      {by.band !== 'none' && (
        <>
          <dt>{bandText(by.band, messages)}</dt>
          <dd>{bandAt(group, point, words.formatY)}</dd>
        </>
      )}
      <dt>{messages.plotGroupRuns}</dt>
      <dd>{(counts[point] ?? 0).toLocaleString(locale)}</dd>
    </>
  );
}
