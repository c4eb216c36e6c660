import type { RunInput } from '@runhue/core';
import { RunWorkspace } from '@runhue/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { loadNanogpt } from '../data/load-runs.js';
import { makeRuns } from '../data/made-runs.js';
import { Frame, stageProps } from '../story-stage.js';
import { categoryRuns, constantRuns, hostileRuns, spottyRuns } from './state-runs.js';

const meta: Meta<typeof RunWorkspace> = {
  title: 'States',
  component: RunWorkspace,
  parameters: { layout: 'fullscreen' },
  decorators: [(Story) => <div style={{ height: '100vh' }}>{Story()}</div>],
  render: (args, { globals }) => <RunWorkspace {...stageProps(globals)} {...args} />,
};
export default meta;

type Story = StoryObj<typeof RunWorkspace>;

const legend = (canvas: { getByRole: (role: string, options: { name: RegExp }) => HTMLElement }): HTMLElement =>
  canvas.getByRole('toolbar', { name: /run colors/i });

/** Nothing to show yet: a sentence that says how to go on. */
export const NoRuns: Story = {
  args: { runs: [] },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/No runs yet/)).toBeVisible();
  },
};

export const Loading: Story = {
  args: { runs: [], loading: true },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Loading runs…')).toBeVisible();
  },
};

/** Runs that carry a config but logged nothing. */
export const NoHistory: Story = {
  args: { runs: [{ id: 'a', config: { lr: 0.1 } }, { id: 'b', config: { lr: 0.2 } }] },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/No run has a history/)).toBeVisible();
    await expect(legend(canvas)).toHaveTextContent('0.1');
  },
};

export const OneRun: Story = {
  args: { runs: makeRuns({ runs: 1, points: 60 }) },
  play: async ({ canvas }) => {
    await expect(legend(canvas).querySelectorAll('button')).toHaveLength(1);
  },
};

export const ThreeRuns: Story = { args: { runs: makeRuns({ runs: 3, points: 60, seed: 4 }) } };

/** A Key with the same value in every run: one bucket in the middle colour, labelled with the value. */
export const ConstantKey: Story = {
  args: { runs: constantRuns(), defaultSettings: { key: 'config:batch_size' } },
  play: async ({ canvas }) => {
    const items = legend(canvas).querySelectorAll('button');
    await expect(items).toHaveLength(1);
    await expect(items[0]).toHaveTextContent('64');
  },
};

/** Runs without the Key have an item of their own: grey, dashed, drawn beneath. */
export const MissingValues: Story = {
  args: { runs: spottyRuns(), defaultSettings: { key: 'metric:acc' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: /No value/ })).toHaveTextContent('4');
  },
};

/** NaN, Infinity and values that are not numbers: counted, named, never in the extent. */
export const NanAndInfinity: Story = {
  name: 'NaN and Infinity',
  args: { runs: hostileRuns(), defaultSettings: { key: 'metric:loss' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: /No value/ })).toBeVisible();
    await expect(canvas.getByRole('button', { name: /Non-finite/ })).toBeVisible();
  },
};

/** Text has a bucket per value, in natural order: `layer2` before `layer10`. */
export const CategoryKey: Story = {
  args: { runs: categoryRuns(5), defaultSettings: { key: 'config:model' } },
  play: async ({ canvas }) => {
    const names = [...legend(canvas).querySelectorAll('.runhue-legend-label')].map((label) => label.textContent);
    await expect(names).toEqual(['layer1', 'layer2', 'layer5', 'layer10', 'layer20']);
  },
};

/** More than twelve values: the eleven most frequent, and the rest together. */
export const ManyCategories: Story = {
  args: { runs: categoryRuns(16), defaultSettings: { key: 'config:model' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: /Other \(5\)/ })).toBeVisible();
  },
};

/** Each run in a colour of its own, kept by a hash of its id. */
export const OriginalRunColors: Story = {
  name: 'Original run colors',
  args: { runs: makeRuns({ runs: 9, points: 60, seed: 2 }), defaultSettings: { mode: 'original' } },
};

/** W&B's light-yellow-first ramp, each step cased where white would swallow it. */
export const ClassicPalette: Story = {
  args: { runs: makeRuns({ runs: 40, points: 80 }), defaultSettings: { key: 'metric:acc', palette: 'classic', bucketCount: 6 } },
};

export const ThousandRuns: Story = {
  name: '1,000 runs',
  args: { runs: makeRuns({ runs: 1000, points: 200 }), defaultSettings: { key: 'metric:acc', bucketCount: 8 } },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getAllByText(/1,000/).length).toBeGreaterThan(0));
    await expect(canvas.getByRole('table').querySelectorAll('[role=row]').length).toBeLessThan(100);
  },
};

const nanogpt = [async () => ({ runs: await loadNanogpt() })];
const nanogptArgs: Story['args'] = {
  title: 'nanogpt-ablations',
  metrics: ['val/loss', 'train/loss', 'train/step_loss', 'lr'],
  defaultSettings: { key: 'metric:val/loss', bucketCount: 6, byKey: { 'metric:val/loss': { domain: [null, 1.9] } } },
};

export const Dark: Story = {
  globals: { theme: 'dark' },
  loaders: nanogpt,
  args: nanogptArgs,
  render: (args, { loaded, globals }) => <RunWorkspace {...stageProps(globals)} {...args} runs={loaded['runs'] as RunInput[]} />,
};

export const Korean: Story = {
  globals: { locale: 'ko' },
  loaders: nanogpt,
  args: nanogptArgs,
  render: (args, { loaded, globals }) => <RunWorkspace {...stageProps(globals)} {...args} runs={loaded['runs'] as RunInput[]} />,
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('toolbar', { name: 'Run 색상: val/loss · 최신' })).toBeVisible();
  },
};

/** As on a phone. */
export const Narrow: Story = {
  loaders: nanogpt,
  args: nanogptArgs,
  render: (args, { loaded, globals }) => (
    <Frame width={390} height={844}>
      <RunWorkspace {...stageProps(globals)} {...args} runs={loaded['runs'] as RunInput[]} />
    </Frame>
  ),
};
