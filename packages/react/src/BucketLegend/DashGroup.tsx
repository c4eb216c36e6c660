import type { JSX } from 'react';
import type { DashLegend } from '../hooks/useDashLegend.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';
import { LegendText } from './LegendButton.js';
import { LegendToolbar } from './LegendToolbar.js';

interface DashGroupProps {
  readonly dashes: DashLegend;
  readonly orientation: 'vertical' | 'horizontal';
}

/** What each dash pattern means: the second Key, beside the colours of the first. */
export function DashGroup({ dashes, orientation }: DashGroupProps): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  return (
    <div className="runhue-legend-group" data-group="dashes" onPointerLeave={() => dashes.highlight(null)}>
      <div className="runhue-legend-title" aria-hidden="true">
        {dashes.title}
      </div>
      <LegendToolbar
        name={fill(messages.legendDashes, { title: dashes.title }, locale)}
        entries={dashes.items}
        acts={dashes}
        orientation={orientation}
      >
        {(item) => (
          <>
            <svg className="runhue-swatch" width="36" height="12" viewBox="0 0 36 12" aria-hidden="true">
              <path d="M0 6h36" stroke="currentColor" strokeWidth="2" strokeDasharray={item.dash?.join(' ')} />
            </svg>
            <LegendText entry={item} />
          </>
        )}
      </LegendToolbar>
    </div>
  );
}
