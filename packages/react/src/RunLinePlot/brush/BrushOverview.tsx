import type { JSX } from 'react';
import { useChartHeight, usePlotArea } from 'recharts';
import type { PlotBrush } from './usePlotBrush.js';

/** Height of a brush in CSS px. */
export const brushHeight = 32;

/** Where the lines lie along the whole x axis, behind the brush. */
export function BrushOverview({ cells, range: [lowest, highest] }: Pick<PlotBrush, 'cells' | 'range'>): JSX.Element | null {
  const area = usePlotArea();
  const height = useChartHeight();
  if (!area || height === undefined) return null;
  const inset = 4;
  const across = (cell: number): number => area.x + (cell / (cells.length - 1)) * area.width;
  const down = (value: number): number => height - inset - ((value - lowest) / (highest - lowest || 1)) * (brushHeight - 2 * inset);
  const pieces: string[] = [];
  let piece: { cell: number; low: number; high: number }[] = [];
  const close = (): void => {
    // Half a pixel above and below, so that a single line shows too.
    const top = piece.map(({ cell, high }) => `${across(cell)} ${down(high) - 0.5}`);
    const bottom = piece.map(({ cell, low }) => `${across(cell)} ${down(low) + 0.5}`).reverse();
    if (piece.length > 0) pieces.push(`M${[...top, ...bottom].join('L')}Z`);
    piece = [];
  };
  cells.forEach(({ range }, cell) => {
    if (range) piece.push({ cell, low: range[0], high: range[1] });
    else close();
  });
  close();
  return <path className="runhue-plot-overview" d={pieces.join('')} />;
}
