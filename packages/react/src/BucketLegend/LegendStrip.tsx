import { formatEdge, type LegendItem } from '@runhue/core';
import { useRef, type JSX } from 'react';
import { useBuckets } from '../hooks/useBuckets.js';
import type { Legend } from '../hooks/useLegend.js';
import { useLocale } from '../hooks/useMessages.js';
import { LegendText, LegendCount } from './LegendButton.js';
import { LegendToolbar } from './LegendToolbar.js';
import { stripLabels, type StripLabel } from './strip-labels.js';
import { Swatch } from './Swatch.js';
import { useWidth } from './useWidth.js';

interface LegendStripProps {
  readonly legend: Legend;
  readonly items: readonly LegendItem[];
  readonly name: string;
}

/** The colours side by side with the edges under their borders; runs without a value follow as items of their own. */
export function LegendStrip({ legend, items, name }: LegendStripProps): JSX.Element {
  const locale = useLocale();
  const { edges, edgeFormat } = useBuckets();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const segments = items.filter(isSegment);
  const ranges = segments.every(({ bucket }) => bucket.kind === 'range');
  const texts = ranges && edgeFormat ? edges.map((edge) => formatEdge(edge, edgeFormat, locale)) : segments.map(({ label }) => label);
  return (
    <div className="runhue-legend-strip" ref={frame} style={{ ['--runhue-segments' as string]: segments.length }}>
      <LegendToolbar
        name={name}
        entries={items}
        acts={legend}
        orientation="horizontal"
        className="runhue-strip-items"
        buttonClass={(item) => (isSegment(item) ? 'runhue-strip-segment' : undefined)}
      >
        {(item) =>
          isSegment(item) ? (
            <>
              <SegmentColor item={item} />
              <span className="runhue-visually-hidden">
                {item.label}
                <LegendCount count={item.count} visibleCount={item.visibleCount} />
              </span>
            </>
          ) : (
            <>
              <Swatch style={item.style} line />
              <LegendText entry={item} />
            </>
          )
        }
      </LegendToolbar>
      <StripLabels labels={stripLabels(texts, { between: ranges, segments: segments.length, width })} />
    </div>
  );
}

function isSegment({ bucket }: LegendItem): boolean {
  return bucket.kind !== 'missing' && bucket.kind !== 'nonFinite';
}

function SegmentColor({ item: { style } }: { readonly item: LegendItem }): JSX.Element {
  return (
    <svg className="runhue-segment-color" width="100%" height="14" aria-hidden="true">
      <rect width="100%" height="14" fill={style.color} />
      {style.casing && <path d="M0 0.5h4000M0 13.5h4000" stroke={style.casing} />}
      {style.dash && <path d="M0 7h4000" stroke="var(--runhue-card)" strokeWidth="2" strokeDasharray={style.dash.join(' ')} />}
    </svg>
  );
}

function StripLabels({ labels }: { readonly labels: readonly StripLabel[] }): JSX.Element {
  return (
    <div className="runhue-strip-labels" aria-hidden="true">
      {labels.map(({ text, at, room }) => (
        <span key={at} style={{ left: `${at * 100}%`, maxWidth: room }}>
          {text}
        </span>
      ))}
    </div>
  );
}
