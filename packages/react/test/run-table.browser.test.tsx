import { BucketLegend, createRunhueStore, RunhueProvider, RunTable, type RunTableProps } from '@runhue/react';
import '@runhue/react/styles.css';
import { describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';
import { manyRuns } from './fixtures/runs.js';

const bodyRows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.runhue-table-rows [role="row"]')];
const firstRun = (): string | undefined => bodyRows().sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))[0]?.dataset['run'];
const sortBy = (name: RegExp) => userEvent.click(page.getByRole('columnheader', { name }).getByRole('button'));

async function renderTable(count: number, props: RunTableProps = {}) {
  const store = createRunhueStore({ settings: { key: 'metric:acc' } });
  const runs = [...manyRuns(count), { id: 'none', name: 'none' }];
  await render(
    <RunhueProvider runs={runs} store={store}>
      <RunTable style={{ height: 400 }} {...props} />
    </RunhueProvider>,
  );
  await expect.poll(() => bodyRows().length).toBeGreaterThan(0);
  return store;
}

describe('RunTable', () => {
  test('of 1,000 runs only the rows in view are in the page, and scrolling brings the others', async () => {
    await renderTable(1000);
    expect(bodyRows().length).toBeLessThan(60);
    await expect.element(page.getByRole('table', { name: 'Runs' })).toHaveAttribute('aria-rowcount', '1002');
    document.querySelector('.runhue-table-scroller')?.scrollTo(0, 28 * 500);
    await expect.poll(() => bodyRows().map((row) => row.dataset['run'])).toContain('run-505');
    expect(bodyRows().length).toBeLessThan(60);
  });

  test('a header sorts, a second press turns round, and runs without a value come last either way', async () => {
    await renderTable(20);
    expect(firstRun()).toBe('run-0');
    await sortBy(/acc/);
    await expect.poll(firstRun).toBe('run-19');
    await expect.element(page.getByRole('columnheader', { name: /acc/ })).toHaveAttribute('aria-sort', 'descending');
    await sortBy(/Bucket/);
    await sortBy(/Bucket/);
    await expect.poll(firstRun).toBe('run-16');
    document.querySelector('.runhue-table-scroller')?.scrollTo(0, 10_000);
    await expect.poll(() => bodyRows().find((row) => row.ariaRowIndex === '22')?.dataset['run']).toBe('none');
    await sortBy(/Name/);
    document.querySelector('.runhue-table-scroller')?.scrollTo(0, 0);
    await expect.poll(firstRun).toBe('none');
  });

  test('names sort naturally: run-2 before run-10', async () => {
    await renderTable(11);
    await sortBy(/Name/);
    await expect.poll(() => bodyRows().map((row) => row.dataset['run']).slice(0, 4)).toEqual(['none', 'run-0', 'run-1', 'run-2']);
  });

  test('a search narrows the rows and says when none is left', async () => {
    await renderTable(30);
    await userEvent.fill(page.getByRole('searchbox', { name: 'Search runs' }), 'RUN-29');
    await expect.poll(() => bodyRows().length).toBe(1);
    await userEvent.fill(page.getByRole('searchbox', { name: 'Search runs' }), 'zzz');
    await expect.element(page.getByText('No run matches.')).toBeVisible();
  });

  test('the eye of a run says that the legend hides it, and does nothing then', async () => {
    const store = createRunhueStore({ settings: { key: 'metric:acc' } });
    await render(
      <RunhueProvider runs={manyRuns(10)} store={store}>
        <BucketLegend />
        <RunTable style={{ height: 400 }} />
      </RunhueProvider>,
    );
    const eye = page.getByRole('button', { name: 'Show run-0', exact: true });
    const bucket = page.getByRole('toolbar').getByRole('button', { name: /^Min/ });
    await expect.element(eye).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(bucket, { modifiers: ['Control'] });
    await expect.element(eye).toHaveAttribute('aria-pressed', 'false');
    await expect.element(eye).toHaveAttribute('aria-disabled', 'true');
    await expect.element(eye).toHaveAttribute('title', 'Hidden by the legend, not on its own');
    await userEvent.click(eye, { force: true });
    expect(store.getState().view.hiddenRuns.size).toBe(0);
    await userEvent.click(bucket, { modifiers: ['Control'] });
    await userEvent.click(eye);
    await expect.element(eye).toHaveAttribute('aria-pressed', 'false');
    await expect.element(eye).not.toHaveAttribute('aria-disabled');
    expect([...store.getState().view.hiddenRuns]).toEqual(['run-0']);
  });

  test('the eye hides one run and shows it again, in colour unchanged', async () => {
    const store = await renderTable(10);
    const eye = page.getByRole('button', { name: 'Show run-3', exact: true });
    const dot = (): string | null | undefined => document.querySelector('[data-run="run-4"] rect')?.getAttribute('fill');
    const before = dot();
    await userEvent.click(eye);
    await expect.element(eye).toHaveAttribute('aria-pressed', 'false');
    expect([...store.getState().view.hiddenRuns]).toEqual(['run-3']);
    expect(dot()).toBe(before);
    await userEvent.click(eye);
    expect(store.getState().view.hiddenRuns.size).toBe(0);
  });

  test('a row says value and bucket; a run without a value says so', async () => {
    await renderTable(10);
    const cells = (run: string): (string | null)[] =>
      [...document.querySelectorAll(`[data-run="${run}"] [role="cell"]`)].map(({ textContent }) => textContent).slice(0, 3);
    expect(cells('run-5')).toEqual(['run-5', expect.stringMatching(/^0\.50*$/), '3']);
    expect(cells('none')).toEqual(['none', 'No value', '–']);
  });

  test('has one tab stop for all rows; arrows, Page keys, Home and End move within them, and keep focus on rows that were not in the page', async () => {
    const onRunClick = vi.fn();
    await renderTable(1000, { onRunClick });
    const focused = (): string => `${document.activeElement?.closest<HTMLElement>('[data-run]')?.dataset['run'] ?? 'outside'} ${document.activeElement?.className ?? ''}`;
    expect(document.querySelectorAll('.runhue-table-rows [tabindex="0"]')).toHaveLength(1);
    (page.getByRole('columnheader', { name: /Bucket/ }).getByRole('button').element() as HTMLElement).focus();
    await userEvent.keyboard('{Tab}');
    expect(focused()).toBe('run-0 runhue-run-color');
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await expect.poll(focused).toBe('run-1 runhue-run-link');
    await userEvent.keyboard('{Enter}');
    expect(onRunClick).toHaveBeenCalledWith('run-1');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.poll(focused).toContain('run-1 runhue-icon-button runhue-eye');
    await userEvent.keyboard('{End}');
    await expect.poll(focused).toContain('none runhue-icon-button runhue-eye');
    await userEvent.keyboard('{ArrowUp}{ArrowLeft}');
    await expect.poll(focused).toBe('run-999 runhue-run-link');
    document.querySelector('.runhue-table-scroller')?.scrollTo(0, 0);
    await expect.poll(() => bodyRows().map((row) => row.dataset['run'])).toContain('run-0');
    expect(focused()).toBe('run-999 runhue-run-link');
    await userEvent.keyboard('{Home}{PageDown}');
    await expect.poll(focused).toMatch(/^run-(9|1\d) /);
    await userEvent.keyboard('{Tab}');
    expect(focused()).toMatch(/^outside/);
    expect(document.querySelectorAll('.runhue-table-rows [tabindex="0"]')).toHaveLength(1);
  });

  test('onRunClick makes names pressable', async () => {
    const onRunClick = vi.fn();
    await renderTable(3, { onRunClick });
    await userEvent.click(page.getByRole('button', { name: 'run-1', exact: true }));
    expect(onRunClick).toHaveBeenCalledExactlyOnceWith('run-1');
  });
});
