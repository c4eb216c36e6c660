import { useEffect, useMemo, useState, useSyncExternalStore, type JSX } from 'react';
import { useBuckets } from '../hooks/useBuckets.js';
import { useColorSettings } from '../hooks/useColorSettings.js';
import { useMessages } from '../hooks/useMessages.js';
import { createRunPages, type RunOrder } from '../source/run-pages.js';
import { SourceRows, SourceWaits } from '../source/SourceRows.js';
import { SourceTrouble } from '../source/SourceTrouble.js';
import type { SourceSession } from '../source/source-session.js';
import { bucketNumberIn, rowsOf, type RunSort } from './run-rows.js';
import type { RunTableProps } from './RunTable.js';
import { RunTableView } from './RunTableView.js';

/** How long typing must rest before the source is asked. */
const restMs = 200;

interface SourceRunTableProps extends RunTableProps {
  readonly session: SourceSession;
}

/** A source's runs, page by page, in its own order or by the Key's value; the source searches. */
export function SourceRunTable({ session, search = true, ...props }: SourceRunTableProps): JSX.Element {
  const messages = useMessages();
  const bucketing = useBuckets();
  const { settings, key } = useColorSettings();
  const pages = useMemo(() => createRunPages(session), [session]);
  const { answer, status, error } = useSyncExternalStore(pages.subscribe, pages.now, pages.now);
  const [sort, setSort] = useState<RunSort | null>(null);
  const [query, setQuery] = useState('');
  const { abilities } = session.source;
  const { name } = abilities;
  const canSort = abilities.orderByKey && settings.mode === 'key' && key !== null;
  const { keyId, yValue } = bucketing.column;
  const order = useMemo<RunOrder | null>(
    () => (sort && canSort ? { keyId, yValue, direction: sort.descending ? 'descending' : 'ascending' } : null),
    [sort, canSort, keyId, yValue],
  );
  const wanted = query.trim();
  useEffect(() => {
    if (pages.now().status === 'idle') return pages.ask({ search: wanted, order });
    const timer = setTimeout(() => pages.ask({ search: wanted, order }), restMs);
    return () => clearTimeout(timer);
  }, [pages, wanted, order]);
  useEffect(() => () => pages.cancel(), [pages]);

  const rows = useMemo(() => rowsOf(answer?.runs ?? [], bucketNumberIn(bucketing)), [answer, bucketing]);
  const trouble = error && (
    <div className="runhue-source-note runhue-table-trouble" role="alert">
      <SourceTrouble error={error} source={name} what={messages.sourceRuns} onRetry={pages.retry} />
    </div>
  );
  const waits = answer === null && status !== 'failed';
  return (
    <RunTableView
      {...props}
      rows={rows}
      total={answer?.total ?? rows.length}
      sort={sort && canSort ? sort : null}
      sortable={canSort ? ['value'] : []}
      onSort={(by) => setSort(nextSort(sort, by))}
      query={search ? query : null}
      onQuery={setQuery}
      isEmpty={answer?.total === 0}
      onNearEnd={pages.more}
      notes={
        <>
          <div className="runhue-source-progress">{status === 'loading' && !waits && <div className="runhue-source-bar" aria-hidden="true" />}</div>
          {waits && <SourceWaits what={messages.sourceRuns} source={name} />}
          {rows.length === 0 && trouble}
        </>
      }
      placeholder={waits && <SourceRows count={8} />}
      end={rows.length > 0 && trouble}
    />
  );
}

/** A first press orders from low to high, a second turns round, a third goes back to the source's own order. */
function nextSort(sort: RunSort | null, by: RunSort['by']): RunSort | null {
  if (sort?.by !== by) return { by, descending: false };
  return sort.descending ? null : { by, descending: true };
}
