import type { RunInput } from '@runhue/core';
import { BucketLegend, RunhueProvider, RunLinePlot, RunTable, SettingsButton, SettingsDrawer } from '@runhue/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import { makeRuns } from '../data/made-runs.js';
import { guideRuns, seedRuns } from '../data/seed-runs.js';
import { stageProps } from '../story-stage.js';

const runs = makeRuns({ runs: 24, points: 80, seed: 6 });

interface StageProps {
  readonly runs?: readonly RunInput[];
  readonly children: ReactNode;
}

const meta: Meta<StageProps> = {
  title: 'Components',
  render: ({ children, runs: given }, { globals }) => (
    <RunhueProvider runs={given ?? runs} {...stageProps(globals)} defaultSettings={{ key: 'metric:acc', yValue: 'max' }}>
      <div style={{ padding: 16 }}>{children}</div>
    </RunhueProvider>
  ),
};
export default meta;

type Story = StoryObj<StageProps>;

/** The plot alone in a provider: no drawer, no legend needed. */
export const LinePlot: Story = {
  args: { children: <RunLinePlot metric="acc" height={300} /> },
};

/** High on top. Hover or focus highlights, click or Enter shows only that bucket, Space or Ctrl-click hides it. */
export const LegendVertical: Story = {
  args: {
    children: (
      <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 200px', gap: 16 }}>
        <RunLinePlot metric="acc" height={300} />
        <BucketLegend />
      </div>
    ),
  },
  play: async ({ canvas }) => {
    const [top] = canvas.getAllByRole('button', { name: /runs?$/ });
    if (!top) throw new Error('The legend has no items.');
    await expect(top).toHaveTextContent('Max');
    await userEvent.click(top);
    await expect(canvas.getAllByRole('button', { pressed: true, name: /runs? *$|shown$/ })).toHaveLength(1);
    await userEvent.click(top);
    await userEvent.keyboard(' ');
    await expect(top).toHaveAttribute('aria-pressed', 'false');
    await userEvent.keyboard(' ');
  },
};

export const LegendHorizontal: Story = {
  args: { children: <BucketLegend orientation="horizontal" /> },
};

/** An app's own markup inside the items. */
export const LegendOwnItems: Story = {
  args: { children: <BucketLegend renderItem={(item) => <span style={{ borderInlineStart: `4px solid ${item.style.color}`, paddingInlineStart: 6 }}>{item.label}</span>} /> },
};

export const Table: Story = {
  args: { children: <RunTable style={{ width: 340, height: 360 }} /> },
};

/** Settings → Runs → Key-based colors: Key, Y value, Buckets, and the ranges that follow. */
export const Drawer: Story = {
  args: {
    children: (
      <>
        <SettingsButton />
        <div style={{ width: 'calc(100% - 360px)', minWidth: 'min(480px, 100%)' }}>
          <RunLinePlot metric="acc" height={300} />
        </div>
        <SettingsDrawer />
      </>
    ),
  },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Settings' }));
    await userEvent.click(await screen.findByRole('button', { name: /^Runs/ }));
    await expect(screen.getByRole('combobox', { name: 'Key' })).toHaveValue('acc');
    await userEvent.click(screen.getByRole('radio', { name: 'Min' }));
    await userEvent.click(screen.getByRole('button', { name: 'More buckets' }));
    await waitFor(() => expect(screen.getByRole('spinbutton', { name: 'Buckets' })).toHaveValue('6'));
    await expect(screen.getByRole('region', { name: 'Ranges' }).querySelectorAll('li')).toHaveLength(6);
  },
};

/** What the W&B guide's snippets log: `acc` is called Accuracy by the app, and all five keys are offered. */
export const GuideRuns: Story = {
  render: (_, { globals }) => (
    <RunhueProvider runs={seedRuns()} keyLabels={{ acc: 'Accuracy' }} {...stageProps(globals)} defaultSettings={{ key: 'metric:acc', yValue: 'max', bucketCount: 6 }}>
      <div style={{ padding: 16, maxWidth: 640 }}>
        <SettingsButton />
        <BucketLegend orientation="horizontal" />
        <RunLinePlot metric="acc" height={260} />
        <SettingsDrawer />
      </div>
    </RunhueProvider>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('toolbar', { name: 'Run colors: Accuracy · max' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Settings' }));
    await userEvent.click(await screen.findByRole('button', { name: /^Runs/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Choose a key' }));
    for (const key of ['Accuracy', 'loss', 'learning_rate', 'batch_size', 'optimizer']) {
      await expect(await screen.findByRole('option', { name: new RegExp(`^${key}`) })).toBeInTheDocument();
    }
    await userEvent.keyboard('{Escape}');
  },
};

const guide = guideRuns();

/**
 * The W&B guide's second example: the run set spans 0.7434–0.8604, nine of eleven runs are plotted. Buckets 1 and 6 show none of their
 * runs; the best plotted run (0.8232) is in bucket 5 and the worst (0.7684) in bucket 2, because the extent is the run set's.
 */
export const GuideExampleB: Story = {
  name: 'Guide, example B',
  render: (_, { globals }) => (
    <RunhueProvider runs={guide.runs} keyLabels={{ acc: 'Accuracy' }} {...stageProps(globals)} defaultSettings={{ key: 'metric:acc', yValue: 'max', bucketCount: 6 }}>
      <div style={{ padding: 16, display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 16 }}>
        <RunLinePlot metric="acc" height={320} style={{ flex: '1 1 400px', minWidth: 0 }} />
        <BucketLegend style={{ flex: '1 0 220px' }} />
        <RunTable style={{ flex: '1 0 320px', height: 380 }} />
      </div>
    </RunhueProvider>
  ),
  play: async ({ canvas }) => {
    for (const hidden of guide.runs.filter(({ id }) => !guide.shown.has(String(id)))) {
      await userEvent.click(canvas.getByRole('button', { name: `Show ${hidden.name}` }));
    }
    const labels = [...canvas.getByRole('toolbar').querySelectorAll('.runhue-legend-label')].map((label) => label.textContent);
    await expect(labels).toEqual([
      '0.8409 – Max',
      '0.8214 – 0.8409',
      '0.8019 – 0.8214',
      '0.7824 – 0.8019',
      '0.7629 – 0.7824',
      'Min – 0.7629',
    ]);
    const items = canvas.getByRole('toolbar').querySelectorAll('button');
    await expect(items[0]).toHaveTextContent('0/1');
    await expect(items[5]).toHaveTextContent('0/1');
    const bucketOf = (run: string): string | null | undefined =>
      canvas.getByRole('table').querySelector(`[data-run="${run}"] .runhue-cell-bucket`)?.textContent;
    await expect(bucketOf('run-10')).toBe('5');
    await expect(bucketOf('run-2')).toBe('2');
  },
};
