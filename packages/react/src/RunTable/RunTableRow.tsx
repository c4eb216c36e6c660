import type { RunId } from '@runhue/core';
import type { JSX } from 'react';
import { Swatch } from '../BucketLegend/Swatch.js';
import { useHighlight } from '../hooks/useHighlight.js';
import { useMessages } from '../hooks/useMessages.js';
import { useRunColors } from '../hooks/useRunColors.js';
import type { RunText } from '../hooks/useRunText.js';
import { useVisibleRuns } from '../hooks/useVisibleRuns.js';
import { EyeIcon, EyeOffIcon } from '../icons.js';
import { fill } from '../messages/fill.js';
import type { ColorRequest } from './RunColorPopover.js';
import type { RunRow } from './run-rows.js';

interface RunTableRowProps {
  readonly row: RunRow;
  readonly text: RunText;
  readonly byKey: boolean;
  readonly rowIndex: number;
  /** Which of the row's buttons Tab reaches; null: none. */
  readonly tabColumn: number | null;
  /** Distance from the first row in CSS px. */
  readonly offset: number;
  readonly onRunClick: ((runId: RunId) => void) | undefined;
  readonly onRecolor: (request: ColorRequest) => void;
}

export function RunTableRow({ row, text, byKey, rowIndex, tabColumn, offset, onRunClick, onRecolor }: RunTableRowProps): JSX.Element {
  const messages = useMessages();
  const { styleOf } = useRunColors();
  const { isVisible, isHiddenAlone, toggleRun } = useVisibleRuns();
  const { runIds, highlightRun } = useHighlight();
  const visible = isVisible(row.id);
  const hiddenElsewhere = !visible && !isHiddenAlone(row.id);
  const fullName = row.hint ? `${row.name} ${row.hint}` : row.name;
  const tabIndexOf = (column: number): 0 | -1 => (column === tabColumn ? 0 : -1);
  const name = (
    <>
      <span className="runhue-run-name">{row.name}</span>
      {row.hint && <span className="runhue-run-hint">{row.hint}</span>}
    </>
  );
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      className="runhue-table-row"
      data-by-key={byKey ? '' : undefined}
      data-run={row.id}
      data-hidden={visible ? undefined : ''}
      data-highlighted={runIds?.has(row.id) ? '' : undefined}
      style={{ transform: `translateY(${offset}px)` }}
      onPointerEnter={() => highlightRun(row.id)}
      onFocus={() => highlightRun(row.id)}
      onBlur={() => highlightRun(null)}
    >
      <div role="cell" className="runhue-cell-name" title={row.hint ? `${row.name} (${row.id})` : row.name}>
        <button
          type="button"
          className="runhue-run-color"
          tabIndex={tabIndexOf(0)}
          aria-label={fill(messages.colorOfRun, { name: fullName })}
          aria-haspopup="dialog"
          onClick={(event) => onRecolor({ runId: row.id, name: fullName, button: event.currentTarget })}
        >
          <Swatch style={styleOf(row.id)} />
        </button>
        {onRunClick ? (
          <button type="button" className="runhue-run-link" tabIndex={tabIndexOf(1)} onClick={() => onRunClick(row.id)}>
            {name}
          </button>
        ) : (
          name
        )}
      </div>
      {byKey && (
        <div role="cell" className="runhue-cell-value">
          {text.value}
        </div>
      )}
      {byKey && (
        <div role="cell" className="runhue-cell-bucket">
          {row.bucketNumber ?? '–'}
        </div>
      )}
      <div role="cell" className="runhue-cell-eye">
        <button
          type="button"
          className="runhue-icon-button runhue-eye"
          tabIndex={tabIndexOf(onRunClick ? 2 : 1)}
          aria-label={fill(messages.showRun, { name: fullName })}
          aria-pressed={visible}
          aria-disabled={hiddenElsewhere || undefined}
          title={hiddenElsewhere ? messages.hiddenElsewhere : undefined}
          onClick={() => hiddenElsewhere || toggleRun(row.id)}
        >
          {visible ? <EyeIcon /> : <EyeOffIcon />}
        </button>
      </div>
    </div>
  );
}
