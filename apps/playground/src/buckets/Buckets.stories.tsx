import type { KeyId, RunInput } from '@runhue/core';
import { RunWorkspace, type RunWorkspaceProps } from '@runhue/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { loadDeepobs, loadNanogpt } from '../data/load-runs.js';
import { stageProps } from '../story-stage.js';
import { openRunColors, rowTexts, runCounts, unfoldMore } from './drawer-steps.js';

const meta: Meta<typeof RunWorkspace> = {
  title: 'Buckets',
  component: RunWorkspace,
  decorators: [(Story) => <div style={{ height: '100vh' }}>{Story()}</div>],
  render: (args, { loaded, globals }) => <RunWorkspace {...stageProps(globals)} {...args} runs={loaded['runs'] as RunInput[]} />,
};
export default meta;

type Story = StoryObj<typeof RunWorkspace>;

const learningRate: KeyId = 'config:learning_rate';
const valLoss: KeyId = 'metric:val/loss';

const nanogpt = [async () => ({ runs: await loadNanogpt() })];
const deepobs = [async () => ({ runs: await loadDeepobs() })];
const deepobsArgs: RunWorkspaceProps = {
  title: 'deepobs-quadratic',
  metrics: ['train_losses', 'test_losses'],
  plots: { train_losses: { yScale: 'log' }, test_losses: { yScale: 'log' } },
};
const nanogptArgs: RunWorkspaceProps = { title: 'nanogpt-ablations', metrics: ['val/loss', 'train/loss'] };

/** Learning rates over decades: equal width puts 123 of 135 runs into bucket 1 of 5; the drawer suggests log, one press spreads them. */
export const LogIsSuggested: Story = {
  loaders: deepobs,
  args: { ...deepobsArgs, defaultSettings: { key: learningRate } },
  play: async ({ canvasElement }) => {
    const drawer = await openRunColors(canvasElement);
    await expect(runCounts(drawer)[0]).toBe(123);
    await expect(drawer.getByText('91 % of the runs with a value are in bucket 1.', { exact: false })).toBeVisible();
    await userEvent.click(drawer.getByRole('button', { name: 'Use log buckets' }));
    await expect(runCounts(drawer)).toEqual([21, 30, 39, 21, 24]);
    await expect(drawer.queryByRole('button', { name: 'Use log buckets' })).toBeNull();
  },
};

/** Four diverged runs leave 60 of 64 in bucket 1 of 6; without the outliers, whose count stays in view, the others tell apart. */
export const OutliersAreOffered: Story = {
  loaders: nanogpt,
  args: { ...nanogptArgs, defaultSettings: { key: valLoss, yValue: 'min', bucketCount: 6 } },
  play: async ({ canvasElement }) => {
    const drawer = await openRunColors(canvasElement);
    await expect(runCounts(drawer)[0]).toBe(60);
    await userEvent.click(drawer.getByRole('button', { name: 'Leave the outliers out: Min – 1.534' }));
    await expect(drawer.getByText(/4 runs lie beyond the pinned domain 1\.\d+ – 1\.534/)).toBeVisible();
    const counts = runCounts(drawer);
    await expect(Math.max(...counts)).toBeLessThan(40);
  },
};

/** Equal counts, ties kept together. */
export const Quantile: Story = {
  loaders: nanogpt,
  args: { ...nanogptArgs, defaultSettings: { key: valLoss } },
  play: async ({ canvasElement }) => {
    const drawer = await openRunColors(canvasElement);
    await unfoldMore(drawer);
    await userEvent.selectOptions(drawer.getByRole('combobox', { name: 'Method' }), 'quantile');
    const counts = runCounts(drawer);
    await expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
  },
};

/** No buckets: each run takes its place in a ramp of 256 steps. */
export const Continuous: Story = {
  loaders: nanogpt,
  args: { ...nanogptArgs, defaultSettings: { key: valLoss, byKey: { [valLoss]: { method: 'continuous', domain: [null, 1.9] } } } },
  play: async ({ canvasElement }) => {
    const drawer = await openRunColors(canvasElement);
    await expect(drawer.getByRole('spinbutton', { name: 'Buckets' })).toBeDisabled();
    await expect(drawer.getByText(/A continuous scale has no buckets/)).toBeVisible();
  },
};

/** Edges nudged by keys and typed, refused with the reason; a bucket named and coloured; all of it taken back. */
export const BucketEditor: Story = {
  loaders: nanogpt,
  args: { ...nanogptArgs, defaultSettings: { key: valLoss, bucketCount: 4 } },
  play: async ({ canvasElement }) => {
    const drawer = await openRunColors(canvasElement);
    const edge = drawer.getByRole('slider', { name: 'Edge between buckets 1 and 2' });
    edge.focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(drawer.getByText('Edges set by hand.')).toBeVisible();
    await userEvent.click(drawer.getByRole('button', { name: /Edit bucket 2/ }));
    const upper = drawer.getByRole('textbox', { name: 'To' });
    await userEvent.clear(upper);
    await userEvent.type(upper, '1');
    await expect(drawer.getByRole('alert')).toHaveTextContent(/Must be above 1\.\d+, the edge before it/);
    await userEvent.clear(upper);
    await userEvent.type(upper, '1.8{Enter}');
    await userEvent.type(drawer.getByRole('textbox', { name: 'Name' }), 'overfits{Enter}');
    await expect(drawer.getByRole('button', { name: 'Edit bucket 2, overfits' })).toHaveAttribute('aria-expanded', 'true');
    await expect(within(canvasElement).getAllByText('overfits').length).toBeGreaterThan(0);
  },
};

