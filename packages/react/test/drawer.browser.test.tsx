import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { drawer, focused, gear, openRunsPage, press, renderWorkspace } from './fixtures/workspace.js';

const keyField = drawer.getByRole('combobox', { name: 'Key' });
const options = page.getByRole('option');
const countField = drawer.getByRole('spinbutton', { name: 'Buckets' });
const optionTexts = (): string[] => options.elements().map(({ textContent }) => textContent ?? '');

describe('the gear', () => {
  test('opens a non-modal dialog at the right, and what is beside it stays in use while it is open', async () => {
    await renderWorkspace();
    await expect.element(gear).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(gear);
    await expect.element(drawer).toBeVisible();
    await expect.element(gear).toHaveAttribute('aria-expanded', 'true');
    expect(drawer.element().getAttribute('aria-modal')).toBeNull();
    const box = drawer.element().getBoundingClientRect();
    expect([box.right, box.width]).toEqual([window.innerWidth, 360]);
    const plots = document.querySelector('.runhue-workspace-plots');
    expect(plots?.getBoundingClientRect().right).toBeLessThanOrEqual(box.left);
    const eye = page.getByRole('button', { name: 'Show run-3', exact: true });
    await userEvent.click(eye);
    await expect.element(eye).toHaveAttribute('aria-pressed', 'false');
    await expect.element(drawer).toBeVisible();
  });

  test('closes it again, as do its Close button and Escape, and focus returns to the gear', async () => {
    await renderWorkspace();
    const closings: (() => Promise<void>)[] = [
      () => userEvent.click(gear),
      () => userEvent.click(drawer.getByRole('button', { name: 'Close' })),
      () => press('{Escape}'),
    ];
    for (const close of closings) {
      await userEvent.click(gear);
      await expect.element(drawer).toBeVisible();
      await close();
      await expect.poll(() => drawer.elements().length).toBe(0);
      await expect.element(gear).toHaveFocus();
    }
  });
});

test('Tab goes from the drawer to what is before and after it, without an empty stop', async () => {
  await renderWorkspace();
  await userEvent.click(gear);
  (drawer.getByRole('button', { name: 'Close' }).element() as HTMLElement).focus();
  await press('{Shift>}{Tab}{/Shift}');
  expect(focused()).not.toBe('span ');
  expect(document.activeElement?.closest('.runhue-workspace-plots, .runhue-workspace-header')).not.toBeNull();
  await press('{Tab}');
  await expect.element(drawer.getByRole('button', { name: 'Close' })).toHaveFocus();
  (drawer.getByRole('button', { name: 'Reset' }).element() as HTMLElement).focus();
  await press('{Tab}');
  expect(document.activeElement?.tagName).not.toBe('SPAN');
});

describe('Settings → Runs → Key-based colors', () => {
  test('by mouse: Key, Y value and count recolour the legend at once', async () => {
    const store = await renderWorkspace({ metrics: ['acc'] });
    await openRunsPage();
    await userEvent.click(drawer.getByRole('radio', { name: 'Original run colors' }));
    await userEvent.click(drawer.getByRole('radio', { name: 'Key-based colors' }));
    await userEvent.click(drawer.getByRole('button', { name: 'Choose a key' }));
    await userEvent.click(page.getByRole('option', { name: /^loss/ }));
    await userEvent.click(drawer.getByRole('radio', { name: 'Max' }));
    await userEvent.click(drawer.getByRole('button', { name: 'More buckets' }));
    expect(store.getState().settings).toMatchObject({ mode: 'key', key: 'metric:loss', yValue: 'max', bucketCount: 6 });
    await expect.element(page.getByRole('toolbar', { name: 'Run colors: loss · max' })).toBeVisible();
  });

  test('by keyboard alone, from the gear', async () => {
    const store = await renderWorkspace();
    gear.element().focus();
    await press('{Enter}');
    await expect.poll(focused).toMatch(/^button Runs/);
    await press('{Enter}');
    await expect.poll(focused).toMatch(/^input/);
    await press('{ArrowLeft}');
    expect(store.getState().settings.mode).toBe('original');
    await press('{ArrowRight}');
    await press('{Tab}');
    await expect.element(keyField).toHaveFocus();
    await press('{Control>}a{/Control}los');
    await expect.poll(optionTexts).toHaveLength(1);
    await press('{Enter}');
    expect(store.getState().settings.key).toBe('metric:loss');
    await press('{Tab}');
    if (focused().includes('Choose a key')) await press('{Tab}');
    await press('{ArrowRight}');
    expect(store.getState().settings.yValue).toBe('max');
    await press('{Tab}');
    if (!countField.elements().includes(document.activeElement as HTMLElement)) await press('{Tab}');
    await expect.element(countField).toHaveFocus();
    await press('{ArrowUp}');
    expect(store.getState().settings.bucketCount).toBe(6);
    await press('{Escape}');
    await expect.element(gear).toHaveFocus();
  });

  test('Back returns to the first page with focus on the link that was followed', async () => {
    await renderWorkspace();
    await openRunsPage();
    await userEvent.click(drawer.getByRole('button', { name: 'Back' }));
    await expect.poll(focused).toMatch(/^button Runs/);
  });
});

