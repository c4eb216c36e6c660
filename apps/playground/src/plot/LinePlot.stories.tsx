import type { RunInput } from '@runhue/core';
import { BucketLegend, RunhueProvider, RunLinePlot, type RunLinePlotProps } from '@runhue/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { makeRuns } from '../data/made-runs.js';
import { stageProps } from '../story-stage.js';

interface PlotStory extends Partial<RunLinePlotProps> {
  readonly runs?: readonly RunInput[];
}

const made = makeRuns({ runs: 36, points: 80, seed: 6 });

const meta: Meta<PlotStory> = {
  title: 'Line plot',
  render: ({ runs = made, ...plot }, { globals }) => (
    <RunhueProvider runs={runs} {...stageProps(globals)} defaultSettings={{ key: 'metric:acc', yValue: 'max' }}>
      <div style={{ padding: 16, maxWidth: 720, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 12 }}>
        <RunLinePlot metric="acc" height={280} {...plot} />
        <BucketLegend className="runhue-card" orientation="horizontal" />
      </div>
    </RunhueProvider>
  ),
};
export default meta;

type Story = StoryObj<PlotStory>;

const tooltipOf = async (): Promise<HTMLElement> =>
  waitFor(() => {
    const tip = document.querySelector<HTMLElement>('[role="tooltip"]');
    if (!tip) throw new Error('no tooltip');
    return tip;
  });

/** Drag along x, along y or over a rectangle to zoom; plus and minus do it by keys, with Alt along y. A double click shows all again. */
export const Zoom: Story = {
  play: async ({ canvas }) => {
    const plot = await canvas.findByRole('application');
    plot.focus();
    await userEvent.keyboard('{ArrowLeft}{Alt>}={/Alt}');
    await expect(await canvas.findByText(/^acc from/)).toBeInTheDocument();
    await expect(canvas.getByRole('button', { name: 'Reset zoom' })).toBeInTheDocument();
  },
};

/** The nearest run, and its neighbours at that x; a pinned reading can be copied. */
export const TooltipNearby: Story = {
  play: async ({ canvas }) => {
    (await canvas.findByRole('application')).focus();
    await userEvent.keyboard('{Home}{PageDown}{PageDown}{PageDown}{Enter}');
    const tip = await tooltipOf();
    await expect(tip.querySelectorAll('li')).toHaveLength(4);
    await expect(tip.querySelector('button')).toHaveTextContent('Copy');
  },
};

/** Every run with a value at that x; the list of a pinned reading scrolls. */
export const TooltipAll: Story = {
  args: { tooltip: 'all' },
  play: async ({ canvas }) => {
    (await canvas.findByRole('application')).focus();
    await userEvent.keyboard('{Home}{Enter}');
    await expect((await tooltipOf()).querySelectorAll('li').length).toBeGreaterThan(12);
  },
};

/** The run that others are compared with: dashed, on top, in the text's colour; the tooltip says how far a run is from it. */
export const Baseline: Story = {
  args: { baseline: made[7]?.id === undefined ? undefined : String(made[7].id) },
  play: async ({ canvas }) => {
    (await canvas.findByRole('application')).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(await tooltipOf()).toHaveTextContent(/Baseline .*Difference/);
  },
};

/** Recharts' brush, over an overview of the lines: its ends and the part between move what every plot with this x axis shows. */
export const WithBrush: Story = {
  args: { brush: true, height: 320 },
  play: async ({ canvas }) => {
    const [start] = await canvas.findAllByRole('slider');
    start?.focus();
    for (let i = 0; i < 10; i++) await userEvent.keyboard('{ArrowRight}');
    await expect(await canvas.findByRole('button', { name: 'Reset zoom' })).toBeInTheDocument();
  },
};

/** A width of the app's own; without one it follows the number of runs. */
export const WideLines: Story = {
  args: { runs: makeRuns({ runs: 6, points: 80, seed: 6 }), lineWidth: 3 },
};
