import type { RunId } from '@runhue/core';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { lazy, Suspense, useEffect, useRef, useState, type CSSProperties, type JSX, type ReactNode } from 'react';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useColoringTitle } from '../hooks/useColoringTitle.js';
import { useHighlightActs } from '../hooks/useHighlight.js';
import { useMessages } from '../hooks/useMessages.js';
import { useRunText } from '../hooks/useRunText.js';
import { useTheme } from '../hooks/useTheme.js';
import type { ColorRequest } from './RunColorPopover.js';
import type { RunRow, RunSort } from './run-rows.js';
import { RunTableHeader } from './RunTableHeader.js';
import { RunTableRow } from './RunTableRow.js';
import { useRowFocus } from './useRowFocus.js';

const RunColorPopover = lazy(() => import('./RunColorPopover.js'));

/** Row height in CSS px. */
const rowHeight = 28;

interface RunTableViewProps {
  readonly rows: readonly RunRow[];
  /** Rows there are, given or not. */
  readonly total: number;
  /** Null: the order that the rows come in. */
  readonly sort: RunSort | null;
  /** What can be sorted by. Default: every column. */
  readonly sortable?: readonly RunSort['by'][];
  readonly onSort: (by: RunSort['by']) => void;
  /** Null shows no search field. */
  readonly query: string | null;
  readonly onQuery: (query: string) => void;
  /** Whether a search found nothing. */
  readonly isEmpty: boolean;
  /** Between search field and header. */
  readonly notes?: ReactNode;
  /** In place of rows that are still on their way. */
  readonly placeholder?: ReactNode;
  /** After the last row that is there. */
  readonly end?: ReactNode;
  /** Called when the last row that is there comes near the view. */
  readonly onNearEnd?: () => void;
  readonly onRunClick?: (runId: RunId) => void;
  readonly className?: string;
  readonly style?: CSSProperties;
}

/** The table itself: search, header, and the rows in view. */
export function RunTableView(props: RunTableViewProps): JSX.Element {
  const { rows, total, sort, sortable, onSort, query, onQuery, isEmpty, notes, placeholder, end, onNearEnd, onRunClick, className, style } = props;
  const messages = useMessages();
  const theme = useTheme();
  const { settings, key } = useColorSettings();
  const title = useColoringTitle();
  const { highlightRun } = useHighlightActs();
  const textOf = useRunText();
  const [recoloring, setRecoloring] = useState<ColorRequest | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const byKey = settings.mode === 'key' && key !== null;
  const focus = useRowFocus({ rows, scroller, rowHeight });
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: (index) => rows[index]?.id ?? index,
    // The row with the tab stop stays in the page however far it is scrolled away: focus is not lost with it.
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range);
      return focus.index < 0 || inView.includes(focus.index) ? inView : [...inView, focus.index].sort((a, b) => a - b);
    },
  });
  const firstInView = Math.min(rows.length - 1, virtual.range?.startIndex ?? 0);
  const tabRow = focus.index < 0 ? firstInView : focus.index;
  const lastShown = virtual.getVirtualItems().at(-1)?.index ?? -1;
  const isNearEnd = rows.length > 0 && lastShown >= rows.length - 1;
  useEffect(() => {
    if (isNearEnd) onNearEnd?.();
  }, [isNearEnd, rows.length, onNearEnd]);
  return (
    <div className={`runhue runhue-table ${className ?? ''}`} data-theme={theme} style={style}>
      {query !== null && (
        <input
          type="search"
          className="runhue-input runhue-table-search"
          placeholder={messages.searchRuns}
          aria-label={messages.searchRuns}
          value={query}
          onChange={(event) => onQuery(event.currentTarget.value)}
        />
      )}
      {notes}
      <div
        role="table"
        aria-label={messages.runTable}
        aria-rowcount={total + 1}
        aria-colcount={byKey ? 4 : 2}
        className="runhue-table-frame"
      >
        <RunTableHeader byKey={byKey} valueTitle={title} sort={sort} sortable={sortable} onSort={onSort} />
        <div
          className="runhue-table-scroller"
          role={rows.length > 0 ? 'rowgroup' : undefined}
          ref={scroller}
          onPointerLeave={() => highlightRun(null)}
        >
          <div
            className="runhue-table-rows"
            role="presentation"
            style={{ height: virtual.getTotalSize() }}
            onFocus={focus.onFocus}
            onKeyDown={focus.onKeyDown}
          >
            {virtual.getVirtualItems().map((item) => {
              const row = rows[item.index];
              return (
                row && (
                  <RunTableRow
                    key={row.id}
                    row={row}
                    text={textOf(row.id)}
                    byKey={byKey}
                    rowIndex={item.index + 2}
                    tabColumn={item.index === tabRow ? focus.column : null}
                    offset={item.start}
                    onRunClick={onRunClick}
                    onRecolor={setRecoloring}
                  />
                )
              );
            })}
          </div>
          {placeholder}
          {isEmpty && <p className="runhue-hint runhue-table-empty">{messages.noRunFound}</p>}
        </div>
      </div>
      {end}
      {recoloring && (
        <Suspense fallback={null}>
          <RunColorPopover request={recoloring} onClose={() => setRecoloring(null)} />
        </Suspense>
      )}
    </div>
  );
}
