import { appendHistory, createRuns, type RunSet } from '@runhue/core';
import { BucketLegend, RunhueProvider, RunLinePlot } from '@runhue/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, useState, type JSX } from 'react';
import { expect, userEvent, waitFor } from 'storybook/test';
import { makeRuns } from '../data/made-runs.js';
import { stageProps } from '../story-stage.js';

const whole = makeRuns({ runs: 24, points: 600, seed: 9 });

type Columns = Readonly<Record<string, { readonly steps: Float64Array; readonly values: Float64Array }>>;

/** The runs as they were after so many steps. */
function begun(steps: number): RunSet {
  return createRuns(
    whole.map((run) => {
      const history = run.history as Columns;
      const cut = Object.entries(history).map(([metric, series]) => [metric, { steps: series.steps.slice(0, steps), values: series.values.slice(0, steps) }]);
      return { ...run, history: Object.fromEntries(cut) };
    }),
  );
}

/** The same runs with one more step. */
function grown({ runs, problems }: RunSet, step: number): RunSet {
  const next = runs.map((run, i) => {
    const history = whole[i]?.history as Columns | undefined;
    return appendHistory(run, [{ _step: step, acc: history?.['acc']?.values[step] ?? null, loss: history?.['loss']?.values[step] ?? null }]);
  });
  return { runs: next, problems };
}

function Training({ stage }: { readonly stage: ReturnType<typeof stageProps> }): JSX.Element {
  const [runs, setRuns] = useState(() => begun(120));
  useEffect(() => {
    let step = 120;
    const timer = setInterval(() => {
      if (step >= 600) clearInterval(timer);
      else setRuns((now) => grown(now, step++));
    }, 100);
    return () => clearInterval(timer);
  }, []);
  return (
    <RunhueProvider runs={runs} {...stage} defaultSettings={{ key: 'config:learning_rate', byKey: { 'config:learning_rate': { method: 'log' } } }}>
      <div style={{ padding: 16, maxWidth: 960, display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 400px), 1fr))', gap: 12 }}>
        <RunLinePlot metric="acc" height={280} live />
        <RunLinePlot metric="loss" height={280} live />
        <BucketLegend className="runhue-card" orientation="horizontal" style={{ gridColumn: '1 / -1' }} />
      </div>
    </RunhueProvider>
  );
}

const meta: Meta = { title: 'Line plot/Streaming', render: (_, { globals }) => <Training stage={stageProps(globals)} /> };
export default meta;

/** Runs grow while one looks; a plot can be paused, says what waits, and goes on. */
export const Paused: StoryObj = {
  play: async ({ canvas }) => {
    const [pause] = await canvas.findAllByRole('button', { name: 'Pause this plot' });
    if (!pause) throw new Error('no pause button');
    await userEvent.click(pause);
    const resume = await canvas.findByRole('button', { name: /^Resume/ });
    await waitFor(() => expect(resume).toHaveTextContent(/paused · \d+ new points/), { timeout: 5000 });
  },
};
