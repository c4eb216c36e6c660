import { useMemo, useRef, useState, type PointerEvent } from 'react';
import { flushSync } from 'react-dom';
import { useLatest } from '../hooks/useEqual.js';
import { dragSelection, isZoom, type DragSelection } from './drag-selection.js';
import type { LinePainter } from './line-painter.js';
import { fromPixels } from './pixel-axis.js';
import type { PlotFrame } from './PlotChart.js';
import { canvasMargin } from './plot-scene.js';
import type { PlotLine } from './plot-line.js';
import type { Target } from './plot-reading.js';
import type { PlotView } from './usePlotView.js';
import type { Place, PlotReading } from './useReading.js';
import type { YZoom } from './useYZoom.js';

/** How far from the pointer a line is still read, in CSS px; more for fingers. */
const reach = { mouse: 28, touch: 44 };
/** How far a press must move to be a drag, in CSS px. */
const dragThreshold = 5;

export interface PointerOptions {
  readonly painter: LinePainter;
  readonly lines: readonly PlotLine[];
  readonly frame: PlotFrame;
  readonly reading: PlotReading;
  readonly view: PlotView;
  readonly yZoom: YZoom;
  /** How far from the pointer a line is read at least, in CSS px: a few lines with bands are read from anywhere. */
  readonly far: number;
  /** Called with a click on a line. */
  readonly onPick: (target: Target) => void;
}

export interface PlotPointer {
  /** What is being dragged over. */
  readonly selection: DragSelection | null;
  readonly handlers: {
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onPointerLeave(event: PointerEvent<HTMLElement>): void;
    onPointerCancel(): void;
    onDoubleClick(): void;
  };
}

/** Pointer and touch: move reads the nearest line, click pins it, drag zooms in x, y or both, double click shows all again. */
export function usePlotPointer(options: PointerOptions): PlotPointer {
  const latest = useLatest(options);
  const [selection, setSelection] = useState<DragSelection | null>(null);
  const press = useRef<{ readonly from: Place; dragging: boolean } | null>(null);

  const handlers = useMemo(() => {
    const readAt = (place: Place, pointerType: string): Target | null => {
      const { painter, lines, frame, reading, view } = latest.current;
      const far = Math.max(latest.current.far, pointerType === 'touch' ? reach.touch : reach.mouse);
      const nearest = painter.nearest(place.left + canvasMargin, place.top + canvasMargin, far);
      const line = nearest && lines[nearest.line % lines.length];
      const x = fromPixels(frame.x)(place.left);
      // The very point that is meant: a spike shares its pixel with thousands of others.
      const target = line ? { runId: line.runId, x: line.x[nearest.point] ?? x } : null;
      if (target) reading.read(target, place);
      else {
        reading.dismiss();
        view.setCursor(x);
      }
      return target;
    };
    const zoomTo = ({ x, y }: DragSelection): void => {
      const { frame, view, yZoom } = latest.current;
      const [acrossX, acrossY] = [fromPixels(frame.x), fromPixels(frame.y)];
      if (x) view.setWindow([acrossX(x[0]), acrossX(x[1])]);
      if (y) yZoom.setWindow([acrossY(y[1]), acrossY(y[0])]);
    };
    return {
      onPointerMove(event: PointerEvent<HTMLElement>): void {
        const place = placeOf(event);
        const pressed = press.current;
        if (pressed && event.pointerType !== 'touch') {
          const moved = Math.max(Math.abs(place.left - pressed.from.left), Math.abs(place.top - pressed.from.top));
          if (!pressed.dragging && moved < dragThreshold) return;
          if (!pressed.dragging) event.currentTarget.setPointerCapture(event.pointerId);
          pressed.dragging = true;
          latest.current.reading.dismiss();
          setSelection(dragSelection(pressed.from, place, latest.current.frame));
          return;
        }
        // Browsers align moves with frames: flushing here shows the reading in the very frame of the move.
        if (!latest.current.reading.pinned || event.pointerType === 'touch') flushSync(() => void readAt(place, event.pointerType));
      },
      onPointerDown(event: PointerEvent<HTMLElement>): void {
        if (event.button !== 0) return;
        press.current = { from: placeOf(event), dragging: false };
      },
      onPointerUp(event: PointerEvent<HTMLElement>): void {
        const pressed = press.current;
        press.current = null;
        setSelection(null);
        if (!pressed) return;
        const place = placeOf(event);
        if (pressed.dragging) {
          const selection = dragSelection(pressed.from, place, latest.current.frame);
          if (isZoom(selection, dragThreshold)) zoomTo(selection);
          return;
        }
        const wasPinned = latest.current.reading.pinned;
        const target = readAt(place, event.pointerType);
        if (target && (!wasPinned || event.pointerType === 'touch')) latest.current.onPick(target);
      },
      onPointerLeave(event: PointerEvent<HTMLElement>): void {
        if (event.pointerType === 'touch' || latest.current.reading.pinned) return;
        latest.current.reading.dismiss();
      },
      onPointerCancel(): void {
        press.current = null;
        setSelection(null);
      },
      onDoubleClick(): void {
        latest.current.reading.dismiss();
        latest.current.view.setWindow(null);
        latest.current.yZoom.setWindow(null);
      },
    };
  }, [latest]);
  return { selection, handlers };
}

function placeOf(event: PointerEvent<HTMLElement>): Place {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return { left: event.clientX - left, top: event.clientY - top };
}
