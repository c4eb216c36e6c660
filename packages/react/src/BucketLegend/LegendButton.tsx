import type { LegendItem } from '@runhue/core';
import { memo, type JSX, type KeyboardEvent, type MouseEvent, type NamedExoticComponent, type ReactNode } from 'react';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { count } from '../messages/count.js';
import { fill } from '../messages/fill.js';

/** What a button stands for: a colour bucket or a dash pattern. */
export type LegendEntry = Pick<LegendItem, 'id' | 'label' | 'count' | 'visibleCount'> & { readonly bucket?: LegendItem['bucket'] };

/** What can be done with the entries of one group. */
export interface LegendActs {
  isShown(id: string): boolean;
  toggle(id: string): void;
  isolate(id: string): void;
  highlight(id: string | null): void;
  readonly highlighted: string | null;
}

interface LegendButtonProps {
  readonly entry: LegendEntry;
  readonly acts: LegendActs;
  readonly tabIndex: number;
  readonly onFocus: () => void;
  readonly className?: string | undefined;
  readonly description?: string | undefined;
  readonly children: ReactNode;
}

/**
 * One legend item. `aria-pressed` says whether it is shown; its name stays the same while that changes. Escape lets go of the highlight
 * that focus or pointer gave.
 */
export function LegendButton({ entry, acts, tabIndex, onFocus, className, description, children }: LegendButtonProps): JSX.Element {
  const messages = useMessages();
  const onClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) acts.toggle(entry.id);
    else acts.isolate(entry.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') acts.highlight(null);
    if (event.key !== ' ') return;
    event.preventDefault();
    acts.toggle(entry.id);
  };
  return (
    <button
      type="button"
      className={className ?? 'runhue-legend-item'}
      tabIndex={tabIndex}
      aria-pressed={acts.isShown(entry.id)}
      data-highlighted={acts.highlighted === entry.id ? '' : undefined}
      title={messages.legendHint}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => event.key === ' ' && event.preventDefault()}
      onPointerEnter={() => acts.highlight(entry.id)}
      onFocus={() => {
        onFocus();
        acts.highlight(entry.id);
      }}
      onBlur={() => acts.highlight(null)}
    >
      {children}
      {description && <span className="runhue-visually-hidden">, {description}</span>}
    </button>
  );
}

/** A label with its number of runs, as text and as speech; marks stand between. */
export function LegendText({ entry, marks }: { readonly entry: LegendEntry; readonly marks?: ReactNode }): JSX.Element {
  return (
    <>
      <span className="runhue-legend-label">{entry.label}</span>
      {marks}
      <LegendCount count={entry.count} visibleCount={entry.visibleCount} />
    </>
  );
}

/** `12`, or `3/12` when some are hidden; spoken as "12 runs" and "3 of 12 runs shown". */
export const LegendCount: NamedExoticComponent<Pick<LegendEntry, 'count' | 'visibleCount'>> = memo(function LegendCount({ count: all, visibleCount }): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const everyone = visibleCount === all;
  const spoken = everyone
    ? count(messages.runsInBucketOne, messages.runsInBucket, all, locale)
    : fill(messages.shownOf, { visible: visibleCount, count: all }, locale);
  return (
    <span className="runhue-count">
      <span aria-hidden="true">{everyone ? all.toLocaleString(locale) : `${visibleCount.toLocaleString(locale)}/${all.toLocaleString(locale)}`}</span>
      <span className="runhue-visually-hidden">, {spoken}</span>
    </span>
  );
});
