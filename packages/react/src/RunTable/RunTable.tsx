'use client';
import type { RunId } from '@runhue/core';
import { useMemo, useState, type CSSProperties, type JSX } from 'react';
import { useBuckets } from '../hooks/useBuckets.js';
import { useRuns } from '../hooks/useRuns.js';
import { useRunhueContext } from '../RunhueContext.js';
import { sortRunRows, type RunSort } from './run-rows.js';
import { RunTableView } from './RunTableView.js';
import { SourceRunTable } from './SourceRunTable.js';

/** Look of a run table and what a press on a run does; the runs come from the provider. */
export interface RunTableProps {
  /** Shows a search field above the rows. Default: from 12 runs on. */
  readonly search?: boolean;
  /** Called when a run's name is clicked. */
  readonly onRunClick?: (runId: RunId) => void;
  readonly className?: string;
  readonly style?: CSSProperties;
}

/**
 * Every run with its colour, value, bucket and an eye: also the text alternative of the plots. Draws only the rows in view; a source's runs come
 * page by page, and the source searches and orders them.
 */
export function RunTable(props: RunTableProps): JSX.Element {
  const { session } = useRunhueContext();
  return session ? <SourceRunTable session={session} {...props} /> : <TableOfAll {...props} />;
}

function TableOfAll({ search, ...props }: RunTableProps): JSX.Element {
  const runs = useRuns();
  const bucketing = useBuckets();
  const [sort, setSort] = useState<RunSort>({ by: 'value', descending: false });
  const [query, setQuery] = useState('');
  const rows = useMemo(() => sortRunRows(runs, bucketing, sort, query), [runs, bucketing, sort, query]);
  const toggle = (by: RunSort['by']): void => setSort({ by, descending: sort.by === by && !sort.descending });
  return (
    <RunTableView
      {...props}
      rows={rows}
      total={rows.length}
      sort={sort}
      onSort={toggle}
      query={(search ?? runs.length >= 12) ? query : null}
      onQuery={setQuery}
      isEmpty={rows.length === 0 && runs.length > 0}
    />
  );
}
