import { useId, useState, type JSX } from 'react';
import { useBuckets } from '../hooks/useBuckets.js';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { MinusIcon, PlusIcon } from '../icons.js';
import { fill } from '../messages/fill.js';

const [fewest, most] = [2, 8];

/** How many buckets, 2 to 8: typed, stepped by arrow keys or buttons; Home and End go to the ends. */
export function BucketCountField(): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const { settings, setBucketCount } = useColorSettings();
  const { kind } = useBuckets();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const count = settings.bucketCount;
  const unused = kind === 'category';

  const step = (by: number): void => {
    setTyped(null);
    setBucketCount(Math.min(most, Math.max(fewest, count + by)));
  };
  return (
    <section className="runhue-section">
      <div className="runhue-label-row">
        <label className="runhue-label" htmlFor={id}>
          {messages.buckets}
        </label>
        <span className="runhue-muted">
          {fewest}–{most}
        </span>
      </div>
      <div className="runhue-stepper">
        <button
          type="button"
          aria-label={messages.fewerBuckets}
          aria-disabled={unused || count <= fewest}
          onClick={() => !unused && step(-1)}
        >
          <MinusIcon />
        </button>
        <input
          id={id}
          role="spinbutton"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          aria-valuemin={fewest}
          aria-valuemax={most}
          aria-valuenow={count}
          aria-valuetext={fill(messages.bucketCountText, { count }, locale)}
          aria-describedby={unused ? `${id}-reason` : undefined}
          disabled={unused}
          value={typed ?? String(count)}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            if (/^[2-8]$/.test(text.trim())) setBucketCount(Number(text));
          }}
          onBlur={() => {
            if (typed !== null && typed.trim() !== '') setBucketCount(Number(typed));
            setTyped(null);
          }}
          onKeyDown={(event) => {
            const act = { ArrowUp: () => step(1), ArrowDown: () => step(-1), Home: () => step(fewest - count), End: () => step(most - count) }[event.key];
            if (act) {
              event.preventDefault();
              act();
            } else if (event.key === 'Enter') event.currentTarget.blur();
          }}
        />
        <button
          type="button"
          aria-label={messages.moreBuckets}
          aria-disabled={unused || count >= most}
          onClick={() => !unused && step(1)}
        >
          <PlusIcon />
        </button>
      </div>
      {unused && (
        <p className="runhue-hint" id={`${id}-reason`}>
          {messages.bucketCountUnused}
        </p>
      )}
    </section>
  );
}
