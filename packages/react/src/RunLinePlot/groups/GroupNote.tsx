import type { JSX } from 'react';
import { useMessages } from '../../hooks/useMessages.js';

/** Says why runs that should be grouped are not. */
export function GroupNote(): JSX.Element {
  return <p className="runhue-plot-note">{useMessages().plotNoGroups}</p>;
}
