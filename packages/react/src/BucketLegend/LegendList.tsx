import type { LegendItem } from '@runhue/core';
import { useState, type JSX, type ReactNode } from 'react';
import type { Legend } from '../hooks/useLegend.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';
import { LegendText } from './LegendButton.js';
import { LegendToolbar } from './LegendToolbar.js';
import { OwnColorMarks } from './OwnColorMarks.js';
import { needsWideSample, Swatch } from './Swatch.js';

/** Items shown at first, and added by each press on "more"; under original colours there is one per run. */
const firstItems = 60;
const moreAtOnce = 240;

interface LegendListProps {
  readonly legend: Legend;
  readonly items: readonly LegendItem[];
  readonly name: string;
  readonly orientation: 'vertical' | 'horizontal';
  readonly renderItem: ((item: LegendItem) => ReactNode) | undefined;
}

/** An item per bucket: swatch, words, number of runs. */
export function LegendList({ legend, items, name, orientation, renderItem }: LegendListProps): JSX.Element {
  const messages = useMessages();
  const [most, setMost] = useState(firstItems);
  const locale = useLocale();
  const wide = items.some(({ style }) => needsWideSample(style));
  const rest = items.length - most;
  const own = (item: LegendItem): number => legend.ownColors.inBucket(item.id).length;
  return (
    <>
      <LegendToolbar
        name={name}
        entries={items.slice(0, most)}
        acts={legend}
        orientation={orientation}
        className={most > firstItems ? 'runhue-legend-items runhue-legend-long' : 'runhue-legend-items'}
        describe={(item) => (own(item) > 0 ? fill(messages.ownColorsInBucket, { count: own(item) }, locale) : '')}
      >
        {(item) =>
          renderItem ? (
            renderItem(item)
          ) : (
            <>
              <Swatch style={item.style} line={legend.dashed} wide={wide} />
              <LegendText entry={item} marks={<OwnColorMarks runs={legend.ownColors.inBucket(item.id)} />} />
            </>
          )
        }
      </LegendToolbar>
      {items.length > firstItems && (
        <button type="button" className="runhue-link runhue-legend-more" onClick={() => setMost(rest > 0 ? most + moreAtOnce : firstItems)}>
          {rest > 0 ? fill(messages.moreItems, { count: rest }, locale) : messages.fewerItems}
        </button>
      )}
    </>
  );
}
