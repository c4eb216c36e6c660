import { BucketLegend, createRunhueStore, RunhueProvider, RunWorkspace, SettingsButton, SettingsDrawer } from '@runhue/react';
import { defaultColorSettings } from '@runhue/core';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import './fixtures/canvas.js';
import './fixtures/probe.js';
import { fiveRuns, manyRuns } from './fixtures/runs.js';

describe('a legend of more items than fit', () => {
  test('shows the rest on a press, and fewer again', () => {
    render(
      <RunhueProvider runs={manyRuns(310)} settings={{ mode: 'original' }}>
        <BucketLegend />
      </RunhueProvider>,
    );
    const count = (): number => document.querySelectorAll('[role=toolbar] button').length;
    expect(count()).toBe(60);
    fireEvent.click(screen.getByText('+250 more'));
    expect(count()).toBe(300);
    expect(document.querySelector('.runhue-legend-long')).not.toBeNull();
    fireEvent.click(screen.getByText('+10 more'));
    expect(count()).toBe(310);
    fireEvent.click(screen.getByText('Show fewer'));
    expect(count()).toBe(60);
  });
});

describe('metrics with display names', () => {
  test('are found and announced by it, and found by their own name', () => {
    render(<RunWorkspace runs={fiveRuns()} keyLabels={{ acc: 'Precision' }} />);
    const cards = (): (string | null)[] =>
      [...document.querySelectorAll('.runhue-plot-card')].map((card) => card.getAttribute('aria-label'));
    const search = (text: string): void => void fireEvent.change(screen.getByRole('searchbox', { name: 'Search metrics' }), { target: { value: text } });
    search('preci');
    expect(cards()).toEqual(['Precision']);
    search('ACC');
    expect(cards()).toEqual(['Precision']);
    search('los');
    expect(cards()).toEqual(['loss']);
  });
});

describe('what is announced after a choice', () => {
  test('counts runs at ±Infinity beside those without a value', async () => {
    const runs = [1, 2, 3, Infinity, undefined].map((lr, i) => ({ id: `r${i}`, config: lr === undefined ? {} : { lr } }));
    const store = createRunhueStore({ settings: { ...defaultColorSettings, key: 'config:lr' } });
    render(
      <RunhueProvider runs={runs} store={store}>
        <SettingsButton />
        <SettingsDrawer />
      </RunhueProvider>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    await screen.findByRole('dialog', { name: 'Settings' });
    fireEvent.click(screen.getByRole('button', { name: /^Runs/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Fewer buckets' }));
    await waitFor(() => expect(screen.getAllByRole('status').map((each) => each.textContent).join(' ')).toContain('1 without a value. 1 at ±Infinity.'));
  });
});
