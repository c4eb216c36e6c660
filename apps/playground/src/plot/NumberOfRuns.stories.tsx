import { RunhueProvider, RunLinePlot } from '@runhue/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { makeRuns } from '../data/made-runs.js';
import { stageProps } from '../story-stage.js';

const made = [3, 30, 300, 3000].map((runs) => makeRuns({ runs, points: 100, seed: 12 }));

const meta: Meta = { title: 'Line plot/Number of runs' };
export default meta;

/** The same plot of 3, 30, 300 and 3,000 runs: lines get thinner with their number, a few are named where they end. */
export const FromThreeToThreeThousand: StoryObj = {
  name: 'From 3 to 3,000',
  render: (_, { globals }) => (
    <div style={{ padding: 16, maxWidth: 1200, display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 400px), 1fr))', gap: 12 }}>
      {made.map((runs) => (
        <RunhueProvider key={runs.length} runs={runs} {...stageProps(globals)} defaultSettings={{ key: 'metric:acc', bucketCount: 6 }}>
          <RunLinePlot metric="acc" title={`acc of ${runs.length.toLocaleString('en')} runs`} height={320} />
        </RunhueProvider>
      ))}
    </div>
  ),
  play: async ({ canvas }) => {
    await waitFor(async () => expect(canvas.getAllByRole('application')).toHaveLength(made.length));
  },
};
