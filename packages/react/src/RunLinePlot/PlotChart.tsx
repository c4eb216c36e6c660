import { memo, useLayoutEffect, useState, type JSX, type NamedExoticComponent } from 'react';
import { Brush, CartesianGrid, Label, LineChart, useChartWidth, usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts';
import { createAxisScale } from './axis-scale.js';
import { axisTick, roomyTicks } from './axis-tick.js';
import { BrushEnd } from './brush/BrushEnd.js';
import { brushHeight, BrushOverview } from './brush/BrushOverview.js';
import type { PlotBrush } from './brush/usePlotBrush.js';
import { toPixels, type PixelAxis } from './pixel-axis.js';
import type { PlotAxis } from './plot-axis.js';
import { textWidth } from './text-width.js';

/** Where Recharts put the plot: its place within the chart and both axes in CSS px from the plot's top left corner. */
export interface PlotFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly x: PixelAxis;
  readonly y: PixelAxis;
  /** Width of the whole chart, with axes and gutter, in CSS px. */
  readonly outerWidth: number;
}

interface PlotChartProps {
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly xName: string;
  /** Room on the right for names of lines, in CSS px. */
  readonly gutter: number;
  /** Null: none. */
  readonly brush: PlotBrush | null;
  readonly onFrame: (frame: PlotFrame) => void;
}

const fill = { width: '100%', height: '100%' };
const noData: never[] = [];

/** The frame of a plot, by Recharts: axes, grid and layout, and no line. Its scales place the canvas. */
export const PlotChart: NamedExoticComponent<PlotChartProps> = memo(function PlotChart({ x, y, xName, gutter, brush, onFrame }: PlotChartProps): JSX.Element {
  const yWidth = Math.ceil(Math.max(0, ...y.ticks.map((value) => textWidth(y.formatTick(value))))) + 10;
  // Where not all texts of x have room; known once the chart is laid out.
  const [few, setFew] = useState<{ readonly x: PlotAxis; readonly ticks: readonly number[] } | null>(null);
  const xTicks = few?.x === x ? few.ticks : x.ticks;
  const endWidth = textWidth(x.formatTick(x.ticks.at(-1) ?? 0)) / 2;
  return (
    <LineChart
      responsive
      style={fill}
      data={brush?.cells ?? noData}
      margin={{ top: 8, right: Math.ceil(Math.max(8, endWidth, gutter)), bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} syncWithTicks stroke="var(--runhue-grid)" />
      <XAxis
        type="number"
        dataKey="x"
        scale={createAxisScale(x)}
        domain={[...x.domain]}
        ticks={[...xTicks]}
        allowDataOverflow
        interval={0}
        tick={axisTick(x, 'bottom')}
        tickLine={false}
        tickSize={0}
        tickMargin={8}
        axisLine={{ stroke: 'var(--runhue-hairline)' }}
        height={38}
      >
        <Label value={xName} position="insideBottomRight" offset={4} fill="var(--runhue-muted)" fontSize={12} />
      </XAxis>
      <YAxis
        type="number"
        scale={createAxisScale(y)}
        domain={[...y.domain]}
        ticks={[...y.ticks]}
        allowDataOverflow
        interval={0}
        tick={axisTick(y, 'left')}
        tickLine={false}
        tickSize={0}
        tickMargin={8}
        axisLine={false}
        width={yWidth}
      />
      {brush && <BrushOverview cells={brush.cells} range={brush.range} />}
      {brush && brushOf(brush)}
      <FrameReader x={x} y={y} xTicks={xTicks} onTicks={setFew} onFrame={onFrame} />
    </LineChart>
  );
});

/** Recharts' brush, with texts beside its ends where the chart has room for them. An element, not a component of ours: Recharts reads its props. */
function brushOf({ cells, startIndex, endIndex, name, formatX, onChange }: PlotBrush): JSX.Element {
  return (
    <Brush
      dataKey="x"
      height={brushHeight}
      travellerWidth={6}
      traveller={(end) => <BrushEnd {...end} />}
      fill="transparent"
      stroke="var(--runhue-muted)"
      startIndex={startIndex}
      endIndex={endIndex}
      ariaLabel={name}
      tickFormatter={(value: number, index) => (index > 0 && index < cells.length * 0.92 ? formatX(value) : '')}
      onChange={onChange}
    />
  );
}

interface FrameReaderProps extends Pick<PlotChartProps, 'x' | 'y' | 'onFrame'> {
  readonly xTicks: readonly number[];
  readonly onTicks: (few: { readonly x: PlotAxis; readonly ticks: readonly number[] }) => void;
}

/** Hands out where Recharts put things, once its scales follow the axes that were asked for. */
function FrameReader({ x, y, xTicks, onTicks, onFrame }: FrameReaderProps): null {
  const outerWidth = useChartWidth() ?? 0;
  const area = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  const left = area?.x ?? 0;
  const top = area?.y ?? 0;
  const width = area?.width ?? 0;
  const height = area?.height ?? 0;
  useLayoutEffect(() => {
    if (!xScale || !yScale || !(width > 0 && height > 0)) return;
    const range = (scale: typeof xScale, axis: PlotAxis, origin: number): readonly [number, number] => [
      (scale(axis.domain[0]) ?? NaN) - origin,
      (scale(axis.domain[1]) ?? NaN) - origin,
    ];
    const [x0, x1] = range(xScale, x, left);
    const [y0, y1] = range(yScale, y, top);
    const settled = [x0, x1 - width, y0 - height, y1].every((distance) => Math.abs(distance) < 0.01);
    if (settled) onFrame({ left, top, width, height, x: { ...x, range: [0, width] }, y: { ...y, range: [height, 0] }, outerWidth });
  }, [x, y, xScale, yScale, left, top, width, height, outerWidth, onFrame]);
  useLayoutEffect(() => {
    if (!(width > 0) || !(Math.abs((xScale?.(x.domain[1]) ?? NaN) - left - width) < 0.01)) return;
    const ticks = roomyTicks(x, toPixels({ ...x, range: [0, width] }));
    if (ticks.length !== xTicks.length) onTicks({ x, ticks });
  }, [x, xTicks, xScale, left, width, onTicks]);
  return null;
}
