import type { RunId } from '@runhue/core';
import { useMemo, useState, type CSSProperties, type JSX, type ReactNode } from 'react';
import { BucketLegend } from '../BucketLegend/BucketLegend.js';
import { useKeyCatalog } from '../hooks/useKeyCatalog.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useRunCount } from '../hooks/useRunCount.js';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import { useTheme } from '../hooks/useTheme.js';
import { useUndoKeys } from '../hooks/useUndoKeys.js';
import { count } from '../messages/count.js';
import { fill } from '../messages/fill.js';
import type { RunLinePlotProps } from '../RunLinePlot/RunLinePlot.js';
import { RunTable } from '../RunTable/RunTable.js';
import { SettingsButton } from '../SettingsDrawer/SettingsButton.js';
import type { SettingsPreset } from '../SettingsDrawer/presets.js';
import { SettingsDrawer } from '../SettingsDrawer/SettingsDrawer.js';
import { useSourceStatus } from '../source/useSourceStatus.js';
import { WaitingWorkspace } from './WaitingWorkspace.js';
import { PlotCard } from './PlotCard.js';

interface WorkspaceLayoutProps {
  readonly metrics: readonly string[] | undefined;
  readonly plots: Readonly<Record<string, Partial<RunLinePlotProps>>> | undefined;
  readonly loading: boolean;
  readonly title: ReactNode;
  readonly onRunClick: ((runId: RunId) => void) | undefined;
  readonly presets: readonly SettingsPreset[] | undefined;
  readonly className: string | undefined;
  readonly style: CSSProperties | undefined;
}

export function WorkspaceLayout(props: WorkspaceLayoutProps): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const theme = useTheme();
  const runCount = useRunCount();
  const status = useSourceStatus();
  const entries = useKeyCatalog();
  // Without any column there is nothing to choose lines by: said once, not in every plot.
  const columnProblem = status && !status.hasColumn && status.loading === null && status.problems.some(({ id }) => id === 'column');
  const onKeyDown = useUndoKeys();
  const drawerOpen = useRunhueStore((state) => state.view.drawerOpen);
  const [place, setPlace] = useState<HTMLDivElement | null>(null);
  const [query, setQuery] = useState('');
  const metrics = useMemo(
    () => props.metrics ?? entries.filter(({ group }) => group === 'metric').map(({ name }) => name),
    [props.metrics, entries],
  );
  const labels = useMemo(
    () => new Map(entries.filter(({ group }) => group === 'metric').map(({ name, label }) => [name, label])),
    [entries],
  );
  const labelOf = (metric: string): string => labels.get(metric) ?? metric;
  const needle = query.trim().toLowerCase();
  const found = metrics.filter((metric) => [metric, labelOf(metric)].some((name) => name.toLowerCase().includes(needle)));
  return (
    <div
      className={`runhue runhue-workspace ${props.className ?? ''}`}
      data-theme={theme}
      data-drawer={drawerOpen ? 'open' : undefined}
      style={props.style}
      onKeyDown={onKeyDown}
      aria-busy={props.loading}
    >
      <div className="runhue-workspace-header">
        {props.title && <h2 className="runhue-workspace-title">{props.title}</h2>}
        {(status ? status.hasColumn : !props.loading || runCount > 0) && <span className="runhue-muted">{count(messages.runCountOne, messages.runCount, runCount, locale)}</span>}
        <span className="runhue-push" />
        {metrics.length > 1 && (
          <input
            type="search"
            className="runhue-input runhue-metric-search"
            placeholder={messages.searchMetrics}
            aria-label={messages.searchMetrics}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        )}
        <SettingsButton />
      </div>
      <div className="runhue-workspace-body" ref={setPlace}>
        {status && !status.hasColumn && !status.hasKeys && !props.metrics ? (
          <WaitingWorkspace status={status} />
        ) : status?.hasColumn !== false && runCount === 0 ? (
          <EmptyWorkspace loading={props.loading} source={status?.source} />
        ) : (
          <>
            <RunTable className="runhue-workspace-table" onRunClick={props.onRunClick} />
            <div className="runhue-workspace-plots">
              {!columnProblem && <BucketLegend orientation="horizontal" className="runhue-card" />}
              {columnProblem && status && <WaitingWorkspace status={status} />}
              {metrics.length === 0 && status?.hasKeys !== false && <p className="runhue-empty">{messages.noHistory}</p>}
              {metrics.length > 0 && found.length === 0 && <p className="runhue-empty">{messages.noMetricFound}</p>}
              <div className="runhue-plot-grid">
                {(columnProblem ? [] : found).map((metric) => (
                  <PlotCard
                    key={metric}
                    metric={metric}
                    label={labelOf(metric)}
                    options={props.plots?.[metric]}
                    onRunClick={props.onRunClick}
                  />
                ))}
              </div>
            </div>
          </>
        )}
      </div>
      {place && <SettingsDrawer container={place} {...(props.presets && { presets: props.presets })} />}
    </div>
  );
}

function EmptyWorkspace({ loading, source }: { readonly loading: boolean; readonly source: string | undefined }): JSX.Element {
  const messages = useMessages();
  return (
    <div className="runhue-empty" role={loading ? 'status' : undefined}>
      {loading && <span className="runhue-progress" aria-hidden="true" />}
      {loading ? messages.loading : source === undefined ? messages.noRuns : fill(messages.sourceNoRuns, { source })}
    </div>
  );
}
