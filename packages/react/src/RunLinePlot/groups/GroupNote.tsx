import type { JSX } from 'react';
import { useMessages } from '../../hooks/useMessages.js';
import type { Groupable } from './useGroupedLines.js';

/** Says why runs that should be grouped are not. */
export function GroupNote({ reason }: { readonly reason: Exclude<Groupable, 'yes'> }): JSX.Element {
  const messages = useMessages();
  return <p className="runhue-plot-note">{reason === 'source' ? messages.plotNoGroupsOfSource : messages.plotNoGroups}</p>;
}
