import { checkEdge, withEdge, withMerge, withSplit, type BucketOverride, type LegendItem } from '@runhue/core';
import { useId, useRef, type JSX } from 'react';
import { useBuckets } from '../hooks/useBuckets.js';
import { useKeySettings } from '../hooks/useKeySettings.js';
import { useMessages } from '../hooks/useMessages.js';
import { CheckedField } from './CheckedField.js';
import { newGesture } from './gesture.js';
import { endText } from './print-end.js';
import { refusalText } from './refusal-text.js';

/** What can be changed about one bucket: name, colour, its edges, splitting it and merging it with the next. */
export function BucketEditor({ item }: { readonly item: LegendItem }): JSX.Element {
  const messages = useMessages();
  const bucketing = useBuckets();
  const { own, change } = useKeySettings();
  const id = useId();
  const colorGesture = useRef('');
  const { index, kind } = item.bucket;
  const override = own.bucketOverrides?.[item.id];
  const hasEdges = bucketing.kind === 'numeric' && (kind === 'range' || kind === 'value');
  const split = hasEdges ? withSplit(bucketing, own, index) : null;

  const setOverride = (patch: BucketOverride, gesture?: string): void =>
    change({ bucketOverrides: { ...own.bucketOverrides, [item.id]: { ...override, ...patch } } }, gesture);
  const reset = (): void => {
    const others = Object.entries(own.bucketOverrides ?? {}).filter(([other]) => other !== item.id);
    change({ bucketOverrides: others.length > 0 ? Object.fromEntries(others) : undefined });
  };
  const edgeField = (edgeIndex: number, label: string, open: string): JSX.Element => {
    const edge = bucketing.edges[edgeIndex];
    if (edge === undefined) {
      return (
        <div className="runhue-checked-field">
          <span>{label}</span>
          <span className="runhue-open-end">{open}</span>
        </div>
      );
    }
    return (
      <CheckedField
        label={label}
        text={endText(edge, bucketing)}
        check={(text) => refusalText(checkEdge(bucketing, edgeIndex, text), bucketing, messages)}
        onCommit={(text) => {
          const read = checkEdge(bucketing, edgeIndex, text);
          if (read.refusal === null) change(withEdge(bucketing, edgeIndex, read.edge));
        }}
      />
    );
  };
  return (
    <div className="runhue-bucket-editor">
      <div className="runhue-field-pair">
        <CheckedField
          label={messages.bucketName}
          text={override?.name ?? ''}
          placeholder={item.label}
          check={() => null}
          onCommit={(name) => (name === '' && override?.color === undefined ? reset() : setOverride({ name }))}
        />
        <div className="runhue-checked-field">
          <label htmlFor={id}>{messages.bucketColor}</label>
          <input
            id={id}
            type="color"
            className="runhue-color"
            value={item.style.color}
            onFocus={() => (colorGesture.current = newGesture('colour'))}
            onChange={(event) => setOverride({ color: event.currentTarget.value }, colorGesture.current || undefined)}
          />
        </div>
      </div>
      {hasEdges && (
        <div className="runhue-field-pair">
          {edgeField(index - 1, messages.lowerEdge, messages.legendMin)}
          {edgeField(index, messages.upperEdge, messages.legendMax)}
        </div>
      )}
      <div className="runhue-actions">
        {hasEdges && (
          <>
            <button type="button" className="runhue-button" aria-disabled={split === null} title={split === null ? messages.splitRefused : undefined} onClick={() => change(split)}>
              {messages.splitBucket}
            </button>
            {index < bucketing.edges.length && (
              <button
                type="button"
                className="runhue-button"
                aria-disabled={bucketing.edges.length < 2}
                onClick={() => bucketing.edges.length > 1 && change(withMerge(bucketing, own, index))}
              >
                {messages.mergeBucket}
              </button>
            )}
          </>
        )}
        {override && (
          <button type="button" className="runhue-button runhue-push" onClick={reset}>
            {messages.resetBucket}
          </button>
        )}
      </div>
    </div>
  );
}
