import { createRunhueStore, RunhueProvider, BucketLegend, RunTable, type RunhueStore } from '@runhue/react';
import '@runhue/react/styles.css';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';
import { press } from './fixtures/workspace.js';
import { manyRuns } from './fixtures/runs.js';

const items = page.getByRole('toolbar').getByRole('button');
const item = (i: number) => items.nth(i);
const pressed = (): (string | null)[] => items.elements().map((element) => element.getAttribute('aria-pressed'));
const allShown = ['true', 'true', 'true', 'true', 'true'];

async function renderLegend(orientation: 'vertical' | 'horizontal' = 'vertical'): Promise<RunhueStore> {
  const store = createRunhueStore({ settings: { key: 'metric:acc' } });
  await render(
    <RunhueProvider runs={manyRuns(30)} store={store}>
      <button type="button">before</button>
      <BucketLegend orientation={orientation} />
      <RunTable style={{ height: 400 }} />
    </RunhueProvider>,
  );
  return store;
}

describe('BucketLegend', () => {
  test('vertical puts high on top, horizontal low first', async () => {
    await renderLegend();
    await expect.element(item(0)).toHaveAccessibleName(/– Max/);
    await expect.element(item(4)).toHaveAccessibleName(/^Min –/);
  });

  test('hover and focus highlight the bucket’s runs everywhere, leaving ends it', async () => {
    const store = await renderLegend();
    const highlighted = (): number => document.querySelectorAll('.runhue-table-row[data-highlighted]').length;
    await userEvent.hover(item(4));
    expect(store.getState().view.highlight).toEqual({ kind: 'bucket', id: 'range:0' });
    await expect.poll(highlighted).toBe(6);
    await userEvent.hover(page.getByText('before'));
    await expect.poll(() => store.getState().view.highlight).toBeNull();
    item(1).element().focus();
    expect(store.getState().view.highlight).toEqual({ kind: 'bucket', id: 'range:3' });
    item(1).element().blur();
    expect(store.getState().view.highlight).toBeNull();
  });

  test('click and Enter isolate, a second time restores', async () => {
    await renderLegend();
    await expect.poll(pressed).toEqual(allShown);
    await userEvent.click(item(1));
    await expect.poll(pressed).toEqual(['false', 'true', 'false', 'false', 'false']);
    await userEvent.click(item(1));
    await expect.poll(pressed).toEqual(allShown);
    item(2).element().focus();
    await press('{Enter}');
    await expect.poll(pressed).toEqual(['false', 'false', 'true', 'false', 'false']);
    await press('{Enter}');
    await expect.poll(pressed).toEqual(allShown);
  });

  test('Space and Ctrl-, Cmd- or Shift-click toggle', async () => {
    await renderLegend();
    item(0).element().focus();
    await press(' ');
    await expect.poll(pressed).toEqual(['false', 'true', 'true', 'true', 'true']);
    await press(' ');
    await expect.poll(pressed).toEqual(allShown);
    for (const modifiers of [['Control'], ['Meta'], ['Shift']] as const) {
      await userEvent.click(item(3), { modifiers: [...modifiers] });
      await expect.poll(pressed).toEqual(['true', 'true', 'true', 'false', 'true']);
      await userEvent.click(item(3), { modifiers: [...modifiers] });
      await expect.poll(pressed).toEqual(allShown);
    }
  });

  test('when everything is hidden it offers "Show all"', async () => {
    await renderLegend();
    for (const i of [0, 1, 2, 3, 4]) {
      item(i).element().focus();
      await press(' ');
    }
    const showAll = page.getByRole('button', { name: 'Show all' });
    await userEvent.click(showAll);
    await expect.poll(pressed).toEqual(allShown);
    expect(showAll.elements()).toHaveLength(0);
  });

  test('an item’s name keeps its range while its state changes, and counts what is shown', async () => {
    await renderLegend();
    await expect.element(item(4)).toHaveAccessibleName(/^Min – \S+ , 6 runs|^Min – \S+, 6 runs/);
    await userEvent.click(page.getByRole('button', { name: 'Show run-0', exact: true }));
    await expect.element(item(4)).toHaveAccessibleName(/5 of 6 runs shown/);
    await expect.element(item(4)).toHaveAttribute('aria-pressed', 'true');
  });

  test.each([
    ['vertical', '{ArrowDown}', '{ArrowUp}'],
    ['horizontal', '{ArrowRight}', '{ArrowLeft}'],
  ] as const)('%s is one tab stop; arrows, Home and End move within', async (orientation, forward, back) => {
    await renderLegend(orientation);
    page.getByText('before').element().focus();
    await press('{Tab}');
    await expect.element(item(0)).toHaveFocus();
    await press(forward);
    await expect.element(item(1)).toHaveFocus();
    await press('{End}');
    await expect.element(item(4)).toHaveFocus();
    await press(forward);
    await expect.element(item(0)).toHaveFocus();
    await press(back);
    await expect.element(item(4)).toHaveFocus();
    await press('{Home}');
    await expect.element(item(0)).toHaveFocus();
    await press(`${forward}{Tab}`);
    expect(document.activeElement?.closest('[role="toolbar"]')).toBeNull();
    await press('{Shift>}{Tab}{/Shift}');
    await expect.element(item(1)).toHaveFocus();
  });
});
