import { useEffect, useMemo, useReducer, useRef } from 'react';
import type { PlotLine } from './plot-line.js';
import { pointsToSmooth, smoothLines, smoothSteps, type Smoothing } from './smooth-lines.js';
import { soon } from './soon.js';

/** Points that are smoothed at once, in some 10 ms. */
const few = 300_000;
/** Longest stretch of work, in ms. */
const slice = 16;

/**
 * The lines smoothed on their full data. Very many points are smoothed in slices, while what was shown before stays and the page answers.
 *
 * @param method See `Smoothing`.
 * @param xMin Ends of x over all lines, not of the zoom; NaN where there are none.
 */
export function useSmoothedLines(logged: readonly PlotLine[], method: Smoothing['method'], amount: number, xMin: number, xMax: number): readonly PlotLine[] {
  const [, goOn] = useReducer((count: number) => count + 1, 0);
  const kept = useRef({ logged, lines: logged });
  const isMuch = pointsToSmooth(logged, { method, amount }, [xMin, xMax]) > few;
  const lines = useMemo(
    () => (isMuch ? null : Number.isNaN(xMin) ? logged : smoothLines(logged, { method, amount }, [xMin, xMax])),
    [isMuch, logged, method, amount, xMin, xMax],
  );
  useEffect(() => {
    if (!isMuch) return;
    let isWanted = true;
    const steps = smoothSteps(logged, { method, amount }, [xMin, xMax]);
    const work = (): void => {
      if (!isWanted) return;
      for (const until = performance.now() + slice; performance.now() < until; ) {
        if (steps.next().done !== true) continue;
        goOn();
        return;
      }
      soon(work);
    };
    work();
    return () => {
      isWanted = false;
    };
  }, [isMuch, logged, method, amount, xMin, xMax]);
  if (lines) kept.current = { logged, lines };
  return lines ?? (kept.current.logged === logged ? kept.current.lines : logged);
}
