import { useId, useState, type JSX } from 'react';
import { bucketCountRange } from '@runhue/core';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { MinusIcon, PlusIcon } from '../icons.js';
import { fill } from '../messages/fill.js';
import { BucketHistogram } from './BucketHistogram.js';
import { useBucketCount } from './useBucketCount.js';

const [fewest, most] = bucketCountRange;

/**
 * How many buckets, 2 to 8: typed, stepped by arrow keys or buttons; Home and End go to the ends. A typed number is rounded and clipped when
 * the field is left; what is no number is refused.
 */
export function BucketCountField(): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const { count, unused, setCount: setBucketCount } = useBucketCount();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const known = typed === null || isCount(typed);

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
      <div className="runhue-bucket-count">
        <div className="runhue-stepper">
          <button
            type="button"
            aria-label={messages.fewerBuckets}
            aria-disabled={unused !== null || count <= fewest}
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
            aria-invalid={known ? undefined : true}
            aria-describedby={unused || !known ? `${id}-reason` : undefined}
            disabled={unused !== null}
            value={typed ?? String(count)}
            onChange={(event) => {
              const text = event.currentTarget.value;
              setTyped(text);
              if (isCount(text)) setBucketCount(Number(text));
            }}
            onFocus={(event) => event.currentTarget.select()}
            onClick={(event) => event.currentTarget.select()}
            onBlur={() => {
              if (typed !== null && isNumber(typed)) setBucketCount(Number(typed));
              setTyped(null);
            }}
            onKeyDown={(event) => {
              const act = { ArrowUp: () => step(1), ArrowDown: () => step(-1), Home: () => step(fewest - count), End: () => step(most - count) }[event.key];
              if (act) {
                event.preventDefault();
                act();
              } else if (event.key === 'Enter' && typed !== null) {
                if (isNumber(typed)) setBucketCount(Number(typed));
                setTyped(null);
              }
            }}
          />
          <button
            type="button"
            aria-label={messages.moreBuckets}
            aria-disabled={unused !== null || count >= most}
            onClick={() => !unused && step(1)}
          >
            <PlusIcon />
          </button>
        </div>
        <BucketHistogram />
      </div>
      {(unused || !known) && (
        <p className="runhue-hint" id={`${id}-reason`}>
          {unused ? messages[unused] : fill(messages.bucketCountRefused, { fewest, most }, locale)}
        </p>
      )}
    </section>
  );
}

function isNumber(text: string): boolean {
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(text);
}

function isCount(text: string): boolean {
  return isNumber(text) && Number.isInteger(Number(text)) && Number(text) >= fewest && Number(text) <= most;
}
