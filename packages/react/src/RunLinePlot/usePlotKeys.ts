import { useMemo, type KeyboardEvent } from 'react';
import { useLatest } from '../hooks/useEqual.js';
import { fromPixels } from './pixel-axis.js';
import { firstTarget, readTarget, stepAcross, stepAlong, type Target } from './plot-reading.js';
import type { PlotFrame } from './PlotChart.js';
import type { PlotLine } from './plot-line.js';
import { zoomAround } from './plot-zoom.js';
import type { PlotView } from './usePlotView.js';
import type { PlotReading } from './useReading.js';
import type { YZoom } from './useYZoom.js';

export interface KeyOptions {
  /** Lines that are shown. */
  readonly lines: () => readonly PlotLine[];
  readonly frame: PlotFrame;
  readonly wholeX: readonly [number, number];
  readonly wholeY: readonly [number, number];
  readonly reading: PlotReading;
  readonly view: PlotView;
  readonly yZoom: YZoom;
  /** Called when a key has zoomed, with the axis and the part of it that is shown now; null: all of it. */
  readonly onZoom: (axis: 'x' | 'y', window: readonly [number, number] | null) => void;
  readonly onPick: (target: Target) => void;
}

/** Far steps, with Shift or Page keys, as a part of the plot's width. */
const farStep = 0.1;

/** How much of an axis a key shows, as a part of what is shown; 0: all of it. */
const zoomKeys: Readonly<Record<string, number>> = { '+': 0.5, '=': 0.5, '-': 2, _: 2, '0': 0 };
/** The same by place on the keyboard, where Alt makes other characters of them. */
const zoomCodes: Readonly<Record<string, number>> = { Equal: 0.5, NumpadAdd: 0.5, Minus: 2, NumpadSubtract: 2, Digit0: 0, Numpad0: 0 };

/** Left and Right move along x, Up and Down to the next run, Home and End to the ends, Enter picks, Escape lets go; +, − and 0 zoom x, with Alt y. */
export function usePlotKeys(options: KeyOptions): (event: KeyboardEvent<HTMLElement>) => void {
  const latest = useLatest(options);
  return useMemo(() => {
    const move = (key: string, far: boolean): Target | null => {
      const { lines, frame, reading } = latest.current;
      const first = firstTarget(lines(), frame);
      const now = reading.reading ?? (key === 'Home' ? readTarget(first, lines(), frame) : null);
      if (!now) return first;
      const least = far ? frame.width * farStep : 1;
      if (key === 'ArrowLeft' || key === 'PageUp') return stepAlong(now, frame, -1, least);
      if (key === 'ArrowRight' || key === 'PageDown') return stepAlong(now, frame, 1, least);
      if (key === 'Home') return stepAlong(now, frame, -1, Infinity);
      if (key === 'End') return stepAlong(now, frame, 1, Infinity);
      return stepAcross(now, lines(), key === 'ArrowUp' ? 1 : -1);
    };
    const zoom = (factor: number, axis: 'x' | 'y'): void => {
      const { frame, wholeX, wholeY, reading, view, yZoom, onZoom } = latest.current;
      const [whole, middle] = axis === 'x' ? [wholeX, frame.width / 2] : [wholeY, frame.height / 2];
      const read = reading.reading?.[axis] ?? NaN;
      const [low, high] = frame[axis].domain;
      // What is read may lie beyond an axis that the app has set: nothing would be left in view around it.
      const anchor = read >= low && read <= high ? read : fromPixels(frame[axis])(middle);
      const window = factor === 0 ? null : zoomAround(frame[axis], whole, anchor, factor);
      if (axis === 'x') view.setWindow(window);
      else yZoom.setWindow(window);
      onZoom(axis, window);
    };
    const act: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
      Enter() {
        const now = latest.current.reading.reading;
        if (now) latest.current.onPick({ runId: now.line.runId, x: now.x });
      },
      Escape: () => latest.current.reading.dismiss(),
    };
    return (event) => {
      if (event.ctrlKey || event.metaKey) return;
      const { key } = event;
      const factor = zoomKeys[key] ?? (event.altKey ? zoomCodes[event.code] : undefined);
      if (factor !== undefined) {
        event.preventDefault();
        zoom(factor, event.altKey ? 'y' : 'x');
      }
      if (event.altKey) return;
      if (key === 'Escape' && !latest.current.reading.reading) return;
      const isMove = /^(Arrow(Left|Right|Up|Down)|Page(Up|Down)|Home|End)$/.test(key);
      const action = act[key];
      if (!isMove && !action) return;
      event.preventDefault();
      if (key === 'Escape') event.stopPropagation();
      action?.(event);
      const target = isMove ? move(key, event.shiftKey || key.startsWith('Page')) : null;
      if (target) latest.current.reading.read(target, null);
    };
  }, [latest]);
}
