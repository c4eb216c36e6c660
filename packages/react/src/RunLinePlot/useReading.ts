import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLatest } from '../hooks/useEqual.js';
import { useLineHighlight, useLineVisibility } from './groups/useLineSubjects.js';
import { readTarget, type Reading, type Target } from './plot-reading.js';
import type { PlotFrame } from './PlotChart.js';
import type { PlotLine } from './plot-line.js';
import { usePlotView } from './usePlotView.js';
import type { XAxisName } from './x-values.js';

/** A place in CSS px from the plot's top left corner. */
export interface Place {
  readonly left: number;
  readonly top: number;
}

interface ReadingState {
  readonly target: Target;
  /** Where the pointer is; null when read by keys. */
  readonly pointer: Place | null;
  readonly pinned: boolean;
}

export interface PlotReading {
  /** What is read; null when nothing is, or when its run is gone or hidden. */
  readonly reading: Reading | null;
  readonly pointer: Place | null;
  readonly pinned: boolean;
  read(target: Target, pointer: Place | null): void;
  pin(): void;
  /** Lets go of the reading, pinned or not. */
  dismiss(): void;
}

/** What a person reads in one plot. The run is highlighted and the x marked in every plot of the provider. */
export function useReading(lines: readonly PlotLine[], frame: PlotFrame, xAxis: XAxisName): PlotReading {
  const [state, setState] = useState<ReadingState | null>(null);
  const { point: highlightRun } = useLineHighlight(lines);
  const isVisible = useLineVisibility(lines);
  const { setCursor } = usePlotView(xAxis);
  const share = useLatest({ highlightRun, setCursor, lines, frame });
  const reads = useRef(false);

  const read = useCallback(
    (target: Target, pointer: Place | null) => {
      const { lines: now, frame: at } = share.current;
      reads.current = true;
      setState({ target, pointer, pinned: false });
      share.current.setCursor(readTarget(target, now, at)?.x ?? target.x);
      share.current.highlightRun(target.runId);
    },
    [share],
  );
  const pin = useCallback(() => setState((now) => now && { ...now, pinned: true }), []);
  const dismiss = useCallback(() => {
    setState(null);
    share.current.setCursor(null);
    if (reads.current) share.current.highlightRun(null);
    reads.current = false;
  }, [share]);
  useEffect(() => () => (reads.current ? dismiss() : undefined), [dismiss]);
  const active = state !== null;
  useEffect(() => {
    if (!active) return;
    // What the pointer opened can be closed from wherever the focus is.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') dismiss();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [active, dismiss]);

  const target = state && isVisible(state.target.runId) ? state.target : null;
  const reading = useMemo(() => readTarget(target, lines, frame), [target, lines, frame]);
  return { reading, pointer: state?.pointer ?? null, pinned: state?.pinned ?? false, read, pin, dismiss };
}
