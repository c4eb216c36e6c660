import { axisValue, colorOfValue, histogram, histogramAxis, type HistogramAxis } from '@runhue/core';
import { useMemo, useRef, useState, type JSX } from 'react';
import { useColoring } from '../hooks/useColoring.js';
import { useKeySettings } from '../hooks/useKeySettings.js';
import { useMessages } from '../hooks/useMessages.js';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import { useRunhueContext } from '../RunhueContext.js';
import { EdgeHandle } from './EdgeHandle.js';

const binCount = 40;
/** The lowest bar's part of the height, so that a single run among thousands can be seen. */
const lowestBar = 0.06;

/** The runs by value in the buckets' colours, with the edges to be dragged. Absent where there is no scale: categories, or one value. */
export function BucketHistogram(): JSX.Element | null {
  const messages = useMessages();
  const { bucketing, styles } = useColoring();
  const settings = useRunhueStore((state) => state.settings);
  const { theme, palettes, contrast } = useRunhueContext();
  const { own } = useKeySettings();
  // While an edge is dragged the axis stays, even when the edge was what stretched it.
  const [heldAxis, setHeldAxis] = useState<HistogramAxis | null>(null);
  const plot = useRef<HTMLDivElement>(null);
  const ownAxis = useMemo(() => histogramAxis(bucketing, own), [bucketing, own]);
  const axis = heldAxis ?? ownAxis;
  const bins = useMemo(() => axis && histogram(bucketing, axis, binCount), [bucketing, axis]);
  if (axis === null || bins === null) return null;
  const colorOfBar = (bin: number, bucketIndex: number): string | undefined =>
    bucketing.kind === 'continuous'
      ? colorOfValue(axisValue((bin + 0.5) / binCount, axis), bucketing, settings, { theme, contrast, ...(palettes && { palettes }) }).color
      : styles[bucketIndex]?.color;
  return (
    <div className="runhue-histogram" role="group" aria-label={messages.histogram} ref={plot}>
      <svg viewBox={`0 0 ${binCount} 1`} preserveAspectRatio="none" aria-hidden="true">
        {bins.bars.map(({ bin, bucketIndex, base, count }) => {
          const height = Math.max(lowestBar, count / bins.tallest);
          const bottom = 1 - base / bins.tallest;
          return <rect key={`${bin}-${bucketIndex}`} x={bin + 0.08} width={0.84} y={bottom - height} height={height} fill={colorOfBar(bin, bucketIndex)} />;
        })}
      </svg>
      {bucketing.edges.map((_, index) => (
        <EdgeHandle key={index} index={index} axis={axis} plot={plot} onHold={(held) => setHeldAxis(held ? axis : null)} />
      ))}
    </div>
  );
}
