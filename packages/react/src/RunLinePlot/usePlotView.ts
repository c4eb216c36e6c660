import { useMemo } from 'react';
import { useRunhueContext } from '../RunhueContext.js';
import { changeView } from '../store/runhue-store.js';
import type { XAxisName } from './x-values.js';

/** What plots of one provider with the same x axis share. */
export interface PlotView {
  /** Shows a part of the x axis in every plot that has it; null: all of it. */
  setWindow(window: readonly [number, number] | null): void;
  /** Shows where the pointer is in every plot that has this x axis. */
  setCursor(x: number | null): void;
}

export function usePlotView(xAxis: XAxisName): PlotView {
  const { store } = useRunhueContext();
  return useMemo(
    () => ({
      setWindow(window) {
        const { [xAxis]: _, ...others } = store.getState().view.xWindows;
        changeView(store, { xWindows: window ? { ...others, [xAxis]: window } : others });
      },
      setCursor(x) {
        const { cursor } = store.getState().view;
        if (x === null ? cursor === null : cursor?.xAxis === xAxis && cursor.x === x) return;
        changeView(store, { cursor: x === null ? null : { xAxis, x } });
      },
    }),
    [store, xAxis],
  );
}