describe('the Key field', () => {
  test('lists keys in groups with type and coverage, those that do not vary last', async () => {
    await renderWorkspace();
    await openRunsPage();
    await userEvent.click(drawer.getByRole('button', { name: 'Choose a key' }));
    await expect.poll(() => page.getByRole('group').elements().map((group) => group.textContent)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Metrics/), expect.stringMatching(/^Config/), expect.stringMatching(/^Does not vary/)]),
    );
    const texts = optionTexts();
    expect(texts.slice(0, 4)).toEqual(['accnumber30/30', 'lossnumber30/30', 'kindcategory30/30', 'seednumber30/30']);
    expect(texts).toContain('fixedboolean30/30');
    expect(texts.indexOf('fixedboolean30/30')).toBeGreaterThan(3);
  });

  test('Escape closes the list first and keeps the Key, then the drawer', async () => {
    const store = await renderWorkspace();
    await openRunsPage();
    await userEvent.click(keyField);
    await press('{Control>}a{/Control}zzz');
    await expect.element(page.getByText('No key matches.')).toBeVisible();
    await press('{Escape}');
    await expect.poll(() => page.getByRole('listbox').elements().length).toBe(0);
    await expect.element(drawer).toBeVisible();
    await press('{Escape}');
    await expect.poll(() => drawer.elements().length).toBe(0);
    expect(store.getState().settings.key).toBe('metric:acc');
    expect(store.getState().past).toEqual([]);
    await expect.element(gear).toHaveFocus();
  });

  test.each([['the field', keyField], ['the button beside it', drawer.getByRole('button', { name: 'Choose a key' })]])(
    'opened by %s, is typed over',
    async (_, opener) => {
      const store = await renderWorkspace();
      await openRunsPage();
      await userEvent.click(opener);
      await expect.element(page.getByRole('listbox')).toBeVisible();
      await expect.poll(() => window.getSelection()?.toString()).toBe('acc');
      await press('lo');
      await expect.poll(optionTexts).toEqual(['lossnumber30/30']);
      await press('{Enter}');
      expect(store.getState().settings.key).toBe('metric:loss');
    },
  );

  test('shows the Key in force again after text that was not chosen', async () => {
    await renderWorkspace();
    await openRunsPage();
    await userEvent.click(keyField);
    await press('{Control>}a{/Control}zz');
    await press('{Tab}');
    await expect.element(keyField).toHaveValue('acc');
  });
});

describe('the Buckets field', () => {
  test('Up, Down, Home and End step within 2 and 8', async () => {
    const store = await renderWorkspace();
    await openRunsPage();
    countField.element().focus();
    const count = (): number => store.getState().settings.bucketCount;
    for (const [keys, expected] of [['{ArrowUp}', 6], ['{End}', 8], ['{ArrowUp}', 8], ['{Home}', 2], ['{ArrowDown}', 2]] as const) {
      await press(keys);
      expect(count(), keys).toBe(expected);
    }
    await expect.element(countField).toHaveAttribute('aria-valuetext', '2 buckets');
  });

  test('a typed number is taken, out of range it is clipped on leaving, and text is refused with the reason', async () => {
    const store = await renderWorkspace();
    await openRunsPage();
    await userEvent.click(countField);
    await press('7');
    expect(store.getState().settings.bucketCount).toBe(7);
    await press('{Control>}a{/Control}many');
    await expect.element(countField).toHaveAttribute('aria-invalid', 'true');
    await expect.element(drawer.getByText('A whole number from 2 to 8.')).toBeVisible();
    await press('{Tab}');
    await expect.element(countField).toHaveValue('7');
    expect(store.getState().settings.bucketCount).toBe(7);
    await userEvent.click(countField);
    await press('99{Enter}');
    await expect.element(countField).toHaveValue('8');
  });
});

describe('Ctrl-Z', () => {
  test('undoes inside the kit, redoes with Shift, and leaves text fields and the rest of the page alone', async () => {
    const store = await renderWorkspace();
    await openRunsPage();
    await userEvent.click(drawer.getByRole('radio', { name: 'Max' }));
    const yValue = (): string => store.getState().settings.yValue;
    await userEvent.click(keyField);
    await press('{Control>}z{/Control}');
    expect(yValue()).toBe('max');
    await press('{Escape}');
    (document.activeElement as HTMLElement).blur();
    await press('{Control>}z{/Control}');
    expect(yValue()).toBe('max');
    drawer.getByRole('button', { name: 'Undo' }).element().focus();
    await press('{Control>}z{/Control}');
    expect(yValue()).toBe('latest');
    page.getByRole('toolbar').getByRole('button').first().element().focus();
    await press('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(yValue()).toBe('max');
  });
});

describe('the live region', () => {
  const region = (): Element | null => document.querySelector('.runhue-workspace > [role="status"]');
  const spoken = (): string => region()?.textContent ?? '';
  const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

  test('is silent on mount and says what the colours mean once, after choices rest', async () => {
    await renderWorkspace();
    await rest(700);
    expect(spoken()).toBe('');
    await openRunsPage();
    const heard: string[] = [];
    new MutationObserver(() => heard.push(spoken())).observe(region() as Element, { childList: true, characterData: true, subtree: true });
    countField.element().focus();
    await press('{ArrowUp}{ArrowUp}');
    expect(heard).toEqual([]);
    await expect.poll(() => heard).toEqual(['Colored by acc · latest. 7 buckets, 30 runs.']);
  });
});
