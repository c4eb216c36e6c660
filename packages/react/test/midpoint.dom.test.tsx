import { createRunhueStore, RunhueProvider, SettingsButton, SettingsDrawer } from '@runhue/react';
import type { KeySettings, RunInput } from '@runhue/core';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import './fixtures/probe.js';

const gains: RunInput[] = [-1.5, 0.5, 2, 8].map((gain, i) => ({ id: `r${i}`, config: { gain } }));

async function openWith(own: KeySettings) {
  const store = createRunhueStore({ settings: { key: 'config:gain', bucketCount: 4, palette: 'diverging', byKey: { 'config:gain': own } } });
  render(
    <RunhueProvider runs={gains} store={store}>
      <SettingsButton />
      <SettingsDrawer />
    </RunhueProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Settings' }));
  fireEvent.click(drawer.getByRole('button', { name: /^Runs/ }));
  return { drawer, own: () => store.getState().settings.byKey['config:gain'] };
}

test('Same span on both sides of a midpoint cuts the buckets anew, as one choice of the Key', async () => {
  const { drawer, own } = await openWith({ pivot: 0 });
  const ranges = () => within(drawer.getByRole('region', { name: 'Ranges' })).getAllByRole('listitem').map((row) => row.querySelector('.runhue-bucket-label')?.textContent);
  fireEvent.click(drawer.getByRole('checkbox', { name: /Same span/ }));
  expect(own()).toEqual({ pivot: 0, symmetric: true });
  expect(ranges()).toEqual(['Min to -4', '-4 to 0', '0 to 4', '4 to Max']);
});

test.each(['quantile', 'natural', 'custom'] as const)('Same span is not offered under %s, whose edges follow the values', async (method) => {
  const { drawer } = await openWith({ pivot: 0, method });
  expect(drawer.getByRole('textbox', { name: 'Midpoint' })).toBeDefined();
  expect(drawer.queryByRole('checkbox', { name: /Same span/ })).toBeNull();
});
