import type { JSX } from 'react';
import { useColorBar } from '../hooks/useColorBar.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { count } from '../messages/count.js';

/** The ramp of a continuous Key between its ends, in place of the buckets. */
export function RampRow(): JSX.Element | null {
  const messages = useMessages();
  const locale = useLocale();
  const bar = useColorBar();
  if (bar === null) return null;
  return (
    <div className="runhue-ramp-row">
      <svg className="runhue-strip" viewBox={`0 0 ${bar.ramp.length} 1`} preserveAspectRatio="none" aria-hidden="true">
        {bar.ramp.map((color, i) => (
          <rect key={i} x={i} width="1.5" height="1" fill={color} />
        ))}
      </svg>
      <span>{bar.format(bar.domain[0])}</span>
      <span className="runhue-count">{count(messages.runCountOne, messages.runCount, bar.count, locale)}</span>
      <span>{bar.format(bar.domain[1])}</span>
    </div>
  );
}
