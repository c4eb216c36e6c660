import type { LegendItem } from '@runhue/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState, type CSSProperties, type JSX } from 'react';
import { useBuckets } from '../hooks/useBuckets.js';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useHighlightActs } from '../hooks/useHighlight.js';
import { useKeyCatalog } from '../hooks/useKeyCatalog.js';
import type { Legend } from '../hooks/useLegend.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useRunCount } from '../hooks/useRunCount.js';
import { useRuns } from '../hooks/useRuns.js';
import { useSelectedRuns } from '../hooks/useSelectedRuns.js';
import { count } from '../messages/count.js';
import { fill } from '../messages/fill.js';
import { useDrawnHeads } from '../source/useDrawnHeads.js';
import { LegendTableHeader } from './LegendTableHeader.js';
import { LegendTableBucket, LegendTableRun } from './LegendTableRow.js';
import { differingConfig, tableRows, type TableSort } from './table-rows.js';

/** Row height in CSS px. */
const rowHeight = 28;
/** Most config keys of a source that have a column. */
const mostColumns = 12;

interface LegendTableProps {
  readonly legend: Legend;
  readonly items: readonly LegendItem[];
}

/** The runs of each bucket with name, value and the config keys that differ. A click on a run keeps it highlighted in every plot. */
export function LegendTable({ legend, items }: LegendTableProps): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const atHand = useRuns();
  const drawn = useDrawnHeads();
  const runs = drawn ?? atHand;
  const runCount = useRunCount();
  const bucketing = useBuckets();
  const entries = useKeyCatalog();
  const { settings, key } = useColorSettings();
  const { highlightRun } = useHighlightActs();
  const { selected, clear } = useSelectedRuns();
  const [sort, setSort] = useState<TableSort>({ by: 'value', descending: true });
  const scroller = useRef<HTMLDivElement>(null);
  const byKey = settings.mode === 'key' && key !== null;
  const grouped = byKey && bucketing.kind !== 'continuous';
  const columns = useMemo(
    () => differingConfig(runs, entries, byKey ? key : null, drawn ? mostColumns : Infinity),
    [runs, entries, byKey, key, drawn],
  );
  const order = useMemo(() => (sort.by === 'value' && !sort.descending ? legend.items : items), [sort, legend.items, items]);
  const rows = useMemo(
    () => tableRows({ runs, bucketing, items: order, columns, sort, grouped }),
    [runs, bucketing, order, columns, sort, grouped],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: (index) => `${rows[index]?.kind} ${rows[index]?.id}`,
  });
  const style = { '--runhue-columns': columns.length } as CSSProperties;
  return (
    <>
      <div
        className="runhue-legend-table"
        ref={scroller}
        style={style}
        data-by-key={byKey ? '' : undefined}
        onPointerLeave={() => highlightRun(null)}
        onKeyDown={(event) => event.key === 'Escape' && clear()}
      >
        <div role="table" aria-label={fill(messages.legendTable, { title: legend.title }, locale)} aria-rowcount={rows.length + 1} aria-colcount={columns.length + (byKey ? 2 : 1)}>
          <LegendTableHeader title={byKey ? legend.title : null} columns={columns} sort={sort} onSort={setSort} />
          <div role="rowgroup" className="runhue-legend-table-rows" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start, key: rowKey }) => {
              const row = rows[index];
              if (!row) return null;
              const place = { rowIndex: index + 2, offset: start };
              if (row.kind === 'bucket') return <LegendTableBucket key={rowKey} item={row.item} legend={legend} {...place} />;
              return <LegendTableRun key={rowKey} row={row} byKey={byKey} columns={columns} {...place} />;
            })}
          </div>
        </div>
      </div>
      {drawn && drawn.length < runCount && <p className="runhue-legend-note">{fill(messages.drawnOfRuns, { count: drawn.length, total: runCount }, locale)}</p>}
      {selected.size > 0 && (
        <p className="runhue-legend-note">
          {count(messages.selectedRunsOne, messages.selectedRuns, selected.size, locale)}{' '}
          <button type="button" className="runhue-link" onClick={clear}>
            {messages.clearSelection}
          </button>
        </p>
      )}
    </>
  );
}
