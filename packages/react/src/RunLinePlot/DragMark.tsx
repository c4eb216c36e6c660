import type { JSX } from 'react';
import type { DragSelection } from './drag-selection.js';
import type { PlotFrame } from './PlotChart.js';

interface DragMarkProps {
  readonly selection: DragSelection;
  readonly frame: PlotFrame;
}

/** What is being dragged over: a band of x, a band of y or a rectangle. */
export function DragMark({ selection: { x, y }, frame }: DragMarkProps): JSX.Element {
  const [left, right] = x ?? [0, frame.width];
  const [top, bottom] = y ?? [0, frame.height];
  const axes = x && y ? 'both' : x ? 'x' : 'y';
  return <div className="runhue-plot-selection" data-axes={axes} style={{ left, top, width: right - left, height: bottom - top }} />;
}
