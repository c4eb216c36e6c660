'use client';
import type { RunId } from '@runhue/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { lazy, Suspense, useMemo, useRef, useState, type CSSProperties, type JSX } from 'react';
import { useBuckets } from '../hooks/useBuckets.js';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useColoringTitle } from '../hooks/useColoringTitle.js';
import { useHighlight } from '../hooks/useHighlight.js';
import { useMessages } from '../hooks/useMessages.js';
import { useRuns } from '../hooks/useRuns.js';
import { useRunText } from '../hooks/useRunText.js';
import { useTheme } from '../hooks/useTheme.js';
import type { ColorRequest } from './RunColorPopover.js';
import { RunTableHeader } from './RunTableHeader.js';
import { RunTableRow } from './RunTableRow.js';
import { sortRunRows, type RunSort } from './run-rows.js';

const RunColorPopover = lazy(() => import('./RunColorPopover.js'));

/** Row height in CSS px. */
const rowHeight = 28;

/** Look of a run table and what a press on a run does; the runs come from the provider. */
export interface RunTableProps {
  /** Shows a search field above the rows. Default: from 12 runs on. */
  readonly search?: boolean;
  /** Called when a run's name is clicked. */
  readonly onRunClick?: (runId: RunId) => void;
  readonly className?: string;
  readonly style?: CSSProperties;
}

/** Every run with its colour, value, bucket and an eye: also the text alternative of the plots. Draws only the rows in view. */
export function RunTable({ search, onRunClick, className, style }: RunTableProps): JSX.Element {
  const messages = useMessages();
  const theme = useTheme();
  const runs = useRuns();
  const bucketing = useBuckets();
  const { settings, key } = useColorSettings();
  const title = useColoringTitle();
  const { highlightRun } = useHighlight();
  const textOf = useRunText();
  const [sort, setSort] = useState<RunSort>({ by: 'value', descending: false });
  const [query, setQuery] = useState('');
  const [recoloring, setRecoloring] = useState<ColorRequest | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const byKey = settings.mode === 'key' && key !== null;
  const rows = useMemo(() => sortRunRows(runs, bucketing, sort, query), [runs, bucketing, sort, query]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  return (
    <div className={`runhue runhue-table ${className ?? ''}`} data-theme={theme} style={style}>
      {(search ?? runs.length >= 12) && (
        <input
          type="search"
          className="runhue-input runhue-table-search"
          placeholder={messages.searchRuns}
          aria-label={messages.searchRuns}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      <div
        role="table"
        aria-label={messages.runTable}
        aria-rowcount={rows.length + 1}
        aria-colcount={byKey ? 4 : 2}
        className="runhue-table-frame"
      >
        <RunTableHeader byKey={byKey} valueTitle={title} sort={sort} onSort={setSort} />
        <div
          className="runhue-table-scroller"
          role={rows.length > 0 ? 'rowgroup' : undefined}
          ref={scroller}
          onPointerLeave={() => highlightRun(null)}
        >
          <div className="runhue-table-rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
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
                    offset={item.start}
                    onRunClick={onRunClick}
                    onRecolor={setRecoloring}
                  />
                )
              );
            })}
          </div>
          {rows.length === 0 && runs.length > 0 && <p className="runhue-hint runhue-table-empty">{messages.noRunFound}</p>}
        </div>
      </div>
      {recoloring && (
        <Suspense fallback={null}>
          <RunColorPopover request={recoloring} onClose={() => setRecoloring(null)} />
        </Suspense>
      )}
    </div>
  );
}
