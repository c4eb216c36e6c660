import { BucketLegend, RunhueProvider, RunLinePlot, RunTable, RunWorkspace, SettingsButton, SettingsDrawer } from '@runhue/react';
import { act, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import './fixtures/canvas.js';
import { fiveRuns } from './fixtures/runs.js';

afterEach(() => {
  document.body.innerHTML = '';
  localStorage.clear();
  vi.restoreAllMocks();
});

/** Rendered as a server does, then taken over; what React and the kit complain about. */
async function serveAndHydrate(element: ReactElement): Promise<{ html: string; complaints: unknown[] }> {
  const complaints: unknown[] = [];
  vi.spyOn(console, 'error').mockImplementation((...args: unknown[]) => complaints.push(args));
  const html = renderToString(element);
  const container = document.createElement('div');
  container.innerHTML = html;
  document.body.append(container);
  await act(async () => {
    hydrateRoot(container, element, { onRecoverableError: (error) => complaints.push(error) });
  });
  return { html, complaints };
}

test('provider, legend, table, plot and drawer render on a server and hydrate without a mismatch', async () => {
  const { html, complaints } = await serveAndHydrate(
    <RunhueProvider runs={fiveRuns()}>
      <SettingsButton />
      <BucketLegend />
      <RunTable />
      <RunLinePlot metric="acc" />
      <SettingsDrawer />
    </RunhueProvider>,
  );
  expect(html).toContain('acc · latest');
  expect(html).toContain('No value');
  expect(complaints).toEqual([]);
});

test('RunWorkspace renders on a server and hydrates without a mismatch', async () => {
  const { html, complaints } = await serveAndHydrate(<RunWorkspace runs={fiveRuns()} title="Project" theme="auto" locale="ko" />);
  expect(html).toContain('Project');
  expect(html).toContain('run 1개');
  expect(complaints).toEqual([]);
});

test('settings saved in the browser come in after hydration, without a mismatch', async () => {
  localStorage.setItem('mine', JSON.stringify({ yValue: 'max' }));
  const { html, complaints } = await serveAndHydrate(
    <RunhueProvider runs={fiveRuns()} storageKey="mine">
      <BucketLegend />
    </RunhueProvider>,
  );
  expect(html).toContain('acc · latest');
  expect(screen.getByRole('toolbar', { name: 'Run colors: acc · max' })).toBeTruthy();
  expect(complaints).toEqual([]);
});
