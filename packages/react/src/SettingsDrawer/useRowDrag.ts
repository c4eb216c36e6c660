import { useState, type PointerEvent, type RefObject } from 'react';
import { followPointer } from '../BucketLegend/follow-pointer.js';

/** A row on its way: where it was, and where it goes when it is let go. */
export interface RowDrag {
  readonly from: number;
  readonly to: number;
}

export interface RowDragControl {
  readonly drag: RowDrag | null;
  /** For a row's pointerdown: the mouse takes a row anywhere, a finger by its grip, so that the list can still be scrolled. */
  start(event: PointerEvent, from: number): void;
}

/** Rows of a list moved by mouse, pen or finger; the first `count` of them can be. Nothing moves until the row is let go; Escape takes the drag back. */
export function useRowDrag(list: RefObject<HTMLElement | null>, count: number, onMove: (from: number, to: number) => void): RowDragControl {
  const [drag, setDrag] = useState<RowDrag | null>(null);
  const start = (event: PointerEvent, from: number): void => {
    const target = event.target as Element;
    const isGrip = target.closest('.runhue-grip') !== null;
    if (event.button !== 0 || (!isGrip && (event.pointerType !== 'mouse' || target.closest('button, .runhue-bucket-open')))) return;
    let to = from;
    followPointer(event.nativeEvent, {
      move(_, clientY) {
        const rows = [...(list.current?.children ?? [])].slice(0, count);
        const above = rows.filter((row, i) => i !== from && middleOf(row) < clientY).length;
        if (above === to) return;
        to = above;
        rows[to]?.scrollIntoView({ block: 'nearest' });
        setDrag({ from, to });
      },
      cancel: () => (to = from),
      end() {
        setDrag(null);
        if (to !== from) onMove(from, to);
      },
    });
  };
  return { drag, start };
}

function middleOf(row: Element): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}
