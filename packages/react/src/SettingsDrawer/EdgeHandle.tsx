import { axisPlace, axisValue, edgeBetween, withEdge, withMerge, type HistogramAxis } from '@runhue/core';
import { useRef, type JSX, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { useBuckets } from '../hooks/useBuckets.js';
import { useKeySettings } from '../hooks/useKeySettings.js';
import { useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';
import { newGesture } from './gesture.js';
import { endText } from './print-end.js';

interface EdgeHandleProps {
  readonly index: number;
  readonly axis: HistogramAxis;
  readonly plot: RefObject<HTMLElement | null>;
  /** While the pointer holds the edge. */
  readonly onHold: (held: boolean) => void;
}

/** Parts of the axis: the least way between two edges, and how far a key press goes. */
const leastGap = 0.01;
const step = 0.01;
const longStep = 0.1;

/** An edge on the histogram: dragged, nudged by arrow keys (Page keys and Home, End go further), removed with Delete. Values are as round as the way allows. */
export function EdgeHandle({ index, axis, plot, onHold }: EdgeHandleProps): JSX.Element {
  const messages = useMessages();
  const bucketing = useBuckets();
  const { own, change } = useKeySettings();
  const gesture = useRef<string | null>(null);
  const { edges } = bucketing;
  const edge = edges[index] ?? axis.lower;
  const place = axisPlace(edge, axis);
  const lowest = index === 0 ? 0 : axisPlace(edges[index - 1] ?? edge, axis) + leastGap;
  const highest = index === edges.length - 1 ? 1 : axisPlace(edges[index + 1] ?? edge, axis) - leastGap;

  const moveTo = (wanted: number, precision: number): void => {
    if (lowest > highest || gesture.current === null) return;
    const next = Math.min(highest, Math.max(lowest, wanted));
    const type = bucketing.column.type === 'date' ? 'date' : 'number';
    const value = edgeBetween(axisValue(next - precision, axis), axisValue(next + precision, axis), type);
    const [below, above] = [edges[index - 1] ?? -Infinity, edges[index + 1] ?? Infinity];
    if (value > below && value < above && value !== edge) change(withEdge(bucketing, index, value), gesture.current);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = {
      ArrowLeft: place - step,
      ArrowDown: place - step,
      ArrowRight: place + step,
      ArrowUp: place + step,
      PageDown: place - longStep,
      PageUp: place + longStep,
      Home: lowest,
      End: highest,
    }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      if (!event.repeat) gesture.current = newGesture('nudge');
      moveTo(target, step / 2.5);
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && edges.length > 1) {
      event.preventDefault();
      change(withMerge(bucketing, own, index));
    }
  };

  const onPointerMove = (event: PointerEvent): void => {
    const box = plot.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    moveTo((event.clientX - box.left) / box.width, 0.5 / box.width);
  };

  return (
    <div
      className="runhue-edge"
      role="slider"
      tabIndex={0}
      aria-label={fill(messages.edge, { lower: index + 1, upper: index + 2 })}
      aria-valuemin={edges[index - 1] ?? Math.min(axis.lower, edge)}
      aria-valuemax={edges[index + 1] ?? Math.max(axis.upper, edge)}
      aria-valuenow={edge}
      aria-valuetext={endText(edge, bucketing)}
      style={{ left: `${place * 100}%` }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        gesture.current = newGesture('drag');
        onHold(true);
      }}
      onPointerMove={onPointerMove}
      onLostPointerCapture={() => onHold(false)}
    />
  );
}
