import type { RunInput } from '@runhue/core';
import { RunWorkspace } from '@runhue/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { loadDeepobs, loadNanogpt } from '../data/load-runs.js';
import { stageProps } from '../story-stage.js';

const meta: Meta<typeof RunWorkspace> = {
  title: 'Workspace',
  component: RunWorkspace,
  parameters: { layout: 'fullscreen' },
  decorators: [(Story) => <div style={{ height: '100vh' }}>{Story()}</div>],
  render: (args, { loaded, globals }) => <RunWorkspace {...stageProps(globals)} {...args} runs={loaded['runs'] as RunInput[]} />,
};
export default meta;

type Story = StoryObj<typeof RunWorkspace>;

/**
 * 64 nanoGPT ablations, coloured by where their validation loss ended: the runs that end worst on validation fit the training data best.
 * The domain is pinned at 1.9 at the top, because four runs that never learned would push nearly all others into one bucket.
 */
export const RealRuns: Story = {
  name: 'Real runs',
  loaders: [async () => ({ runs: await loadNanogpt() })],
  args: {
    title: 'nanogpt-ablations',
    metrics: ['val/loss', 'train/loss', 'train/step_loss', 'lr'],
    plots: {
      'val/loss': { yDomain: [1.4, 2.4], height: 300 },
      'train/loss': { yDomain: [0.4, 2.6], height: 300 },
      'train/step_loss': { yDomain: [0.4, 2.6], height: 300 },
      lr: { height: 300 },
    },
    defaultSettings: { key: 'metric:val/loss', bucketCount: 6, byKey: { 'metric:val/loss': { domain: [null, 1.9] } } },
  },
};

/** 135 runs of an optimizer sweep. Runs that diverged ended in NaN or Infinity: they have items of their own, never the top bucket's colour. */
export const DivergedRuns: Story = {
  name: 'Diverged runs',
  loaders: [async () => ({ runs: await loadDeepobs() })],
  args: {
    title: 'quadratic_deep',
    metrics: ['test_losses', 'train_losses'],
    plots: {
      test_losses: { yScale: 'log', yDomain: [80, 2000], height: 320 },
      train_losses: { yScale: 'log', yDomain: [80, 2000], height: 320 },
    },
    defaultSettings: { key: 'metric:test_losses' },
  },
};
