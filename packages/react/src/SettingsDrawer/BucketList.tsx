import { useEffect, useState, type JSX } from 'react';
import { useBuckets } from '../hooks/useBuckets.js';
import { useLatest } from '../hooks/useEqual.js';
import { useKeySettings } from '../hooks/useKeySettings.js';
import { useLegend } from '../hooks/useLegend.js';
import { useMessages } from '../hooks/useMessages.js';
import { BucketRow } from './BucketRow.js';
import { OrderedRows } from './OrderedRows.js';
import { OrderedSwitch } from './OrderedSwitch.js';

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
  const toggle = (id: string): void => setOpen(open === id ? null : id);
  return (
    <section className="runhue-section" aria-label={messages.ranges}>
      {kind === 'category' && <OrderedSwitch />}
      {kind === 'category' && own.ordered ? (
        <OrderedRows open={open} onToggle={toggle} />
      ) : (
        <ol className="runhue-bucket-list">
          {items.map((item) => (
            <BucketRow key={item.id} item={item} dashed={dashed} open={open === item.id} onToggle={() => toggle(item.id)} onHighlight={highlight} />
          ))}
        </ol>
      )}
      <BucketReset />
    </section>
  );
}

/** Says what was set by hand, and takes it back. */
function BucketReset(): JSX.Element | null {
  const messages = useMessages();
  const { own, change } = useKeySettings();
  const isCustom = own.method === 'custom';
  if (!isCustom && Object.keys(own.bucketOverrides ?? {}).length === 0) return null;
  return (
    <p className="runhue-hint">
      {isCustom ? messages.customEdges : messages.ownBuckets}{' '}
      <button
        type="button"
        className="runhue-link"
        onClick={() => change({ ...(isCustom && { method: undefined, edges: undefined }), bucketOverrides: undefined })}
      >
        {messages.resetBuckets}
      </button>
    </p>
  );
}
