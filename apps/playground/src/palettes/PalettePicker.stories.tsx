import type { ColorSettings, Palette } from '@runhue/core';
import { createRunhueStore, RunhueProvider, RunLinePlot, RunTable, SettingsDrawer } from '@runhue/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, screen, userEvent, waitFor, within } from 'storybook/test';
import { makeRuns } from '../data/made-runs.js';
import { stageProps } from '../story-stage.js';

interface PickerStory {
  readonly settings?: Partial<ColorSettings>;
  readonly palettes?: readonly Palette[];
  readonly table?: boolean;
}

const runs = makeRuns({ runs: 24, points: 80, seed: 6 });

/** The drawer, open at Runs → Run colors, beside a plot. */
function Stage({ settings, palettes, table, ...stage }: PickerStory & ReturnType<typeof stageProps>): ReactElement {
  const [store] = useState(() => {
    const made = createRunhueStore({ settings: { key: 'metric:acc', yValue: 'max', ...settings } });
    made.setState((state) => ({ view: { ...state.view, drawerOpen: true, drawerPage: 'runs' } }));
    return made;
  });
  return (
    <RunhueProvider runs={runs} store={store} palettes={palettes} {...stage}>
      <div style={{ padding: 16, width: 'calc(100% - 400px)', minWidth: 'min(480px, 100%)', boxSizing: 'border-box' }}>
        <RunLinePlot metric="acc" height={300} />
        {table && <RunTable style={{ height: 320 }} />}
      </div>
      <SettingsDrawer />
    </RunhueProvider>
  );
}

const meta: Meta<PickerStory> = {
  title: 'Palettes/Picker',
  render: (args, { globals }) => <Stage {...args} {...stageProps(globals)} />,
};
export default meta;

type Story = StoryObj<PickerStory>;

const paletteGroup = async (): Promise<HTMLElement> => screen.findByRole('group', { name: 'Palette' });
const strip = (label: HTMLElement): (string | null)[] =>
  [...(label.closest('label')?.querySelectorAll('.runhue-strip rect') ?? [])].map((rect) => rect.getAttribute('fill'));

/** Each palette as its colours on the current theme; "How others see it" shows the same strips in another vision. */
export const SeenByOthers: Story = {
  play: async () => {
    const group = await paletteGroup();
    const viridis = within(group).getByRole('radio', { name: 'Viridis' });
    const usual = strip(viridis);
    await expect(usual).toHaveLength(5);
    await userEvent.click(screen.getByRole('radio', { name: 'Grey' }));
    await waitFor(() => expect(strip(viridis)).not.toEqual(usual));
    for (const grey of strip(viridis)) await expect(new Set([grey?.slice(1, 3), grey?.slice(3, 5), grey?.slice(5, 7)]).size).toBe(1);
    await userEvent.click(screen.getByRole('radio', { name: 'Deutan' }));
    screen.getByRole('group', { name: 'How others see it' }).scrollIntoView({ block: 'center' });
  },
};

/** A diverging palette with a midpoint; leaving it for another palette takes the midpoint back in the same step. */
export const DivergingWithMidpoint: Story = {
  args: { settings: { byKey: { 'metric:acc': { method: 'continuous' } } } },
  play: async () => {
    await userEvent.click(within(await paletteGroup()).getByRole('radio', { name: 'Diverging' }));
    const midpoint = await screen.findByRole('textbox', { name: 'Midpoint' });
    await userEvent.type(midpoint, 'half');
    await expect(screen.getByText('“half” is not a number.')).toBeVisible();
    await userEvent.clear(midpoint);
    await userEvent.type(midpoint, '0.7{Enter}');
    await userEvent.click(await screen.findByRole('checkbox', { name: /Same span/ }));
    await expect(within(await paletteGroup()).getByRole('radio', { name: 'Diverging' })).toBeChecked();
    midpoint.scrollIntoView({ block: 'center' });
  },
};

const pastel: Palette = {
  name: 'pastel',
  label: 'Our pastels',
  kind: 'sequential',
  light: ['#ffe0b0', '#ffd9b8', '#f0c0d0', '#c0a0e0', '#6040a0'],
  dark: ['#ffe0b0', '#ffd9b8', '#f0c0d0', '#c0a0e0', '#6040a0'],
};

/** An app's own palette is offered like the others and checked: what is wrong with it is said in words. */
export const OwnPalette: Story = {
  args: { palettes: [pastel], settings: { palette: 'pastel' } },
  play: async () => {
    const group = await paletteGroup();
    await expect(within(group).getByRole('radio', { name: 'Our pastels' })).toBeChecked();
    await expect(screen.getAllByText(/Lines need 3:1/)[0]).toBeVisible();
    group.scrollIntoView({ block: 'start' });
  },
};

/** Original run colors: a palette of their own, shuffled and brought back. */
export const OriginalRunColors: Story = {
  args: { settings: { mode: 'original' }, table: true },
  play: async ({ canvasElement }) => {
    const colors = (): (string | null)[] =>
      [...canvasElement.querySelectorAll('.runhue-run-color rect')].map((rect) => rect.getAttribute('fill'));
    const before = colors();
    await userEvent.click(await screen.findByRole('button', { name: 'Shuffle' }));
    await waitFor(() => expect(colors()).not.toEqual(before));
    await userEvent.click(screen.getByRole('button', { name: 'Unshuffle' }));
    await waitFor(() => expect(colors()).toEqual(before));
    await userEvent.click(screen.getByRole('radio', { name: 'Okabe–Ito' }));
    await waitFor(() => expect(colors()).not.toEqual(before));
  },
};

/** A run's dot in the table opens its colour: picked while colours go by a key, marked in the legend, taken back. */
export const OwnRunColor: Story = {
  args: { table: true },
  play: async ({ canvas, canvasElement }) => {
    const dot = (await canvas.findAllByRole('button', { name: /^Color of / }))[0];
    if (!dot) throw new Error('The table has no runs.');
    const fill = (): string | null | undefined => canvasElement.querySelector('.runhue-run-color rect')?.getAttribute('fill');
    const before = fill();
    await userEvent.click(dot);
    const dialog = await screen.findByRole('dialog', { name: /^Color of / });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Color 8' }));
    await waitFor(() => expect(fill()).toBe('#0077aa'));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Default color' }));
    await waitFor(() => expect(fill()).toBe(before));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(dot).toHaveFocus());
    await userEvent.click(dot);
    await userEvent.click(within(await screen.findByRole('dialog', { name: /^Color of / })).getByRole('button', { name: 'Color 8' }));
  },
};

/** A second Key as dash, chosen in the drawer; "None" takes it away. */
export const DashByAKey: Story = {
  play: async () => {
    const field = await screen.findByRole('combobox', { name: 'Dash pattern' });
    await expect(field).toHaveValue('None');
    await userEvent.click(screen.getByRole('button', { name: 'Choose what dashes show' }));
    await userEvent.click(await screen.findByRole('option', { name: /^optimizer/ }));
    await waitFor(() => expect(field).toHaveValue('optimizer'));
    field.scrollIntoView({ block: 'center' });
  },
};
