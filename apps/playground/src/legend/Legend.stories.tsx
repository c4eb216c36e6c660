import type { ColorSettings, RunInput } from '@runhue/core';
import { BucketLegend, RunhueProvider, RunLinePlot, type BucketLegendProps } from '@runhue/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';
import { loadNanogpt } from '../data/load-runs.js';
import { makeRuns } from '../data/made-runs.js';
import { stageProps } from '../story-stage.js';

interface LegendStory extends BucketLegendProps {
  readonly settings?: Partial<ColorSettings>;
  readonly runs?: readonly RunInput[];
  readonly metric?: string;
  /** Width of the column that the legend stands in, in CSS px. */
  readonly width?: number;
}

const made = makeRuns({ runs: 36, points: 80, seed: 6 }).map((run, i) => (i % 9 === 4 ? withoutAcc(run) : run));

const meta: Meta<LegendStory> = {
  title: 'Legend',
  render: ({ settings, runs, metric = 'acc', width = 340, ...legend }, { globals, loaded }) => (
    <RunhueProvider
      runs={runs ?? (loaded['runs'] as RunInput[] | undefined) ?? made}
      {...stageProps(globals)}
      defaultSettings={{ key: 'metric:acc', yValue: 'max', ...settings }}
    >
      <div style={{ padding: 16, maxWidth: 720, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 12 }}>
        <RunLinePlot metric={metric} height={260} />
        <div style={{ width, maxWidth: '100%' }}>
          <BucketLegend className="runhue-card" {...legend} />
        </div>
      </div>
    </RunhueProvider>
  ),
};
export default meta;

type Story = StoryObj<LegendStory>;

/** A strip of the colours with the edges under it, for small places. Each colour is a button; runs without a value follow. */
export const Compact: Story = {
  args: { variant: 'compact', settings: { bucketCount: 6 } },
  play: async ({ canvas }) => {
    const strip = canvas.getByRole('toolbar', { name: 'Run colors: acc · max' });
    const [first, ...others] = within(strip).getAllByRole('button');
    if (!first) throw new Error('The strip has no colours.');
    await expect(others).toHaveLength(6);
    await userEvent.click(first);
    await expect(others[0]).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(first);
    await userEvent.keyboard('{End}');
    await expect(others[5]).toHaveFocus();
    await expect(others[5]).toHaveTextContent('No value');
    await userEvent.keyboard('{Escape}');
    others[5]?.blur();
  },
};

/** Categories side by side, their names cut where they do not fit. */
export const CompactCategories: Story = {
  args: { variant: 'compact', settings: { key: 'config:optimizer' } },
};

/** In 150 px only the edges that fit are printed; all of them stay in the buttons' names. */
export const CompactNarrow: Story = {
  args: { variant: 'compact', settings: { bucketCount: 8 }, width: 150 },
  play: async ({ canvas, canvasElement }) => {
    await expect(within(canvas.getByRole('toolbar')).getAllByRole('button')).toHaveLength(9);
    const labels = [...canvasElement.querySelectorAll('.runhue-strip-labels span')];
    await expect(labels.length).toBeLessThan(7);
    const boxes = labels.map((label) => label.getBoundingClientRect());
    for (const [i, box] of boxes.entries()) if (i > 0) await expect(box.left).toBeGreaterThan(boxes[i - 1]?.right ?? 0);
  },
};

/** The runs of each bucket with the config keys that differ; a click keeps a run highlighted in every plot. */
export const Table: Story = {
  args: { variant: 'table', width: 720 },
  play: async ({ canvas, canvasElement }) => {
    const table = canvas.getByRole('table');
    const headers = within(table).getAllByRole('columnheader').map((header) => header.textContent);
    await expect(headers).toEqual(['Name', 'acc · max', 'batch_size', 'learning_rate', 'optimizer', 'seed']);
    const runs = (): HTMLElement[] => [...canvasElement.querySelectorAll<HTMLElement>('[data-row="run"]')];
    const [best] = runs();
    if (!best) throw new Error('The table has no runs.');
    const name = best.dataset['run'];
    await userEvent.click(within(best).getByRole('button'));
    await expect(canvas.getByText('1 run highlighted')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'batch_size' }));
    await expect(canvas.getByRole('columnheader', { name: 'batch_size' })).toHaveAttribute('aria-sort', 'ascending');
    await expect(canvasElement.querySelector('[data-selected]')).toHaveAttribute('data-run', name);
    await userEvent.click(canvas.getByRole('button', { name: 'acc · max' }));
    await expect(runs()[0]?.dataset['run']).toBe(name);
    await userEvent.keyboard('{Escape}');
    await expect(canvas.queryByText('1 run highlighted')).toBeNull();
  },
};

