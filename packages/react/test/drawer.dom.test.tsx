import { createRunhueStore, RunhueProvider, SettingsButton, SettingsDrawer, type RunhueProviderProps } from '@runhue/react';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import './fixtures/probe.js';
import { categoryRuns, fiveRuns } from './fixtures/runs.js';

async function openPage(page: 'Runs' | 'Data', props: RunhueProviderProps): Promise<HTMLElement> {
  render(
    <RunhueProvider {...props}>
      <SettingsButton />
      <SettingsDrawer />
    </RunhueProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  // Loading the drawer's code for the first time takes longer than a query waits.
  const drawer = await screen.findByRole('dialog', { name: 'Settings' });
  fireEvent.click(within(drawer).getByRole('button', { name: new RegExp(`^${page}`) }));
  return drawer;
}

const radios = (drawer: HTMLElement, group: string): HTMLInputElement[] =>
  within(within(drawer).getByRole('group', { name: group })).getAllByRole<HTMLInputElement>('radio');

describe('Settings → Runs', () => {
  test('a config key disables the Y value, says why, and keeps the setting', async () => {
    const store = createRunhueStore({ settings: { key: 'config:optimizer.lr', yValue: 'max' } });
    const drawer = await openPage('Runs', { runs: fiveRuns(), store });
    const yValues = radios(drawer, 'Y value');
    expect(yValues.map(({ disabled }) => disabled)).toEqual([true, true, true]);
    expect(yValues.map(({ checked }) => checked)).toEqual([false, true, false]);
    expect(within(drawer).getByText(/one value per run/)).toBeTruthy();
    expect(store.getState().settings.yValue).toBe('max');
  });

  test('categories have no use for a count, which says so', async () => {
    const drawer = await openPage('Runs', { runs: categoryRuns(['a', 'b']), settings: { key: 'config:kind' } });
    const count = within(drawer).getByRole<HTMLInputElement>('spinbutton', { name: 'Buckets' });
    expect(count.disabled).toBe(true);
    expect(within(drawer).getByText(/the count does not apply/)).toBeTruthy();
  });

  test('a Key that no run has is named, with the way out', async () => {
    const drawer = await openPage('Runs', { runs: fiveRuns(), settings: { key: 'metric:val/acc' } });
    expect(within(drawer).getByText('No run has “val/acc”. Choose another key.')).toBeTruthy();
  });

  test('original mode shows nothing that belongs to a Key', async () => {
    const drawer = await openPage('Runs', { runs: fiveRuns() });
    fireEvent.click(within(drawer).getByRole('radio', { name: 'Original run colors' }));
    expect(within(drawer).queryByRole('combobox', { name: 'Key' })).toBeNull();
    expect(within(drawer).getByText(/color of its own/)).toBeTruthy();
  });

  test('the list counts buckets from 1 and names range and runs', async () => {
    const drawer = await openPage('Runs', { runs: fiveRuns(), settings: { bucketCount: 2 } });
    const rows = within(within(drawer).getByRole('region', { name: 'Ranges' })).getAllByRole('listitem');
    expect(rows.map(({ textContent }) => textContent)).toEqual(['1Min – 0.2522 runs', '20.25 – Max22 runs', 'No value11 run']);
  });

  test('a hovered bucket is highlighted, and no longer when the drawer closes under the pointer', async () => {
    const store = createRunhueStore();
    const drawer = await openPage('Runs', { runs: fiveRuns(), store });
    const [row] = within(within(drawer).getByRole('region', { name: 'Ranges' })).getAllByRole('listitem');
    fireEvent.pointerEnter(row as HTMLElement);
    expect(store.getState().view.highlight).toEqual({ kind: 'bucket', id: 'range:0' });
    fireEvent.click(within(drawer).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(store.getState().view.highlight).toBeNull());
  });

  test('what lies beyond a pinned domain is said, and one press takes all values', async () => {
    const props: RunhueProviderProps = { runs: fiveRuns(), defaultSettings: { key: 'metric:acc', byKey: { 'metric:acc': { domain: [0.2, 0.3] } } } };
    const drawer = await openPage('Runs', props);
    expect(within(drawer).getByText(/2 runs lie beyond the pinned domain 0.2 – 0.3/)).toBeTruthy();
    fireEvent.click(within(drawer).getByRole('button', { name: 'Use all values' }));
    expect(within(drawer).queryByText(/beyond the pinned domain/)).toBeNull();
  });

  test('undo, redo and reset act, and stay focusable when there is nothing to do', async () => {
    const store = createRunhueStore();
    const drawer = await openPage('Runs', { runs: fiveRuns(), store });
    const undo = within(drawer).getByRole('button', { name: 'Undo' });
    expect(undo).toMatchObject({ ariaDisabled: 'true' });
    fireEvent.click(within(drawer).getByRole('radio', { name: 'Max' }));
    fireEvent.click(undo);
    expect(store.getState().settings.yValue).toBe('latest');
    fireEvent.click(within(drawer).getByRole('button', { name: 'Redo' }));
    expect(store.getState().settings.yValue).toBe('max');
    fireEvent.click(within(drawer).getByRole('button', { name: 'Reset' }));
    expect(store.getState().settings.yValue).toBe('latest');
  });
});

describe('Settings → Data', () => {
  test('lists what was dropped from runs and repaired in settings, in words', async () => {
    const runs = [...fiveRuns(), { id: 'r0' }, { id: 'bad', history: [{ acc: 'n/a' }] }];
    const drawer = await openPage('Data', { runs, defaultSettings: { bucketCount: 99 } });
    const dropped = within(drawer).getByRole('region', { name: 'What was dropped or changed' });
    expect(dropped.textContent).toMatch(/Run "r0": input 5 repeats this id/);
    expect(dropped.textContent).toMatch(/Run "bad".*acc.*"n\/a"/);
    expect(within(drawer).getByRole('region', { name: 'Settings that were repaired' }).textContent).toMatch(/bucketCount.*99.*8/);
  });

  test('says so when nothing was dropped', async () => {
    const drawer = await openPage('Data', { runs: fiveRuns() });
    expect(within(drawer).getByText('Every value of every run was read.')).toBeTruthy();
  });

  test('spells out a hundred problems and counts the rest', async () => {
    const drawer = await openPage('Data', { runs: Array.from({ length: 131 }, () => ({ id: 'same' })) });
    expect(within(drawer).getAllByRole('listitem')).toHaveLength(100);
    expect(within(drawer).getByText('and 30 more')).toBeTruthy();
  });
});
