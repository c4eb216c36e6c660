import { useMemo } from 'react';
import { useMessages } from '../../hooks/useMessages.js';
import { useRunhueStore } from '../../hooks/useRunhueStore.js';
import { fill } from '../../messages/fill.js';
import { toPixels } from '../pixel-axis.js';
import type { PlotModel } from '../usePlotModel.js';
import { usePlotView } from '../usePlotView.js';
import type { XAxisName } from '../x-values.js';
import { overviewAxis, plotOverview, type OverviewCell } from './plot-overview.js';

/** What Recharts' brush shows and does. */
export interface PlotBrush {
  readonly cells: readonly OverviewCell[];
  /** Ends of the overview, straightened. */
  readonly range: readonly [number, number];
  readonly startIndex: number;
  readonly endIndex: number;
  readonly name: string;
  readonly formatX: (value: number) => string;
  readonly onChange: (next: { readonly startIndex?: number; readonly endIndex?: number }) => void;
}

export interface BrushOptions {
  readonly model: PlotModel;
  readonly xAxis: XAxisName;
  readonly xName: string;
  readonly formatX: (value: number) => string;
}

/** The brush of a plot, which moves the part of the x axis that all plots with this axis show; null where it is not asked for. */
export function usePlotBrush(isOn: boolean, { model, xAxis, xName, formatX }: BrushOptions): PlotBrush | null {
  const { lines, wholeX, x, y } = model;
  const messages = useMessages();
  const window = useRunhueStore((state) => state.view.xWindows[xAxis]) ?? null;
  const { setWindow } = usePlotView(xAxis);
  const [first, last] = wholeX ?? [NaN, NaN];
  const axis = useMemo(
    () => (isOn && first < last ? overviewAxis({ kind: x.kind, constant: x.constant }, wholeOf(x.kind, first, last, lines)) : null),
    [isOn, first, last, x.kind, x.constant, lines],
  );
  const cells = useMemo(() => axis && plotOverview(lines, axis, { kind: y.kind, constant: y.constant }), [axis, lines, y.kind, y.constant]);
  return useMemo(() => {
    if (!axis || !cells) return null;
    const end = cells.length - 1;
    const place = (value: number): number => Math.max(0, Math.min(end, Math.round(toPixels(axis)(value))));
    const [lower, upper] = window ?? axis.domain;
    const startIndex = Math.min(end - 1, place(lower));
    const endIndex = Math.max(startIndex + 1, place(upper));
    const ranges = cells.flatMap(({ range }) => range ?? []);
    return {
      cells,
      range: [Math.min(...ranges), Math.max(...ranges)],
      startIndex,
      endIndex,
      name: fill(messages.plotZoomed, { name: xName, lower: formatX(lower), upper: formatX(upper) }),
      formatX,
      onChange: ({ startIndex: from = 0, endIndex: to = end }) => {
        if (from >= to || (from === startIndex && to === endIndex)) return;
        setWindow(from === 0 && to === end ? null : [cells[from]?.x ?? axis.domain[0], cells[to]?.x ?? axis.domain[1]]);
      },
    };
  }, [axis, cells, window, xName, formatX, messages, setWindow]);
}

/** A log axis begins at the first x above 0. */
function wholeOf(kind: string, first: number, last: number, lines: PlotModel['lines']): readonly [number, number] {
  if (kind !== 'log' || first > 0) return [first, last];
  let positive = last;
  for (const { x } of lines) positive = Math.min(positive, x.find((value) => value > 0) ?? last);
  return [positive, last];
}
