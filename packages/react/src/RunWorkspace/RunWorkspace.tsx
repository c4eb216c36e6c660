'use client';
import type { RunId } from '@runhue/core';
import { useContext, type CSSProperties, type JSX, type ReactNode } from 'react';
import { RunhueContext } from '../RunhueContext.js';
import { RunhueProvider, type RunhueProviderProps } from '../RunhueProvider.js';
import type { RunLinePlotProps } from '../RunLinePlot/RunLinePlot.js';
import type { SettingsPreset } from '../SettingsDrawer/presets.js';
import { WorkspaceLayout } from './WorkspaceLayout.js';

/** What to plot and how, beside what `RunhueProvider` takes. */
export interface RunWorkspaceProps extends Omit<RunhueProviderProps, 'children'> {
  /** Metrics to plot, in this order. Default: every metric of the runs. */
  readonly metrics?: readonly string[];
  /** Settings of single plots by metric, for example `{ 'val/loss': { yDomain: [1.4, 2.4] } }`. */
  readonly plots?: Readonly<Record<string, Partial<RunLinePlotProps>>>;
  /** Shows that runs are still on their way. Default false. */
  readonly loading?: boolean;
  /** Heading at the top left, for example the project's name. */
  readonly title?: ReactNode;
  readonly onRunClick?: (runId: RunId) => void;
  /** Choices that the app offers in the settings drawer, by name. Default: none. */
  readonly presets?: readonly SettingsPreset[];
  readonly className?: string;
  readonly style?: CSSProperties;
}

/**
 * Everything in one tag: run table, a plot per metric, legend and settings drawer. Brings its own provider when there is none above
 * or when it is given `runs` or a `source`; else it uses the runs and choices of the one above, whose theme, locale and other provider props hold too,
 * not those given here. Fills its parent's height, at most the window's.
 */
export function RunWorkspace(props: RunWorkspaceProps): JSX.Element {
  const { metrics, plots, loading, title, onRunClick, presets, className, style, ...providerProps } = props;
  const above = useContext(RunhueContext);
  const layout = (
    <WorkspaceLayout
      metrics={metrics}
      plots={plots}
      loading={loading ?? false}
      title={title}
      onRunClick={onRunClick}
      presets={presets}
      className={className}
      style={style}
    />
  );
  return above && props.runs === undefined && props.source === undefined ? layout : <RunhueProvider {...providerProps}>{layout}</RunhueProvider>;
}
