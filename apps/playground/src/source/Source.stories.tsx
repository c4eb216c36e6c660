import { httpSource } from '@runhue/sources/http-source';
import { memorySource } from '@runhue/sources/memory-source';
import { serveRunSource } from '@runhue/sources/serve-source';
import { createRuns, type RunSource } from '@runhue/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { makeRuns } from '../data/made-runs.js';
import { Frame, stageProps } from '../story-stage.js';
import { generatedSource } from './generated-source.js';
import { legendOf, settled, SourceStage, type Canvas } from './source-stage.js';
import { cutOff, garbled, gone, outOfMemory, troubledSource } from './troubled-source.js';

const inMemory = (runs = 60): RunSource => memorySource(createRuns(makeRuns({ runs, points: 400 })));
const million = (): RunSource => generatedSource({ runs: 1_000_000, steps: 20_000 });

const meta: Meta<typeof SourceStage> = {
  title: 'Source',
  component: SourceStage,
  parameters: { layout: 'fullscreen' },
  decorators: [(Story) => <div style={{ height: '100vh' }}>{Story()}</div>],
  args: { makeSource: inMemory, title: 'nightly-sweep', defaultSettings: { key: 'metric:acc', bucketCount: 6 } },
  render: (args, { globals }) => <SourceStage {...stageProps(globals)} {...args} />,
};
export default meta;

type Story = StoryObj<typeof SourceStage>;

const drawn = (canvas: Canvas): Promise<void> =>
  waitFor(() => expect(canvas.getAllByText(/of 1,000,000 runs/).length).toBeGreaterThan(0), { timeout: 15_000 });

/** The same workspace over a port: an engine would answer in place of memory. */
export const Memory: Story = {
  play: async ({ canvas, canvasElement }) => {
    await expect(await legendOf(canvas)).toBeVisible();
    await settled(canvasElement);
  },
};

/** The same through a server's handler and its client: columns and lines travel as packed arrays. The server is this page. */
export const OverHttp: Story = {
  name: 'Over HTTP',
  loaders: [
    async () => {
      const answer = serveRunSource(inMemory());
      return { source: await httpSource('/runs', { fetch: (url, init) => answer(new Request(url, init)) }) };
    },
  ],
  render: (args, { globals, loaded }) => <SourceStage {...stageProps(globals)} {...args} makeSource={() => loaded['source'] as RunSource} />,
  play: async ({ canvas, canvasElement }) => {
    await expect(await legendOf(canvas)).toBeVisible();
    await settled(canvasElement);
  },
};

/** Every answer takes a while: rows, legend and plots keep their places meanwhile. */
export const Slow: Story = {
  args: { makeSource: () => troubledSource(inMemory(), { delay: 700 }) },
  play: async ({ canvas, canvasElement }) => {
    await expect(await legendOf(canvas)).toBeVisible();
    await settled(canvasElement);
  },
};

/** One value per run is all that colours need: a million of them are bucketed here, and 200 lines drawn. */
export const MillionRuns: Story = {
  name: '1,000,000 runs',
  args: { makeSource: million, title: 'the whole year', metrics: ['val/loss', 'train/loss', 'acc'], defaultSettings: { key: 'metric:val/loss', bucketCount: 6 } },
  play: async ({ canvas, canvasElement }) => {
    await expect(await legendOf(canvas)).toBeVisible();
    await drawn(canvas);
    await settled(canvasElement);
  },
};

export const MillionRunsDark: Story = { ...MillionRuns, name: '1,000,000 runs, dark', globals: { theme: 'dark' } };

export const MillionRunsKorean: Story = {
  ...MillionRuns,
  name: '1,000,000 runs, Korean',
  globals: { locale: 'ko' },
  play: async ({ canvas, canvasElement }) => {
    await expect(await legendOf(canvas)).toBeVisible();
    await waitFor(() => expect(canvas.getAllByText(/run 1,000,000개 중/).length).toBeGreaterThan(0), { timeout: 15_000 });
    await settled(canvasElement);
  },
};

export const MillionRunsNarrow: Story = {
  ...MillionRuns,
  name: '1,000,000 runs, narrow',
  render: (args, { globals }) => (
    <Frame width={390} height={844}>
      <SourceStage {...stageProps(globals)} {...args} />
    </Frame>
  ),
};

