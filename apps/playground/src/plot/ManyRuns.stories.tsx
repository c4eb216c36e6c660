import { createRuns, type RunSet } from '@runhue/core';
import { BucketLegend, RunhueProvider, RunLinePlot, SettingsButton, SettingsDrawer, type RunLinePlotProps } from '@runhue/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type JSX } from 'react';
import { expect, fireEvent, userEvent, waitFor } from 'storybook/test';
import { stageProps } from '../story-stage.js';

const runCount = 1000;
const pointCount = 10_000;

/** Ten million points, the same each time: losses that fall as fast as the learning rate lets them, some of them noisy. */
function manyRuns(): RunSet {
  let state = 7;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
  const steps = Float64Array.from({ length: pointCount }, (_, i) => i);
  return createRuns(
    Array.from({ length: runCount }, (_, i) => {
      const power = 4 * next();
      const floor = 0.15 + 0.08 * (power - 2.4) ** 2 + 0.1 * next();
      const speed = 2 + 6 * (1 - Math.abs(power - 2.4) / 4);
      const noise = 0.02 + 0.08 * next();
      const values = new Float64Array(pointCount);
      for (let step = 0; step < pointCount; step++) values[step] = floor + Math.exp((-speed * step) / pointCount) + noise * (next() - 0.5);
      const config = { lr: 10 ** (power - 5), batch_size: 2 ** (4 + (i % 5)), optimizer: ['adamw', 'sgd', 'lion'][i % 3] };
      return { id: `run-${i}`, name: `run ${i}`, config, history: { loss: { steps, values } } };
    }),
  );
}

let made: RunSet | null = null;

function Many({ stage, plot }: { readonly stage: ReturnType<typeof stageProps>; readonly plot: Partial<RunLinePlotProps> }): JSX.Element {
  const [isSmooth, setSmooth] = useState(false);
  return (
    <RunhueProvider runs={(made ??= manyRuns())} {...stage} defaultSettings={{ key: 'config:lr', byKey: { 'config:lr': { method: 'log' } } }}>
      <div style={{ padding: 16, maxWidth: 1100, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: 12 }}>
        <div style={{ gridColumn: '1 / -1', display: 'flex', alignItems: 'center', gap: 16 }}>
          <label>
            <input type="checkbox" checked={isSmooth} onChange={(event) => setSmooth(event.target.checked)} /> Smooth
          </label>
          <SettingsButton />
        </div>
        <RunLinePlot metric="loss" height={460} smoothing={isSmooth ? { method: 'time-ema', amount: 0.8 } : undefined} {...plot} />
        <BucketLegend className="runhue-card" />
      </div>
      <SettingsDrawer />
    </RunhueProvider>
  );
}

const meta: Meta<Partial<RunLinePlotProps>> = { title: 'Line plot/1,000 runs × 10,000 points', render: (plot, { globals }) => <Many stage={stageProps(globals)} plot={plot} /> };
export default meta;

/** Hide, read, zoom and smooth: everything answers at once. `pnpm bench --trace` prints the longest task of each of these acts. */
export const AnswersAtOnce: StoryObj<Partial<RunLinePlotProps>> = {
  play: async ({ canvas }) => {
    const plot = await canvas.findByRole('application', { name: 'loss over Step, 1,000 runs' });
    const lines = plot.querySelector('canvas');
    const picture = (): string => lines?.toDataURL() ?? '';
    await waitFor(() => expect(lines?.height).toBeGreaterThan(300), { timeout: 10_000 });
    const whole = picture();
    const [first] = canvas.getAllByRole('button', { pressed: true });
    if (!first) throw new Error('no legend item');
    first.focus();
    await userEvent.keyboard(' ');
    await waitFor(() => expect(picture()).not.toBe(whole));
    await userEvent.keyboard(' ');
    await waitFor(() => expect(first).toHaveAttribute('aria-pressed', 'true'));
    first.blur();
    await waitFor(() => expect(picture()).toBe(whole));
    const box = plot.getBoundingClientRect();
    await fireEvent.pointerMove(plot, { clientX: box.left + box.width / 2, clientY: box.top + 0.75 * box.height, pointerType: 'mouse' });
    await waitFor(() => expect(document.querySelector('[role="tooltip"]')).toHaveTextContent(/run \d+/));
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Smooth' }));
    await waitFor(() => expect(picture()).not.toBe(whole), { timeout: 10_000 });
  },
};
