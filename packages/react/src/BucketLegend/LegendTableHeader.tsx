import type { JSX } from 'react';
import { useMessages } from '../hooks/useMessages.js';
import { SortIcon } from '../icons.js';
import type { ConfigColumn, TableSort } from './table-rows.js';

interface LegendTableHeaderProps {
  /** Key and Y value; null under original colours, which have no value. */
  readonly title: string | null;
  readonly columns: readonly ConfigColumn[];
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
}

/** Column names that sort the runs within their buckets: a second press turns the order round. */
export function LegendTableHeader({ title, columns, sort, onSort }: LegendTableHeaderProps): JSX.Element {
  const messages = useMessages();
  const header = (by: TableSort['by'], label: string, numeric: boolean): JSX.Element => {
    const active = sort.by === by;
    const direction = sort.descending ? 'descending' : 'ascending';
    return (
      <div key={by} role="columnheader" data-numeric={numeric ? '' : undefined} aria-sort={active ? direction : undefined} title={label}>
        <button
          type="button"
          className="runhue-sort"
          onClick={() => onSort({ by, descending: active ? !sort.descending : by === 'value' })}
        >
          <span>{label}</span>
          {active && <SortIcon descending={sort.descending} />}
        </button>
      </div>
    );
  };
  return (
    <div role="rowgroup" className="runhue-legend-table-head">
      <div role="row" aria-rowindex={1} className="runhue-legend-table-row">
        {header('name', messages.name, false)}
        {title !== null && header('value', title, true)}
        {columns.map(({ entry }) => header(entry.id, entry.label, isNumeric(entry.type)))}
      </div>
    </div>
  );
}

export function isNumeric(type: ConfigColumn['entry']['type']): boolean {
  return type === 'number' || type === 'date';
}
