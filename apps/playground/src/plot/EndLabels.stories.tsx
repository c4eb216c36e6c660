import type { RunInput } from '@runhue/core';
import { BucketLegend, RunhueProvider, RunLinePlot, type RunLinePlotProps } from '@runhue/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { makeRuns } from '../data/made-runs.js';
import { stageProps } from '../story-stage.js';

interface EndsStory extends Partial<RunLinePlotProps> {
  readonly runs: readonly RunInput[];
}

const meta: Meta<EndsStory> = {
  title: 'Line plot/Names at the ends',
  render: ({ runs, ...plot }, { globals }) => (
    <RunhueProvider runs={runs} {...stageProps(globals)} defaultSettings={{ key: 'metric:acc', yValue: 'max' }}>
      <div style={{ padding: 16, maxWidth: 800, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 12 }}>
        <RunLinePlot metric="acc" height={300} {...plot} />
        <BucketLegend className="runhue-card" orientation="horizontal" />
      </div>
    </RunhueProvider>
  ),
};
export default meta;

type Story = StoryObj<EndsStory>;

/** A plot of a few runs names them where they end. */
export const FewRuns: Story = {
  args: { runs: makeRuns({ runs: 4, points: 300, seed: 6 }) },
};

/** A dozen runs that end close together: names part, and lines lead to them. */
export const Dozen: Story = {
  args: { runs: makeRuns({ runs: 12, points: 120, seed: 3 }) },
};

/** Of many runs those are named that stand out: here a bucket that is pointed at, beside the baseline. */
export const HighlightedBucket: Story = {
  args: { runs: makeRuns({ runs: 60, points: 120, seed: 6 }), endLabels: true, baseline: 'run-4' },
  play: async ({ canvas }) => {
    const button = (await canvas.findAllByRole('button', { name: /–/ }))[3];
    if (!button) throw new Error('no bucket');
    await userEvent.hover(button);
    const names = await canvas.findByRole('img', { name: /Lines end, from the top/ });
    await expect(names.querySelectorAll('text').length).toBeGreaterThan(3);
  },
};
