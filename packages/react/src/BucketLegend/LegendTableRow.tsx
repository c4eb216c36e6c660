import type { LegendItem } from '@runhue/core';
import type { JSX } from 'react';
import { useHighlight } from '../hooks/useHighlight.js';
import type { Legend } from '../hooks/useLegend.js';
import { useLocale } from '../hooks/useMessages.js';
import { useRunColors } from '../hooks/useRunColors.js';
import { useRunText } from '../hooks/useRunText.js';
import { useSelectedRuns } from '../hooks/useSelectedRuns.js';
import { useVisibleRuns } from '../hooks/useVisibleRuns.js';
import { cellText } from './cell-text.js';
import { LegendButton, LegendText } from './LegendButton.js';
import { isNumeric } from './LegendTableHeader.js';
import { OwnColorMarks } from './OwnColorMarks.js';
import { Swatch } from './Swatch.js';
import type { ConfigColumn, TableRow } from './table-rows.js';

interface RowPlace {
  readonly rowIndex: number;
  /** Distance from the first row in CSS px. */
  readonly offset: number;
}

interface LegendTableBucketProps extends RowPlace {
  readonly item: LegendItem;
  readonly legend: Legend;
}

/** A bucket above its runs: the same handle as in a list. */
export function LegendTableBucket({ item, legend, rowIndex, offset }: LegendTableBucketProps): JSX.Element {
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      className="runhue-legend-table-row"
      data-row="bucket"
      style={{ transform: `translateY(${offset}px)` }}
      onPointerLeave={() => legend.highlight(null)}
    >
      <div role="rowheader">
        <LegendButton entry={item} acts={legend} tabIndex={0} onFocus={() => {}}>
          <Swatch style={item.style} line />
          <LegendText entry={item} marks={<OwnColorMarks runs={legend.ownColors.inBucket(item.id)} />} />
        </LegendButton>
      </div>
    </div>
  );
}

interface LegendTableRunProps extends RowPlace {
  readonly row: Extract<TableRow, { kind: 'run' }>;
  readonly byKey: boolean;
  readonly columns: readonly ConfigColumn[];
}

export function LegendTableRun({ row, byKey, columns, rowIndex, offset }: LegendTableRunProps): JSX.Element {
  const locale = useLocale();
  const { styleOf } = useRunColors();
  const { isVisible } = useVisibleRuns();
  const { runIds, highlightRun } = useHighlight();
  const { selected, toggle } = useSelectedRuns();
  const text = useRunText()(row.id);
  const isSelected = selected.has(row.id);
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      className="runhue-legend-table-row"
      data-row="run"
      data-run={row.id}
      data-selected={isSelected ? '' : undefined}
      data-highlighted={runIds?.has(row.id) ? '' : undefined}
      data-hidden={isVisible(row.id) ? undefined : ''}
      style={{ transform: `translateY(${offset}px)` }}
      onPointerEnter={() => highlightRun(row.id)}
      onFocus={() => highlightRun(row.id)}
      onBlur={() => highlightRun(null)}
    >
      <div role="rowheader">
        <button
          type="button"
          className="runhue-run-link"
          aria-pressed={isSelected}
          title={row.hint ? `${row.name} (${row.id})` : row.name}
          onClick={() => toggle(row.id)}
        >
          <Swatch style={styleOf(row.id)} line />
          <span className="runhue-run-name">{row.name}</span>
          {row.hint && <span className="runhue-run-hint">{row.hint}</span>}
        </button>
      </div>
      {byKey && (
        <div role="cell" data-numeric="">
          {text.value}
        </div>
      )}
      {columns.map(({ entry, column }) => (
        <div key={entry.id} role="cell" data-numeric={isNumeric(entry.type) ? '' : undefined} title={cellText(column, row.place, locale)}>
          {cellText(column, row.place, locale)}
        </div>
      ))}
    </div>
  );
}
