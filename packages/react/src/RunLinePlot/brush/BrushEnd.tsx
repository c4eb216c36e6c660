import type { JSX } from 'react';

interface BrushEndProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An end of a brush: a slim handle in a target that fingers can hit. */
export function BrushEnd({ x, y, width, height }: BrushEndProps): JSX.Element {
  const target = 24;
  return (
    <>
      <rect x={x + width / 2 - target / 2} y={y} width={target} height={height} fill="transparent" />
      <rect className="runhue-plot-brush-end" x={x + width / 2 - 2.5} y={y + height / 2 - 8} width={5} height={16} rx={2.5} />
    </>
  );
}