/** Live runs cannot move the edges once they are frozen. */
export const FrozenEdges: Story = {
  loaders: nanogpt,
  args: { ...nanogptArgs, defaultSettings: { key: valLoss } },
  play: async ({ canvasElement }) => {
    const drawer = await openRunColors(canvasElement);
    await unfoldMore(drawer);
    const before = rowTexts(drawer);
    await userEvent.click(drawer.getByRole('button', { name: 'Freeze edges' }));
    await expect(drawer.getByText('New runs do not move the edges.')).toBeVisible();
    await expect(rowTexts(drawer)).toEqual(before);
  },
};

/** Text that means low to high takes the sequential colours, in an order that is moved by keys, buttons or drag. */
export const OrderedCategories: Story = {
  loaders: nanogpt,
  args: { ...nanogptArgs, defaultSettings: { key: 'config:pos_encoding' } },
  play: async ({ canvasElement }) => {
    const drawer = await openRunColors(canvasElement);
    await userEvent.click(drawer.getByRole('checkbox', { name: /Ordered/ }));
    const last = drawer.getAllByRole('button', { name: /^Move .* up$/ }).at(-1) as HTMLElement;
    await userEvent.click(last);
    await expect(last).toHaveFocus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await expect(drawer.getByText(/ is now 2 of 4\.$/)).toBeInTheDocument();
    await expect(drawer.getByRole('button', { name: 'Natural order' })).toBeVisible();
  },
};

/** Which config key explains the outcome? Figures as scipy.stats.kruskal gives them: H = 62.720 of 134 for learning_rate. */
export const SuggestedKeys: Story = {
  loaders: deepobs,
  args: { ...deepobsArgs, defaultSettings: { key: 'metric:test_losses', yValue: 'min' } },
  play: async ({ canvasElement }) => {
    const drawer = await openRunColors(canvasElement);
    await unfoldMore(drawer);
    const list = within(drawer.getByRole('region', { name: 'Suggest keys' }));
    await expect(list.getByText('learning_rate separates test_losses best: 0.47 of rank variance over 135 runs.')).toBeVisible();
    await expect(list.getAllByRole('button').map(({ textContent }) => textContent?.split(' of ')[0])).toEqual(['learning_rate 0.47', 'random_seed 0.36', 'optimizer 0.08']);
    await userEvent.click(list.getByRole('button', { name: /^learning_rate/ }));
    await waitFor(() => expect(drawer.getByRole('combobox', { name: 'Key' })).toHaveValue('learning_rate'));
  },
};

/** Settings as JSON, pasted with mistakes: what fits is applied, each repair is listed. And an app's presets. */
export const SettingsAsData: Story = {
  loaders: nanogpt,
  args: {
    ...nanogptArgs,
    defaultSettings: { key: valLoss },
    presets: [
      { name: 'Final loss', settings: { key: valLoss, bucketCount: 6 } },
      { name: 'By model size', settings: { key: 'config:n_params' } },
    ],
  },
  play: async ({ canvasElement }) => {
    const drawer = await openRunColors(canvasElement);
    await unfoldMore(drawer);
    const text = drawer.getByRole('textbox', { name: 'Settings as JSON' });
    await userEvent.clear(text);
    await userEvent.click(text);
    await userEvent.paste('{"key": "metric:train/loss", "yValue": "min", "bucketCount": 99}');
    await userEvent.click(drawer.getByRole('button', { name: 'Apply' }));
    await expect(drawer.getByText(/bucketCount is 99: 8 is used/)).toBeVisible();
    await userEvent.click(drawer.getByRole('button', { name: 'Final loss' }));
    await expect(drawer.getByRole('spinbutton', { name: 'Buckets' })).toHaveValue('6');
  },
};

/** The editor in Korean, on a dark surface. */
export const KoreanDark: Story = {
  loaders: nanogpt,
  globals: { locale: 'ko', theme: 'dark' },
  args: { ...nanogptArgs, defaultSettings: { key: valLoss, yValue: 'min', bucketCount: 6 } },
  play: async ({ canvasElement }) => {
    const drawer = await openRunColors(canvasElement, { settings: '설정', runs: /^Run/ });
    await userEvent.click(drawer.getByRole('button', { name: '개수가 같게 나누기' }));
    await userEvent.click(drawer.getByRole('button', { name: /버킷 2 편집/ }));
    await userEvent.click(drawer.getByText('더 보기'));
    await expect(await drawer.findByRole('combobox', { name: '나누는 방법' })).toHaveValue('quantile');
  },
};
