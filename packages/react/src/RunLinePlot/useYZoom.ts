import { useEffect, useId, useMemo } from 'react';
import { useRunhueStore } from '../hooks/useRunhueStore.js';
import { useRunhueContext } from '../RunhueContext.js';
import { changeView } from '../store/runhue-store.js';

/** The zoom along y of one plot: its own, for y values of different plots mean different things. */
export interface YZoom {
  /** Shown part of the y axis; null: as without a zoom. */
  readonly window: readonly [number, number] | null;
  setWindow(window: readonly [number, number] | null): void;
}

/** A plot's own y zoom, per metric; it ends with the plot. */
export function useYZoom(metric: string): YZoom {
  const { store } = useRunhueContext();
  const name = `${useId()} ${metric}`;
  const window = useRunhueStore((state) => state.view.yWindows[name]) ?? null;
  const setWindow = useMemo(
    () =>
      (next: readonly [number, number] | null): void => {
        const { yWindows } = store.getState().view;
        const { [name]: before, ...others } = yWindows;
        if (next || before) changeView(store, { yWindows: next ? { ...others, [name]: next } : others });
      },
    [store, name],
  );
  useEffect(() => () => setWindow(null), [setWindow]);
  return useMemo(() => ({ window, setWindow }), [window, setWindow]);
}
