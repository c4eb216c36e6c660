import type { LegendItem } from '@runhue/core';
import type { JSX, KeyboardEvent, MouseEvent, ReactNode } from 'react';
import type { Legend } from '../hooks/useLegend.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { count } from '../messages/count.js';
import { fill } from '../messages/fill.js';
import { Swatch } from './Swatch.js';

interface LegendButtonProps {
  readonly item: LegendItem;
  readonly legend: Legend;
  readonly tabIndex: number;
  readonly onFocus: () => void;
  readonly renderItem: ((item: LegendItem) => ReactNode) | undefined;
}

/** One legend item. `aria-pressed` says whether its bucket is shown; its name stays the same while that changes. */
export function LegendButton({ item, legend, tabIndex, onFocus, renderItem }: LegendButtonProps): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const shown = legend.isShown(item.id);

  const onClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) legend.toggle(item.id);
    else legend.isolate(item.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== ' ') return;
    event.preventDefault();
    legend.toggle(item.id);
  };
  return (
    <button
      type="button"
      className="runhue-legend-item"
      tabIndex={tabIndex}
      aria-pressed={shown}
      data-highlighted={legend.highlighted === item.id ? '' : undefined}
      title={messages.legendHint}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => event.key === ' ' && event.preventDefault()}
      onPointerEnter={() => legend.highlight(item.id)}
      onFocus={() => {
        onFocus();
        legend.highlight(item.id);
      }}
      onBlur={() => legend.highlight(null)}
    >
      {renderItem ? (
        renderItem(item)
      ) : (
        <>
          <Swatch style={item.style} line={legend.dashed} />
          <span className="runhue-legend-label">{item.label}</span>
          <span className="runhue-count">
            <span aria-hidden="true">{countText(item, locale)}</span>
            <span className="runhue-visually-hidden">{spokenCount()}</span>
          </span>
        </>
      )}
    </button>
  );

  function spokenCount(): string {
    return item.visibleCount === item.count
      ? `, ${count(messages.runsInBucketOne, messages.runsInBucket, item.count, locale)}`
      : `, ${fill(messages.shownOf, { visible: item.visibleCount, count: item.count }, locale)}`;
  }
}

/** `12`, or `3/12` when some are hidden. */
function countText({ count: all, visibleCount }: LegendItem, locale: string): string {
  return visibleCount === all ? all.toLocaleString(locale) : `${visibleCount.toLocaleString(locale)}/${all.toLocaleString(locale)}`;
}