/** Another Key asks for one column; the colours before it stay until it has come. */
export const AnotherKey: Story = {
  name: 'Another Key on its way',
  args: { makeSource: () => troubledSource(inMemory(), { delay: 300 }) },
  play: async ({ canvas, canvasElement }) => {
    const legend = await legendOf(canvas);
    await settled(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Settings' }));
    const body = within(canvasElement.ownerDocument.body);
    await userEvent.click(await body.findByRole('button', { name: /^Runs/ }));
    await userEvent.click(await body.findByRole('button', { name: 'Choose a key' }));
    await userEvent.click(await body.findByRole('option', { name: /loss/ }));
    await expect(legend).toHaveAccessibleName(/acc/);
    await waitFor(() => expect(legend).toHaveAccessibleName(/loss/), { timeout: 10_000 });
    await settled(canvasElement);
  },
};

/** Behind 60 lines the points of all million runs, in the buckets' colours. */
export const Density: Story = {
  args: {
    makeSource: million,
    title: 'the whole year',
    metrics: ['val/loss', 'acc'],
    maxRuns: 60,
    defaultSettings: { key: 'metric:val/loss', bucketCount: 6 },
    plots: { 'val/loss': { density: true, height: 360 }, acc: { density: true, height: 360 } },
  },
  play: async ({ canvas, canvasElement }) => {
    await drawn(canvas);
    await waitFor(() => expect(canvasElement.querySelectorAll('.runhue-plot-density')).toHaveLength(2), { timeout: 15_000 });
    await settled(canvasElement);
  },
};

export const DensityDark: Story = { ...Density, name: 'Density, dark', globals: { theme: 'dark' } };

/** Nothing has come yet. */
export const Waiting: Story = {
  args: { makeSource: () => troubledSource(inMemory(), { silent: ['keys', 'column', 'runs', 'extent', 'series'] }) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Waiting for .* from memory/)).toBeVisible();
  },
};

/** Keys are there, colours and lines are not: each place says so. */
export const PartlyWaiting: Story = {
  name: 'Partly waiting',
  args: { makeSource: () => troubledSource(inMemory(), { silent: ['column', 'runs', 'series'] }) },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelectorAll('.runhue-plot').length).toBeGreaterThan(0));
  },
};

/** The server is gone: why, and the way to ask again, which then works. */
export const Unreachable: Story = {
  args: { makeSource: () => troubledSource(inMemory(), { failing: { keys: gone, column: gone }, failures: 1 }) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/No connection to http/)).toBeVisible();
  },
};

export const UnreachableThenBack: Story = {
  name: 'Unreachable, then back',
  args: { makeSource: () => troubledSource(inMemory(), { failing: { keys: gone, column: gone }, failures: 1 }) },
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again' }));
    await expect(await legendOf(canvas)).toBeVisible();
    await settled(canvasElement);
  },
};

/** Colours and table are there, lines are not. */
export const NoLines: Story = {
  name: 'Lines fail',
  args: { makeSource: () => troubledSource(inMemory(), { failing: { series: outOfMemory } }) },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getAllByText(/ran out of its 4 GB/).length).toBeGreaterThan(0), { timeout: 10_000 });
  },
};

export const NoLinesDark: Story = { ...NoLines, name: 'Lines fail, dark', globals: { theme: 'dark' } };

/** Lines are there in the colours of the id, the column is not. */
export const NoColumn: Story = {
  name: 'The column fails',
  args: { makeSource: () => troubledSource(inMemory(), { failing: { column: cutOff } }) },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getAllByText(/broke off after/).length).toBeGreaterThan(0), { timeout: 10_000 });
  },
};

/** The table's rows are not there; legend and plots are. */
export const NoRows: Story = {
  name: 'The run list fails',
  args: { makeSource: () => troubledSource(inMemory(), { failing: { runs: garbled } }) },
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvas.getAllByText(/The answer is HTML/).length).toBeGreaterThan(0), { timeout: 10_000 });
    await settled(canvasElement);
  },
};

/** Of 2,000 runs those with the highest accuracy, whatever the colours show. */
export const HighestRuns: Story = {
  name: 'The highest runs of another Key',
  args: {
    makeSource: () => generatedSource({ runs: 2000, steps: 20_000 }),
    metrics: ['val/loss', 'acc'],
    maxRuns: 40,
    pickRuns: { keyId: 'metric:acc', yValue: 'max', take: 'highest' },
    defaultSettings: { key: 'config:learning_rate', bucketCount: 6, byKey: { 'config:learning_rate': { method: 'log' } } },
  },
  play: async ({ canvas, canvasElement }) => {
    await expect(await legendOf(canvas)).toBeVisible();
    await settled(canvasElement);
    await expect(canvas.getAllByText(/40/)[0]).toBeVisible();
  },
};

/** A source that can only tell what was logged last, and gives a sample of points and extents. */
export const Sampled: Story = {
  args: {
    makeSource: () => {
      const source = inMemory();
      return {
        ...source,
        abilities: { ...source.abilities, name: 'MLflow', yValues: ['latest'], orderByKey: false, density: false },
        series: async (query, options) => ({ ...(await source.series(query, options)), fidelity: 'sampled' }),
        extent: async (query, options) => ({ ...(await source.extent(query, options)), fidelity: 'sampled' }),
      };
    },
  },
  play: async ({ canvas, canvasElement }) => {
    await settled(canvasElement);
    await expect(canvas.getAllByText(/Sampled by MLflow/).length).toBeGreaterThan(0);
    await userEvent.click(canvas.getByRole('button', { name: 'Settings' }));
    const body = within(canvasElement.ownerDocument.body);
    await userEvent.click(await body.findByRole('button', { name: /^Runs/ }));
    await expect(await body.findByRole('radio', { name: 'Latest' })).toBeChecked();
    await expect(body.queryByRole('radio', { name: 'Max' })).toBeNull();
  },
};
