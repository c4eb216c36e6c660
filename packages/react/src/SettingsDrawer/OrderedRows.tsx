import type { LegendItem } from '@runhue/core';
import { useEffect, useRef, type JSX, type KeyboardEvent } from 'react';
import { useLegend } from '../hooks/useLegend.js';
import { useMessages } from '../hooks/useMessages.js';
import { GripIcon, SortIcon } from '../icons.js';
import { fill } from '../messages/fill.js';
import { BucketRow } from './BucketRow.js';
import { useCategoryMoves } from './useCategoryMoves.js';
import { useRowDrag, type RowDrag } from './useRowDrag.js';

interface OrderedRowsProps {
  readonly open: string | null;
  readonly onToggle: (bucketId: string) => void;
}

/** Categories in the user's order, moved by drag, by buttons, or by Alt and the arrow keys on a button. */
export function OrderedRows({ open, onToggle }: OrderedRowsProps): JSX.Element {
  const { items, dashed, highlight } = useLegend();
  const { move, said } = useCategoryMoves(items);
  const list = useRef<HTMLOListElement>(null);
  const focused = useRef<HTMLElement | null>(null);
  const places = items.filter(({ bucket }) => bucket.categoryId !== null).length;
  const { drag, start } = useRowDrag(list, places, (from, to) => items[from] && move(items[from], to));

  // A row that is put elsewhere in the document loses focus.
  useEffect(() => {
    focused.current?.focus();
    focused.current = null;
  }, [items]);

  const moveFrom = (target: EventTarget | null, item: LegendItem, to: number): void => {
    focused.current = target instanceof HTMLElement ? target : null;
    move(item, to);
  };
  const onKeyDown = (item: LegendItem) => (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    moveFrom(event.target, item, item.bucket.index + by);
  };
  return (
    <>
      <ol className="runhue-bucket-list" ref={list}>
        {items.map((item, place) => {
          const isMovable = item.bucket.categoryId !== null;
          return (
            <BucketRow
              key={item.id}
              item={item}
              dashed={dashed}
              open={open === item.id}
              onToggle={() => onToggle(item.id)}
              onHighlight={highlight}
              moves={isMovable && <MoveButtons item={item} last={places - 1} onMove={moveFrom} onKeyDown={onKeyDown(item)} />}
              {...(isMovable && { onPointerDown: (event) => start(event, place), dragState: dragState(place, drag) })}
            />
          );
        })}
      </ol>
      <p className="runhue-visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}

function dragState(place: number, drag: RowDrag | null): 'dragged' | 'above' | 'below' | undefined {
  if (place === drag?.from) return 'dragged';
  if (place !== drag?.to) return undefined;
  return drag.to < drag.from ? 'above' : 'below';
}

interface MoveButtonsProps {
  readonly item: LegendItem;
  readonly last: number;
  readonly onMove: (target: EventTarget | null, item: LegendItem, to: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function MoveButtons({ item, last, onMove, onKeyDown }: MoveButtonsProps): JSX.Element {
  const messages = useMessages();
  const { index } = item.bucket;
  return (
    <span className="runhue-moves" onKeyDown={onKeyDown}>
      <span className="runhue-grip" aria-hidden="true">
        <GripIcon />
      </span>
      <button
        type="button"
        className="runhue-icon-button"
        aria-label={fill(messages.moveUp, { label: item.label })}
        aria-disabled={index === 0}
        onClick={(event) => onMove(event.currentTarget, item, index - 1)}
      >
        <SortIcon descending={false} />
      </button>
      <button
        type="button"
        className="runhue-icon-button"
        aria-label={fill(messages.moveDown, { label: item.label })}
        aria-disabled={index === last}
        onClick={(event) => onMove(event.currentTarget, item, index + 1)}
      >
        <SortIcon descending />
      </button>
    </span>
  );
}
