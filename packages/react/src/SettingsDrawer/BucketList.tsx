import { useEffect, useState, type JSX } from 'react';
import { useBuckets } from '../hooks/useBuckets.js';
import { useLatest } from '../hooks/useEqual.js';
import { useKeySettings } from '../hooks/useKeySettings.js';
import { useLegend } from '../hooks/useLegend.js';
import { useMessages } from '../hooks/useMessages.js';
import { BucketRow } from './BucketRow.js';
import { OrderedRows } from './OrderedRows.js';
import { OrderedSwitch } from './OrderedSwitch.js';
import { RampRow } from './RampRow.js';

/** The ranges with their colours and run counts, counted from 1 as people do; each can be unfolded and edited. */
export function BucketList(): JSX.Element {
  const messages = useMessages();
  const { kind } = useBuckets();
  const { own } = useKeySettings();
  const { items, dashed, highlight } = useLegend();
  const latestHighlight = useLatest(highlight);
  // A list that goes away under the pointer gets no pointerleave.
  useEffect(() => () => latestHighlight.current(null), [latestHighlight]);
  const [open, setOpen] = useState<string | null>(null);
  // A continuous Key has one range, whose single colour would say nothing.
  const listed = kind === 'continuous' ? items.filter(({ bucket }) => bucket.kind !== 'range') : items;
  const toggle = (id: string): void => setOpen(open === id ? null : id);
  return (
    <section className="runhue-section" aria-label={messages.ranges}>
      {kind === 'category' && <OrderedSwitch />}
      {kind === 'continuous' && <RampRow />}
      {kind === 'category' && own.ordered ? (
        <OrderedRows open={open} onToggle={toggle} />
      ) : (
        <ol className="runhue-bucket-list">
          {listed.map((item) => (
            <BucketRow key={item.id} item={item} dashed={dashed} open={open === item.id} onToggle={() => toggle(item.id)} onHighlight={highlight} />
          ))}
        </ol>
      )}
      <BucketReset />
    </section>
  );
}

/** Says, and announces, what was set by hand, and takes it back. */
function BucketReset(): JSX.Element {
  const messages = useMessages();
  const { own, change } = useKeySettings();
  const isCustom = own.method === 'custom';
  const isChanged = isCustom || Object.keys(own.bucketOverrides ?? {}).length > 0;
  const reset = (): void => change({ ...(isCustom && { method: undefined, edges: undefined }), bucketOverrides: undefined });
  return (
    <p className="runhue-hint" role="status">
      {isChanged && (
        <>
          {isCustom ? messages.customEdges : messages.ownBuckets}{' '}
          <button type="button" className="runhue-link" onClick={reset}>
            {messages.resetBuckets}
          </button>
        </>
      )}
    </p>
  );
}
