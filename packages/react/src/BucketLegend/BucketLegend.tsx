'use client';
import type { LegendItem } from '@runhue/core';
import type { CSSProperties, JSX, ReactNode } from 'react';
import { useLegend, type Legend } from '../hooks/useLegend.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useTheme } from '../hooks/useTheme.js';
import { fill } from '../messages/fill.js';
import { SourceNotes } from '../source/SourceNotes.js';
import { SourceRows } from '../source/SourceRows.js';
import { useSourceStatus } from '../source/useSourceStatus.js';
import { ColorBar } from './ColorBar.js';
import { DashGroup } from './DashGroup.js';
import { LegendList } from './LegendList.js';
import { LegendStrip } from './LegendStrip.js';
import { LegendTable } from './LegendTable.js';
import { orderedItems } from './ordered-items.js';
import { OwnColorsNote } from './OwnColorsNote.js';

/** Form and wording of a legend; what it explains comes from the provider. */
export interface BucketLegendProps {
  /** `vertical` puts high values on top; `horizontal` wraps. Default `vertical`. */
  readonly orientation?: 'vertical' | 'horizontal';
  /**
   * `list`: an item per bucket; `compact`: a strip of the colours with the edges under it; `table`: the runs of each bucket with name, value
   * and the config keys that differ. Default `list`. Continuous colours show a colour bar whose ends filter by value.
   */
  readonly variant?: 'list' | 'compact' | 'table';
  /** Replaces what is inside an item of a list; the button around it and what it does stay. */
  readonly renderItem?: (item: LegendItem) => ReactNode;
  readonly className?: string;
  readonly style?: CSSProperties;
}

/**
 * What each colour means, and the handle on it: hover or focus highlights a bucket in every plot, click or Enter shows only it,
 * Space or Ctrl/Cmd/Shift-click hides it.
 */
export function BucketLegend(props: BucketLegendProps): JSX.Element {
  const { orientation = 'vertical', variant = 'list', renderItem, className, style } = props;
  const messages = useMessages();
  const theme = useTheme();
  const legend = useLegend();
  const status = useSourceStatus();
  const direction = variant === 'compact' ? 'horizontal' : variant === 'table' ? 'vertical' : orientation;
  return (
    <div
      className={`runhue runhue-legend ${className ?? ''}`}
      data-theme={theme}
      data-orientation={direction}
      data-variant={variant}
      style={style}
      onPointerLeave={() => legend.highlight(null)}
    >
      <div className="runhue-legend-group">
        {status && <SourceNotes status={status} />}
        {(!status || status.hasColumn) && (
          <div className="runhue-legend-title" aria-hidden="true">
            {legend.title}
          </div>
        )}
        {status && !status.hasColumn && status.loading !== null && <SourceRows count={5} />}
        {legend.colorBar && <ColorBar title={legend.title} scale={legend.colorBar} />}
        <LegendBody legend={legend} variant={variant} orientation={direction} renderItem={renderItem} />
      </div>
      {legend.dashes && <DashGroup dashes={legend.dashes} orientation={direction} />}
      {legend.ownColors.runs.length > 0 && <OwnColorsNote ownColors={legend.ownColors} />}
      {legend.allHidden && (
        <p className="runhue-legend-note">
          {messages.allHidden}{' '}
          <button type="button" className="runhue-link" onClick={legend.showAll}>
            {messages.showAll}
          </button>
        </p>
      )}
    </div>
  );
}

interface LegendBodyProps {
  readonly legend: Legend;
  readonly variant: 'list' | 'compact' | 'table';
  readonly orientation: 'vertical' | 'horizontal';
  readonly renderItem: ((item: LegendItem) => ReactNode) | undefined;
}

/** The items in the chosen form. A colour bar stands for the range, so that only runs without a place on it keep items. */
function LegendBody({ legend, variant, orientation, renderItem }: LegendBodyProps): JSX.Element | null {
  const messages = useMessages();
  const name = fill(messages.legendName, { title: legend.title }, useLocale());
  const items = orderedItems(legend.items, orientation).filter(({ bucket }) => !legend.colorBar || bucket.kind !== 'range');
  if (variant === 'table') return <LegendTable legend={legend} items={items} />;
  if (items.length === 0) return null;
  if (variant === 'compact' && !legend.colorBar) return <LegendStrip legend={legend} items={items} name={name} />;
  return <LegendList legend={legend} items={items} name={name} orientation={orientation} renderItem={renderItem} />;
}
