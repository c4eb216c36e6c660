'use client';
import type { LegendItem } from '@runhue/core';
import type { CSSProperties, JSX, ReactNode } from 'react';
import { useLegend } from '../hooks/useLegend.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { useTheme } from '../hooks/useTheme.js';
import { fill } from '../messages/fill.js';
import { LegendButton } from './LegendButton.js';
import { useRovingFocus } from './useRovingFocus.js';

/** Items shown at once; under original colours there is one per run. */
const mostItems = 60;

export interface BucketLegendProps {
  /** `vertical` puts high values on top; `horizontal` wraps. Default `vertical`. */
  readonly orientation?: 'vertical' | 'horizontal';
  /** Replaces what is inside an item; the button around it and what it does stay. */
  readonly renderItem?: (item: LegendItem) => ReactNode;
  readonly className?: string;
  readonly style?: CSSProperties;
}

/**
 * What each colour means, and the handle on it: hover or focus highlights a bucket in every plot, click or Enter shows only it,
 * Space or Ctrl/Cmd/Shift-click hides it.
 */
export function BucketLegend({ orientation = 'vertical', renderItem, className, style }: BucketLegendProps): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const theme = useTheme();
  const legend = useLegend();
  const items = ordered(legend.items, orientation).slice(0, mostItems);
  const focus = useRovingFocus(items.length, orientation);
  const name = fill(messages.legendName, { title: legend.title }, locale);
  return (
    <div
      className={`runhue runhue-legend ${className ?? ''}`}
      data-theme={theme}
      data-orientation={orientation}
      style={style}
      onPointerLeave={() => legend.highlight(null)}
    >
      <div className="runhue-legend-title" aria-hidden="true">
        {legend.title}
      </div>
      <div role="toolbar" aria-label={name} aria-orientation={orientation} onKeyDown={focus.onKeyDown} ref={focus.ref}>
        <ol className="runhue-legend-items">
          {items.map((item, i) => (
            <li key={item.id}>
              <LegendButton
                item={item}
                legend={legend}
                tabIndex={i === focus.index ? 0 : -1}
                onFocus={() => focus.setIndex(i)}
                renderItem={renderItem}
              />
            </li>
          ))}
        </ol>
      </div>
      {legend.items.length > items.length && (
        <span className="runhue-muted">{fill(messages.moreItems, { count: legend.items.length - items.length }, locale)}</span>
      )}
      {legend.allHidden && (
        <p className="runhue-legend-empty">
          {messages.allHidden}{' '}
          <button type="button" className="runhue-link" onClick={legend.showAll}>
            {messages.showAll}
          </button>
        </p>
      )}
    </div>
  );
}

/** High on top when vertical; runs without a value always last. Categories keep their order. */
function ordered(items: readonly LegendItem[], orientation: 'vertical' | 'horizontal'): readonly LegendItem[] {
  if (orientation === 'horizontal') return items;
  const onScale = items.filter(({ bucket }) => bucket.kind === 'range' || bucket.kind === 'value');
  return [...onScale.reverse(), ...items.filter(({ bucket }) => bucket.kind !== 'range' && bucket.kind !== 'value')];
}
