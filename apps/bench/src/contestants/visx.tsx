import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { useState, type JSX, type MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { colorAt, isToggled, nearestLine, type BenchData } from '../bench-data.js';
import type { ChartOptions } from '../contestant.js';
import { serve } from '../page.js';

const margin = { left: 50, right: 10, top: 10, bottom: 30 };

interface State {
  readonly round: number;
  readonly hidden: boolean;
  readonly xDomain: readonly [number, number];
}

interface PlotProps {
  readonly points: readonly (readonly [number, number])[][];
  readonly data: BenchData;
  readonly options: ChartOptions;
  readonly onState: (set: (patch: Partial<State>) => void) => void;
}

/** A LinePath per run in one SVG, with axes and a tooltip of our own, as visx leaves them to the app. */
function Plot({ points, data, options, onState }: PlotProps): JSX.Element {
  const [state, setState] = useState<State>({ round: 0, hidden: false, xDomain: data.xDomain });
  const [tip, setTip] = useState<{ readonly left: number; readonly top: number; readonly text: string } | null>(null);
  onState((patch) => flushSync(() => setState((now) => ({ ...now, ...patch }))));
  const { width, height, lineWidth } = options;
  const x = scaleLinear({ domain: [...state.xDomain], range: [margin.left, width - margin.right] });
  const y = scaleLinear({ domain: [...data.yDomain], range: [height - margin.bottom, margin.top] });
  const onMouseMove = (event: MouseEvent): void => {
    const { offsetX, offsetY } = event.nativeEvent;
    const index = Math.round(x.invert(offsetX));
    const line = nearestLine(data, index, y.invert(offsetY), (candidate) => !(state.hidden && isToggled(candidate)));
    setTip({ left: offsetX, top: offsetY, text: `run ${line}: ${data.ys[line]?.[index]} at ${index}` });
  };
  return (
    <>
      <svg width={width} height={height} onMouseMove={onMouseMove}>
        <AxisBottom scale={x} top={height - margin.bottom} />
        <AxisLeft scale={y} left={margin.left} />
        <clipPath id="plot">
          <rect x={margin.left} y={0} width={width - margin.left - margin.right} height={height} />
        </clipPath>
        <g clipPath="url(#plot)">
          {points.map((line, i) =>
            state.hidden && isToggled(i) ? null : (
              <LinePath key={i} data={line} x={(point) => x(point[0])} y={(point) => y(point[1])} stroke={colorAt(i, state.round)} strokeWidth={lineWidth} />
            ),
          )}
        </g>
      </svg>
      {tip && (
        <div className="tip" style={{ left: tip.left + 12, top: tip.top }}>
          {tip.text}
        </div>
      )}
    </>
  );
}

serve<(readonly [number, number])[][]>({
  prepare: ({ x, ys }) => ys.map((y) => Array.from(x, (value, i): readonly [number, number] => [value, y[i] ?? NaN])),
  mount(root, points, options, data) {
    let set: (patch: Partial<State>) => void = () => undefined;
    const react = createRoot(root);
    flushSync(() => react.render(<Plot points={points} data={data} options={options} onState={(next) => (set = next)} />));
    return {
      recolor: { colors: (round) => set({ round }) },
      toggle: (hidden) => set({ hidden }),
      zoom: (xDomain) => set({ xDomain }),
      reading: () => root.querySelector('.tip')?.textContent ?? '',
      unmount: () => react.unmount(),
    };
  },
});
