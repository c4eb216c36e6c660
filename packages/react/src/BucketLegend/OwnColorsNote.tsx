import type { JSX } from 'react';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import type { OwnColors } from '../hooks/useOwnColors.js';
import { count } from '../messages/count.js';
import { OwnColorMarks } from './OwnColorMarks.js';

/** Says that some runs have a colour of their own, which the items do not explain, and takes those back. */
export function OwnColorsNote({ ownColors: { runs, clear } }: { readonly ownColors: OwnColors }): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  return (
    <p className="runhue-legend-note">
      <OwnColorMarks runs={runs} /> {count(messages.ownColorsOne, messages.ownColors, runs.length, locale)}{' '}
      <button type="button" className="runhue-link" onClick={clear}>
        {messages.ownColorsReset}
      </button>
    </p>
  );
}
