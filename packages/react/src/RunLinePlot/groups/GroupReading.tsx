import { Fragment, type JSX } from 'react';
import { useMessages } from '../../hooks/useMessages.js';
import type { PlotWords } from '../PlotTooltip.js';
import { groupRows } from './group-text.js';
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
  return (
    <>
      {groupRows(group, point, words.formatY, messages).map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </>
  );
}
