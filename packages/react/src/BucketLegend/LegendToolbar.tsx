import type { JSX, ReactNode } from 'react';
import { LegendButton, type LegendActs, type LegendEntry } from './LegendButton.js';
import { useRovingFocus } from './useRovingFocus.js';

interface LegendToolbarProps<Entry extends LegendEntry> {
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly acts: LegendActs;
  readonly orientation: 'vertical' | 'horizontal';
  readonly className?: string;
  readonly children: (entry: Entry) => ReactNode;
  /** Class of an item's button, for items that are not a row of swatch, label and count. */
  readonly buttonClass?: (entry: Entry) => string | undefined;
  /** Spoken after label and count. */
  readonly describe?: (entry: Entry) => string;
}

/** Legend items as one tab stop with arrow keys (APG Toolbar). */
export function LegendToolbar<Entry extends LegendEntry>(props: LegendToolbarProps<Entry>): JSX.Element {
  const { name, entries, acts, orientation, className, children, buttonClass, describe } = props;
  const focus = useRovingFocus(entries.length, orientation);
  return (
    <div role="toolbar" aria-label={name} aria-orientation={orientation} onKeyDown={focus.onKeyDown} ref={focus.ref}>
      <ol className={className ?? 'runhue-legend-items'}>
        {entries.map((entry, i) => (
          <li key={entry.id} data-kind={entry.bucket?.kind}>
            <LegendButton
              entry={entry}
              acts={acts}
              tabIndex={i === focus.index ? 0 : -1}
              onFocus={() => focus.setIndex(i)}
              className={buttonClass?.(entry)}
              description={describe?.(entry)}
            >
              {children(entry)}
            </LegendButton>
          </li>
        ))}
      </ol>
    </div>
  );
}
