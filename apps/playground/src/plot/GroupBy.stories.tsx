import { BucketLegend, RunhueProvider, RunLinePlot, type RunLinePlotProps } from '@runhue/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { makeRuns } from '../data/made-runs.js';
import { stageProps } from '../story-stage.js';

const runs = makeRuns({ runs: 90, points: 200, seed: 6 });

const meta: Meta<Partial<RunLinePlotProps>> = {
  title: 'Line plot/Grouped by the Key',
  args: { groupBy: { line: 'mean', band: 'range' } },
  render: (plot, { globals }) => (
    <RunhueProvider runs={runs} {...stageProps(globals)} defaultSettings={{ key: 'config:optimizer' }}>
      <div style={{ padding: 16, maxWidth: 960, display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 400px), 1fr))', gap: 12 }}>
        <RunLinePlot metric="acc" height={280} {...plot} />
        <RunLinePlot metric="loss" height={280} {...plot} />
        <BucketLegend className="runhue-card" orientation="horizontal" style={{ gridColumn: '1 / -1' }} />
      </div>
    </RunhueProvider>
  ),
};
export default meta;

type Story = StoryObj<Partial<RunLinePlotProps>>;

/** One line per bucket, the mean of its runs, in a band from the lowest to the highest. */
export const MeanAndRange: Story = {
  play: async ({ canvas }) => {
    const [plot] = await canvas.findAllByRole('application', { name: 'acc over Step, 3 buckets' });
    plot?.focus();
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() => expect(document.querySelector('[role="tooltip"]')).toHaveTextContent(/mean acc.*min – max.*Runs here/));
  },
};

/** The middle run, and how well the mean is known. */
export const MedianAndError: Story = {
  args: { groupBy: { line: 'median', band: 'error' } },
};

/** The mean ± the standard deviation; on a log axis a band that reaches 0 goes on to the end of the axis. */
export const DeviationOnLogAxis: Story = {
  args: { groupBy: { line: 'mean', band: 'deviation' }, yScale: 'log' },
};

/** A reader turns runs into buckets and back, in the plot's header. */
export const SwitchedOnByTheReader: Story = {
  args: { groupBy: null },
  play: async ({ canvas }) => {
    const [control] = await canvas.findAllByRole('combobox', { name: 'Lines of this plot' });
    if (!control) throw new Error('no control');
    await userEvent.selectOptions(control, 'Mean · ± std. deviation');
    await expect(await canvas.findByRole('application', { name: 'acc over Step, 3 buckets' })).toBeInTheDocument();
    await expect(canvas.getByRole('application', { name: 'loss over Step, 90 runs' })).toBeInTheDocument();
  },
};
