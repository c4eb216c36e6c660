import { useMemo, type KeyboardEvent } from 'react';
import { useLatest } from '../hooks/useEqual.js';
import { fromPixels } from './pixel-axis.js';
import { firstTarget, readTarget, stepAcross, stepAlong, type Target } from './plot-reading.js';
import type { PlotFrame } from './PlotChart.js';
import type { PlotLine } from './plot-line.js';
import { zoomAround } from './plot-zoom.js';
import type { PlotView } from './usePlotView.js';
import type { PlotReading } from './useReading.js';

export interface KeyOptions {
  /** Lines that are shown. */
  readonly lines: () => readonly PlotLine[];
  readonly frame: PlotFrame;
  readonly wholeX: readonly [number, number];
  readonly reading: PlotReading;
  readonly view: PlotView;
  readonly onPick: (target: Target) => void;
}

/** Far steps, with Shift or Page keys, as a part of the plot's width. */
const farStep = 0.1;

/** Left and Right move along x, Up and Down to the next run, Home and End to the ends, Enter picks, Escape lets go; +, − and 0 zoom. */
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
    const zoom = (factor: number): void => {
      const { frame, wholeX, reading, view } = latest.current;
      const at = reading.reading?.x ?? fromPixels(frame.x)(frame.width / 2);
      view.setWindow(factor === 0 ? null : zoomAround(frame, wholeX, at, factor));
    };
    const act: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
      Enter() {
        const now = latest.current.reading.reading;
        if (now) latest.current.onPick({ runId: now.line.runId, x: now.x });
      },
      Escape: () => latest.current.reading.dismiss(),
      '+': () => zoom(0.5),
      '=': () => zoom(0.5),
      '-': () => zoom(2),
      _: () => zoom(2),
      '0': () => zoom(0),
    };
    return (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { key } = event;
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
