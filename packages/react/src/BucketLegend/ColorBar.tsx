import { runPlaces } from '@runhue/core';
import { useRef, useState, type CSSProperties, type JSX, type PointerEvent } from 'react';
import type { ColorBarScale } from '../hooks/useColorBar.js';
import { useColoring } from '../hooks/useColoring.js';
import { useHighlight } from '../hooks/useHighlight.js';
import { useLocale, useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';
import { ColorBarHandle } from './ColorBarHandle.js';
import { movedRange, placeIn, type ColorBarPart } from './color-bar-range.js';
import { followPointer } from './follow-pointer.js';

interface ColorBarProps {
  readonly title: string;
  readonly scale: ColorBarScale;
}

let gestures = 0;

/**
 * A continuous Key's ramp with two ends to drag, and the range between them to move: runs whose value lies outside are hidden. A drag is one
 * undo step. A tick shows the value of the run that is pointed at.
 */
export function ColorBar({ title, scale }: ColorBarProps): JSX.Element {
  const messages = useMessages();
  const locale = useLocale();
  const track = useRef<HTMLDivElement>(null);
  const [dragging, setDragging] = useState<ColorBarPart | null>(null);
  const pointed = usePointedValue();
  const { domain, kept, filteredCount } = scale;
  const [lower, upper] = [placeIn(domain, kept[0]), placeIn(domain, kept[1])];
  const isFiltered = lower > 0 || upper < 1;

  const drag = (part: ColorBarPart) => (event: PointerEvent): void => {
    const width = track.current?.getBoundingClientRect().width ?? 0;
    if (event.button !== 0 || width === 0) return;
    const gesture = `color-bar-${++gestures}`;
    const move = (x: number): void => scale.keep(movedRange(kept, part, (x - event.clientX) / width, domain), gesture);
    setDragging(part);
    followPointer(event.nativeEvent, { move, end: () => setDragging(null), cancel: () => scale.keep(kept, gesture) });
  };
  const handle = (part: 'lower' | 'upper', label: string): JSX.Element => (
    <ColorBarHandle part={part} label={label} scale={scale} isDragged={dragging === part} onPointerDown={drag(part)} />
  );
  return (
    <div className="runhue-colorbar" role="group" aria-label={fill(messages.colorBarName, { title }, locale)}>
      <div
        className="runhue-colorbar-track"
        ref={track}
        style={{ '--lower': `${lower * 100}%`, '--upper': `${upper * 100}%` } as CSSProperties}
        data-dragging={dragging ?? undefined}
      >
        <div className="runhue-colorbar-ramp" style={{ backgroundImage: `linear-gradient(to right, ${scale.ramp.join(', ')})` }} />
        <div className="runhue-colorbar-outside" data-side="below" />
        <div className="runhue-colorbar-outside" data-side="above" />
        {isFiltered && <div className="runhue-colorbar-band" onPointerDown={drag('band')} />}
        {pointed !== null && <div className="runhue-colorbar-tick" style={{ left: `${placeIn(domain, pointed) * 100}%` }} />}
        {handle('lower', messages.colorBarLow)}
        {handle('upper', messages.colorBarHigh)}
      </div>
      <div className="runhue-colorbar-ends" aria-hidden="true">
        <span>{scale.format(domain[0])}</span>
        <span>{scale.format(domain[1])}</span>
      </div>
      {isFiltered && (
        <p className="runhue-legend-note">
          <span className="runhue-colorbar-kept">
            {fill(kept[0] < 0 ? messages.legendNegativeRange : messages.legendRange, { lower: scale.format(kept[0]), upper: scale.format(kept[1]) })}
          </span>
          {' · '}
          {fill(messages.colorBarKept, { visible: scale.count - filteredCount, count: scale.count }, locale)}{' '}
          <button type="button" className="runhue-link" onClick={() => scale.keep(null)}>
            {messages.showAll}
          </button>
        </p>
      )}
    </div>
  );
}

/** The value of the run that the pointer or the focus is on; null when there is none. */
function usePointedValue(): number | null {
  const { bucketing } = useColoring();
  const { runId } = useHighlight();
  const value = runId === null ? null : bucketing.column.values[runPlaces(bucketing.column.runIds).placeOf(runId)];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
