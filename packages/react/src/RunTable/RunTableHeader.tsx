import type { JSX, ReactNode } from 'react';
import { useMessages } from '../hooks/useMessages.js';
import { SortIcon } from '../icons.js';
import type { RunSort } from './run-rows.js';

interface RunTableHeaderProps {
  readonly byKey: boolean;
  readonly valueTitle: string;
  /** Null: the order that the rows come in. */
  readonly sort: RunSort | null;
  /** What can be sorted by. Default: every column. */
  readonly sortable?: readonly RunSort['by'][] | undefined;
  readonly onSort: (by: RunSort['by']) => void;
}

/** Column names that sort: a second press turns the order round. */
export function RunTableHeader({ byKey, valueTitle, sort, sortable, onSort }: RunTableHeaderProps): JSX.Element {
  const messages = useMessages();
  const header = (by: RunSort['by'], label: ReactNode, className: string, name?: string): JSX.Element => {
    const active = sort?.by === by;
    return (
      <div
        role="columnheader"
        className={className}
        aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : undefined}
      >
        {sortable && !sortable.includes(by) ? (
          <span className="runhue-sort" aria-label={name} role={name && 'img'}>
            <span>{label}</span>
          </span>
        ) : (
          <button type="button" className="runhue-sort" aria-label={name} onClick={() => onSort(by)}>
            <span>{label}</span>
            {active && <SortIcon descending={sort.descending} />}
          </button>
        )}
      </div>
    );
  };
  return (
    <div role="rowgroup">
      <div role="row" className="runhue-table-row runhue-table-header" data-by-key={byKey ? '' : undefined} aria-rowindex={1}>
        {header('name', messages.name, 'runhue-cell-name')}
        {byKey && header('value', valueTitle, 'runhue-cell-value')}
        {byKey && header('bucket', messages.bucketShort, 'runhue-cell-bucket', messages.bucket)}
        <div role="columnheader" className="runhue-cell-eye">
          <span className="runhue-visually-hidden">{messages.shown}</span>
        </div>
      </div>
    </div>
  );
}
