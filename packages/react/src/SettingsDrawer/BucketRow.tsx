import type { LegendItem } from '@runhue/core';
import { useId, type JSX, type PointerEvent, type ReactNode } from 'react';
import { Swatch } from '../BucketLegend/Swatch.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { ChevronDownIcon } from '../icons.js';
import { count } from '../messages/count.js';
import { fill } from '../messages/fill.js';
import { BucketEditor } from './BucketEditor.js';

interface BucketRowProps {
  readonly item: LegendItem;
  readonly dashed: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onHighlight: (bucketId: string | null) => void;
  /** Buttons that move the row, where the user orders it. */
  readonly moves?: ReactNode;
  /** Where the user orders rows: begins a drag of this one. */
  readonly onPointerDown?: (event: PointerEvent) => void;
  /** This row is dragged, or takes the dragged one above or below it. */
  readonly dragState?: 'dragged' | 'above' | 'below' | undefined;
}

/** A bucket with its place, colour and number of runs, and what can be changed about it unfolded beneath. */
export function BucketRow({ item, dashed, open, onToggle, onHighlight, moves, onPointerDown, dragState }: BucketRowProps): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const editorId = useId();
  const isPlaced = item.bucket.kind !== 'missing' && item.bucket.kind !== 'nonFinite';
  const name = fill(isPlaced ? messages.editBucket : messages.editItem, { index: item.bucket.index + 1, label: item.label });
  return (
    <li
      onPointerEnter={() => onHighlight(item.id)}
      onPointerLeave={() => onHighlight(null)}
      data-draggable={onPointerDown ? '' : undefined}
      data-drag={dragState}
      onPointerDown={onPointerDown}
    >
      <span className="runhue-bucket-number" aria-hidden="true">
        {isPlaced ? item.bucket.index + 1 : ''}
      </span>
      <Swatch style={item.style} line={dashed} />
      <span className="runhue-bucket-label">{item.label}</span>
      {moves}
      <span className="runhue-count">
        <span aria-hidden="true">{item.count.toLocaleString(locale)}</span>
        <span className="runhue-visually-hidden">{count(messages.runsInBucketOne, messages.runsInBucket, item.count, locale)}</span>
      </span>
      <button
        type="button"
        className="runhue-icon-button runhue-edit"
        aria-label={name}
        aria-expanded={open}
        aria-controls={open ? editorId : undefined}
        onClick={onToggle}
      >
        <ChevronDownIcon />
      </button>
      {open && (
        <div className="runhue-bucket-open" id={editorId}>
          <BucketEditor item={item} />
        </div>
      )}
    </li>
  );
}
