import { useState, type JSX } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';
import { colorAt, isToggled, type BenchData } from '../bench-data.js';
import type { ChartOptions } from '../contestant.js';
import { serve } from '../page.js';

type Row = Readonly<Record<string, number>>;

interface State {
  readonly round: number;
  readonly hidden: boolean;
  readonly xDomain: readonly [number, number];
}

interface PlotProps {
  readonly rows: readonly Row[];
  readonly data: BenchData;
  readonly options: ChartOptions;
  readonly onState: (set: (patch: Partial<State>) => void) => void;
}

/** A Line per run, no dots, no animation; the tooltip shows the first line at that x (all of them would not fit). */
function Plot({ rows, data, options, onState }: PlotProps): JSX.Element {
  const [state, setState] = useState<State>({ round: 0, hidden: false, xDomain: data.xDomain });
  onState((patch) => flushSync(() => setState((now) => ({ ...now, ...patch }))));
  return (
    <LineChart width={options.width} height={options.height} data={[...rows]}>
      <CartesianGrid vertical={false} />
      <XAxis dataKey="x" type="number" domain={[...state.xDomain]} allowDataOverflow />
      <YAxis />
      <Tooltip isAnimationActive={false} content={<Tip />} />
      {data.ys.map((_, line) => (
        <Line
          key={line}
          dataKey={`y${line}`}
          stroke={colorAt(line, state.round)}
          strokeWidth={options.lineWidth}
          dot={false}
          isAnimationActive={false}
          hide={state.hidden && isToggled(line)}
        />
      ))}
    </LineChart>
  );
}

function Tip({ active, label, payload }: { readonly active?: boolean; readonly label?: number; readonly payload?: readonly { value?: unknown }[] }): JSX.Element | null {
  return active ? <div className="tip">{`${String(payload?.[0]?.value)} at ${label}`}</div> : null;
}

serve<Row[]>({
  prepare: ({ x, ys }) =>
    Array.from(x, (value, i) => {
      const row: Record<string, number> = { x: value };
      ys.forEach((y, line) => (row[`y${line}`] = y[i] ?? NaN));
      return row;
    }),
  mount(root, rows, options, data) {
    let set: (patch: Partial<State>) => void = () => undefined;
    const react = createRoot(root);
    flushSync(() => react.render(<Plot rows={rows} data={data} options={options} onState={(next) => (set = next)} />));
    return {
      recolor: { colors: (round) => set({ round }) },
      toggle: (hidden) => set({ hidden }),
      zoom: (xDomain) => set({ xDomain }),
      reading: () => root.querySelector('.tip')?.textContent ?? '',
      unmount: () => react.unmount(),
    };
  },
});
