import type { HistoryColumns, RunInput } from '@runhue/core';
import { BucketLegend, RunhueProvider, SettingsButton, SettingsDrawer, useRunColors, useVisibleRuns } from '@runhue/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts';
import { expect, userEvent, waitFor } from 'storybook/test';
import { makeRuns } from '../data/made-runs.js';
import { stageProps } from '../story-stage.js';

const runs = makeRuns({ runs: 12, points: 40, seed: 8 });

const meta: Meta = { title: 'Your own Recharts chart' };
export default meta;

type Story = StoryObj;

/** A plain `LineChart` with a `Line` per run, the way an app has it: the kit gives only the colours. */
function OwnChart(): ReactElement {
  const { colorOf, styleOf } = useRunColors();
  const { isVisible } = useVisibleRuns();
  return (
    <LineChart responsive style={{ width: 640, maxWidth: '100%', height: 300 }} data={rowsOf(runs, 'loss')} title="loss by step">
      <CartesianGrid vertical={false} strokeOpacity={0.3} />
      <XAxis dataKey="step" />
      <YAxis width={40} />
      {runs.map(({ id }) => (
        <Line
          key={id}
          dataKey={String(id)}
          stroke={colorOf(String(id))}
          strokeDasharray={styleOf(String(id)).dash?.join(' ')}
          hide={!isVisible(String(id))}
          dot={false}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  );
}

/** Coloured by `useRunColors`, with the kit's legend and drawer beside it: the headless way, for a dozen runs. */
export const ColoredByKey: Story = {
  name: 'Colored by a key',
  render: (_, { globals }) => (
    <RunhueProvider runs={runs} {...stageProps(globals)} defaultSettings={{ key: 'config:optimizer' }}>
      <div style={{ padding: 16, display: 'flex', flexWrap: 'wrap', gap: 16, alignItems: 'flex-start' }}>
        <OwnChart />
        <div style={{ width: 200 }}>
          <SettingsButton />
          <BucketLegend />
        </div>
        <SettingsDrawer />
      </div>
    </RunhueProvider>
  ),
  play: async ({ canvas, canvasElement }) => {
    const strokes = (): Set<string | null> =>
      new Set([...canvasElement.querySelectorAll('.recharts-line-curve')].map((line) => line.getAttribute('stroke')));
    const swatches = new Set([...canvasElement.querySelectorAll('.runhue-legend .runhue-swatch rect')].map((rect) => rect.getAttribute('fill')));
    await waitFor(() => expect(strokes()).toEqual(swatches));
    const [first] = canvas.getAllByRole('button', { name: /adam/ });
    if (!first) throw new Error('The legend has no item "adam".');
    await userEvent.click(first);
    await waitFor(() => expect(strokes().size).toBe(1));
    await userEvent.click(first);
  },
};

function rowsOf(inputs: readonly RunInput[], metric: string): Record<string, number>[] {
  const columns = inputs.map(({ id, history }) => ({ id: String(id), series: (history as HistoryColumns)[metric] }));
  const length = columns[0]?.series?.steps.length ?? 0;
  return Array.from({ length }, (_, i) =>
    Object.fromEntries([['step', i], ...columns.map(({ id, series }) => [id, Number(series?.values[i])])]),
  );
}
