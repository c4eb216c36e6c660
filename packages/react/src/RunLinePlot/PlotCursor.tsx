import { useMemo, type JSX } from 'react';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import { useLineColors, useLineHighlight, useLineVisibility } from './groups/useLineSubjects.js';
import { toPixels } from './pixel-axis.js';
import { readTarget, type Reading } from './plot-reading.js';
import type { PlotFrame } from './PlotChart.js';
import type { PlotLine } from './plot-line.js';
import type { XAxisName } from './x-values.js';

interface PlotCursorProps {
  readonly lines: readonly PlotLine[];
  readonly frame: PlotFrame;
  readonly xAxis: XAxisName;
  /** A reading that is kept while the pointer goes on; its point stays marked. */
  readonly pinned: Reading | null;
}

/** The x that is read in any plot of the provider with this x axis, and the highlighted run's point there. */
export function PlotCursor({ lines, frame, xAxis, pinned }: PlotCursorProps): JSX.Element {
  const x = useRunhueStore(({ view }) => (view.cursor?.xAxis === xAxis ? view.cursor.x : null));
  const { pointed: runId } = useLineHighlight(lines);
  const isVisible = useLineVisibility(lines);
  const { colorOf } = useLineColors(lines);
  const reading = useMemo(
    () => (x !== null && runId !== null && isVisible(runId) ? readTarget({ runId, x }, lines, frame) : null),
    [x, runId, isVisible, lines, frame],
  );
  const left = x === null ? NaN : toPixels(frame.x)(x);
  return (
    <>
      {left >= -0.5 && left <= frame.width + 0.5 && <div className="runhue-plot-cursor" style={{ transform: `translateX(${Math.round(left - 0.5)}px)` }} />}
      {reading && <PointMark reading={reading} frame={frame} color={colorOf(reading.line.runId)} />}
      {pinned && pinned.line.runId !== reading?.line.runId && <PointMark reading={pinned} frame={frame} color={colorOf(pinned.line.runId)} />}
    </>
  );
}

interface PointMarkProps {
  readonly reading: Reading;
  readonly frame: PlotFrame;
  readonly color: string;
}

function PointMark({ reading, frame, color }: PointMarkProps): JSX.Element | null {
  const { left, top } = reading;
  const inside = left >= -1 && left <= frame.width + 1 && top >= -1 && top <= frame.height + 1;
  return inside ? <div className="runhue-plot-point" style={{ transform: `translate(${left}px, ${top}px)`, background: color }} /> : null;
}
