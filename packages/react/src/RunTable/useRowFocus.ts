import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import type { RunId } from '@runhue/core';
import type { RunRow } from './run-rows.js';

/** The one button among the rows that Tab reaches: of which run, and which of its row's buttons. */
interface TabStop {
  readonly runId: RunId;
  readonly column: number;
}

export interface RowFocus {
  /** Place of the row that holds the tab stop; −1 while it is the first row in view. */
  readonly index: number;
  readonly column: number;
  /** For the element around the rows. */
  onFocus(event: FocusEvent): void;
  onKeyDown(event: KeyboardEvent): void;
}

interface RowFocusOptions {
  readonly rows: readonly RunRow[];
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rowHeight: number;
}

/** One tab stop for all rows, so that a thousand runs are no thousand stops: up, down, Page keys, Home and End go from row to row, left and right within one. */
export function useRowFocus({ rows, scroller, rowHeight }: RowFocusOptions): RowFocus {
  const [stop, setStop] = useState<TabStop | null>(null);
  const wanted = useRef<TabStop | null>(null);
  const index = stop === null ? -1 : rows.findIndex(({ id }) => id === stop.runId);

  useEffect(() => {
    if (wanted.current === null) return;
    const { runId, column } = wanted.current;
    const buttons = scroller.current?.querySelectorAll<HTMLElement>(`[data-run="${CSS.escape(runId)}"] button`);
    if (!buttons?.length) return;
    wanted.current = null;
    buttons[Math.min(column, buttons.length - 1)]?.focus({ preventScroll: true });
  });

  const goTo = (row: number, column: number): void => {
    const { id } = rows[row] ?? {};
    const box = scroller.current;
    if (id === undefined || !box) return;
    const top = row * rowHeight;
    box.scrollTo({ top: Math.min(top, Math.max(box.scrollTop, top + rowHeight - box.clientHeight)) });
    wanted.current = { runId: id, column };
    setStop(wanted.current);
  };

  return {
    index,
    column: stop?.column ?? 0,
    onFocus(event) {
      const found = stopAt(event.target);
      if (found && (found.runId !== stop?.runId || found.column !== stop.column)) setStop(found);
    },
    onKeyDown(event) {
      const at = stopAt(event.target);
      const place = at === null ? -1 : rows.findIndex(({ id }) => id === at.runId);
      if (at === null || place < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
      const last = rows.length - 1;
      const row = { ArrowUp: place - 1, ArrowDown: place + 1, PageUp: place - page, PageDown: place + page, Home: 0, End: last }[event.key];
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (row === undefined && by === undefined) return;
      event.preventDefault();
      if (row !== undefined) goTo(Math.min(last, Math.max(0, row)), at.column);
      else goTo(place, Math.max(0, at.column + (by ?? 0)));
    },
  };
}

function stopAt(target: EventTarget): TabStop | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-run]') : null;
  const column = row ? [...row.querySelectorAll('button')].indexOf(target as HTMLButtonElement) : -1;
  return row?.dataset['run'] !== undefined && column >= 0 ? { runId: row.dataset['run'], column } : null;
}