/** 64 real runs under the key that nine settings differ in. */
export const TableOfRealRuns: Story = {
  loaders: [async () => ({ runs: await loadNanogpt() })],
  args: {
    variant: 'table',
    width: 720,
    metric: 'val/loss',
    settings: { key: 'metric:val/loss', yValue: 'latest', bucketCount: 6, byKey: { 'metric:val/loss': { domain: [null, 1.9] } } },
  },
};

/** Continuous colours: a bar whose ends are dragged or moved by keys; runs outside are hidden and counted. One drag is one undo step. */
export const ColorBar: Story = {
  args: { orientation: 'horizontal', width: 720, settings: { byKey: { 'metric:acc': { method: 'continuous' } } } },
  play: async ({ canvas, canvasElement }) => {
    const upper = canvas.getByRole('slider', { name: 'Highest value shown' });
    const lower = canvas.getByRole('slider', { name: 'Lowest value shown' });
    const whole = upper.getAttribute('aria-valuenow');
    const bar = canvas.getByRole('group', { name: 'Color bar: acc · max' }).getBoundingClientRect();
    const at = (element: Element) => ({ pointerId: 1, button: 0, clientX: element.getBoundingClientRect().left, clientY: bar.top });
    await fireEvent.pointerDown(upper, at(upper));
    await fireEvent.pointerMove(window, { ...at(upper), clientX: at(upper).clientX - bar.width / 4 });
    await fireEvent.pointerMove(window, { ...at(upper), clientX: at(upper).clientX - bar.width / 4 });
    await fireEvent.pointerUp(window, at(upper));
    await expect(canvas.getByText(/\d+ of 32 runs/)).toBeVisible();
    await expect(Number(upper.getAttribute('aria-valuenow'))).toBeLessThan(Number(whole));
    lower.focus();
    await userEvent.keyboard('{PageUp}{ArrowRight}');
    await waitFor(() => expect(Number(lower.getAttribute('aria-valuenow'))).toBeGreaterThan(Number(lower.getAttribute('aria-valuemin'))));
    await expect(canvas.getByRole('button', { name: /No value/ })).toHaveAttribute('aria-pressed', 'true');
    await expect(canvasElement.querySelector('.runhue-colorbar-band')).toBeInTheDocument();
  },
};

/** The same in a narrow column. */
export const ColorBarVertical: Story = {
  args: { width: 200, settings: { palette: 'viridis', byKey: { 'metric:acc': { method: 'continuous' } } } },
};

/** Colour says one key, dash another: both in one legend, each with its own items. */
export const SecondKeyAsDash: Story = {
  args: { settings: { dashKey: 'config:optimizer' } },
  play: async ({ canvas }) => {
    const dashes = canvas.getByRole('toolbar', { name: 'Dashes: optimizer' });
    const items = within(dashes).getAllByRole('button');
    await expect(items).toHaveLength(3);
    const samples = items.map((item) => item.querySelector('path')?.getAttribute('stroke-dasharray') ?? null);
    await expect(new Set(samples).size).toBe(3);
    const [adam] = items;
    if (!adam) throw new Error('The legend has no dashes.');
    await userEvent.click(adam);
    await expect(within(canvas.getByRole('toolbar', { name: /Run colors/ })).getByRole('button', { name: /^Min/ })).toHaveTextContent('/');
    await userEvent.click(adam);
    adam.blur();
  },
};

export const SecondKeyAsDashHorizontal: Story = {
  args: { orientation: 'horizontal', width: 720, settings: { dashKey: 'config:batch_size', bucketCount: 4 } },
};

/** Runs that a user gave a colour of their own: marked in their bucket's item, counted below, taken back with one click. */
export const OwnColors: Story = {
  args: { width: 240, settings: { runColors: { 'run-1': '#00a0ff', 'run-7': '#00c060' } } },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByText(/2 runs have their own color/)).toBeVisible();
    await expect(canvasElement.querySelectorAll('li .runhue-own-marks').length).toBeGreaterThan(0);
    await expect(canvas.getAllByRole('button', { name: /with its own color/ }).length).toBeGreaterThan(0);
  },
};

function withoutAcc(run: RunInput): RunInput {
  const { acc: _, ...rest } = run.history as Record<string, never>;
  return { ...run, history: rest };
}
