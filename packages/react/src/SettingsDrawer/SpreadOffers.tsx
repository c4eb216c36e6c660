import type { SpreadSuggestion } from '@runhue/core';
import type { JSX } from 'react';
import { useBuckets } from '../hooks/useBuckets.js';
import { useKeySettings } from '../hooks/useKeySettings.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';
import { printEnds } from './print-end.js';

/** What spreads the runs, each one press. */
export function SpreadOffers({ suggestions }: { readonly suggestions: readonly Pick<SpreadSuggestion, 'offer' | 'patch'>[] }): JSX.Element | null {
  const { change } = useKeySettings();
  const offerText = useOfferText();
  if (suggestions.length === 0) return null;
  return (
    <span className="runhue-offers">
      {suggestions.map(({ offer, patch }) => (
        <button key={offer} type="button" className="runhue-button" onClick={() => change(patch)}>
          {offerText({ offer, patch })}
        </button>
      ))}
    </span>
  );
}

function useOfferText(): (suggestion: Pick<SpreadSuggestion, 'offer' | 'patch'>) => string {
  const messages = useMessages();
  const locale = useLocale();
  const bucketing = useBuckets();
  return ({ offer, patch }) => {
    if (offer === 'log') return messages.offerLog;
    if (offer === 'quantile') return messages.offerQuantile;
    const [lower = null, upper = null] = patch.domain ?? [];
    const printed = printEnds([lower, upper].filter((end) => end !== null), bucketing, locale);
    const ends = { lower: lower === null ? messages.legendMin : printed[0], upper: upper === null ? messages.legendMax : printed.at(-1) };
    return fill(messages.offerDomain, { lower: ends.lower ?? '', upper: ends.upper ?? '' });
  };
}
