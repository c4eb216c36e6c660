import { useEffect, type JSX } from 'react';
import { useLatest } from '../hooks/useEqual.js';
import { useLegend } from '../hooks/useLegend.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { Swatch } from '../BucketLegend/Swatch.js';
import { count } from '../messages/count.js';

/** The ranges with their colours and run counts, counted from 1 as people do. */
export function BucketList(): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const { items, dashed, highlight } = useLegend();
  const endHighlight = useLatest(() => highlight(null));
  useEffect(() => () => endHighlight.current(), [endHighlight]);
  return (
    <section className="runhue-section" aria-label={messages.ranges}>
      <ol className="runhue-bucket-list">
        {items.map((item) => (
          <li key={item.id} onPointerEnter={() => highlight(item.id)} onPointerLeave={() => highlight(null)}>
            <span className="runhue-bucket-number" aria-hidden="true">
              {item.bucket.kind === 'missing' || item.bucket.kind === 'nonFinite' ? '' : item.bucket.index + 1}
            </span>
            <Swatch style={item.style} line={dashed} />
            <span className="runhue-bucket-label">{item.label}</span>
            <span className="runhue-count">
              <span aria-hidden="true">{item.count.toLocaleString(locale)}</span>
              <span className="runhue-visually-hidden">
                {count(messages.runsInBucketOne, messages.runsInBucket, item.count, locale)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
