import { dashPatterns, palettes, type ColorSettings, type Palette } from '@runhue/core';
import { BucketLegend, createRunhueStore, RunhueProvider, RunTable, type BucketLegendProps, type RunhueStore } from '@runhue/react';
import '@runhue/react/styles.css';
import { afterEach, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { cdp, page, userEvent } from 'vitest/browser';
import { focused, openRunsPage, press, renderWorkspace } from './fixtures/workspace.js';
import { manyRuns } from './fixtures/runs.js';

/** As if the person's system asked for it. */
async function prefer(...features: { name: string; value: string }[]): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features });
}
afterEach(() => prefer());

async function renderLegend(settings: Partial<ColorSettings>, legend: BucketLegendProps = {}, width = 320): Promise<RunhueStore> {
  const store = createRunhueStore({ settings: { key: 'metric:acc', ...settings } });
  await render(
    <RunhueProvider runs={[...manyRuns(30), { id: 'none', config: { kind: 'odd' } }]} store={store} theme="light">
      <div style={{ width }}>
        <BucketLegend {...legend} />
      </div>
      <RunTable style={{ height: 320, width: 320 }} />
    </RunhueProvider>,
  );
  return store;
}

const continuous: Partial<ColorSettings> = { byKey: { 'metric:acc': { method: 'continuous' } } };
const filterOf = (store: RunhueStore) => store.getState().settings.byKey['metric:acc']?.filter;
const upper = page.getByRole('slider', { name: 'Highest value shown' });
const lower = page.getByRole('slider', { name: 'Lowest value shown' });
const box = (element: Element) => element.getBoundingClientRect();
const targets = (selector: string) => [...document.querySelectorAll(selector)].map(box);

/** Drags what lies at an element's middle by some px, in steps; leaves the button down unless told otherwise. */
function drag(element: Element, by: number, { letGo = true } = {}): void {
  const { x, y, width, height } = box(element);
  const [clientX, clientY] = [x + width / 2, y + height / 2];
  const target = document.elementFromPoint(clientX, clientY) as Element;
  const point = (type: string, dx: number): boolean =>
    target.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, pointerId: 1, button: 0, clientX: clientX + dx, clientY }));
  point('pointerdown', 0);
  for (const share of [0.25, 0.5, 0.75, 1]) point('pointermove', by * share);
  if (letGo) point('pointerup', by);
}

describe('BucketLegend with a colour bar', () => {
  test('a drag of an end filters as one undo step and says how many runs are left', async () => {
    const store = await renderLegend(continuous);
    drag(upper.element(), -148);
    await expect.element(page.getByText(/15 of 30 runs/)).toBeVisible();
    expect(store.getState().past).toHaveLength(1);
    expect(filterOf(store)?.[1]).toBeCloseTo(0.48, 1);
  });

  test('Escape while dragging takes the drag back', async () => {
    const store = await renderLegend(continuous);
    drag(upper.element(), -100, { letGo: false });
    await expect.poll(() => filterOf(store)).toBeDefined();
    await press('{Escape}');
    await expect.poll(() => filterOf(store)).toBeUndefined();
  });

  test('arrows, Page and Home/End move an end, which stops at the other one', async () => {
    await renderLegend(continuous);
    (lower.element() as HTMLElement).focus();
    const now = () => Number(lower.element().getAttribute('aria-valuenow'));
    const high = Number(upper.element().getAttribute('aria-valuenow'));
    await press('{ArrowRight}');
    await expect.poll(now).toBeCloseTo(high / 100, 6);
    await press('{PageUp}');
    await expect.poll(now).toBeCloseTo(high * 0.11, 6);
    await press('{End}');
    await expect.poll(now).toBe(high);
    await press('{Home}');
    await expect.poll(now).toBe(0);
    expect(lower.element().getAttribute('aria-valuetext')).toBe('0');
  });

  test('the range between is dragged as a whole', async () => {
    const store = await renderLegend({ byKey: { 'metric:acc': { method: 'continuous', filter: [0.2, 0.4] } } });
    drag(document.querySelector('.runhue-colorbar-band') as Element, 60);
    const [low, high] = filterOf(store) ?? [0, 0];
    expect(low).toBeGreaterThan(0.3);
    expect(high - low).toBeCloseTo(0.2, 2);
  });

  test('both ends are targets of 24 px', async () => {
    await renderLegend(continuous);
    for (const { width, height } of targets('[role=slider]')) expect([width, height]).toEqual([24, 24]);
  });
});

describe('BucketLegend compact', () => {
  test.each([120, 200, 320, 640])('prints edges that do not overlap at %i px, on targets of 24 px', async (width) => {
    await renderLegend({ bucketCount: 8 }, { variant: 'compact' }, width);
    await expect.poll(() => targets('.runhue-strip-segment').length).toBe(8);
    for (const target of targets('.runhue-strip-segment')) expect(target.height).toBeGreaterThanOrEqual(24);
    const labels = () => targets('.runhue-strip-labels span');
    await expect.poll(() => labels().every(({ left }, i) => i === 0 || left >= (labels()[i - 1]?.right ?? 0))).toBe(true);
    expect(labels().length).toBeGreaterThan(0);
    if (width === 640) expect(labels()).toHaveLength(7);
  });

  test('is one tab stop with arrow keys, runs without a value last', async () => {
    await renderLegend({}, { variant: 'compact' });
    const items = page.getByRole('toolbar', { name: 'Run colors: acc · latest' }).getByRole('button');
    (items.first().element() as HTMLElement).focus();
    await press('{ArrowRight}{ArrowRight}{Enter}');
    await expect.element(items.nth(0)).toHaveAttribute('aria-pressed', 'false');
    await press('{Enter}{End}');
    expect(focused()).toContain('No value');
  });
});

describe('BucketLegend as a table', () => {
  test('lists runs under their buckets with only the config keys that differ, high on top', async () => {
    await renderLegend({}, { variant: 'table' }, 640);
    const table = page.getByRole('table', { name: 'Runs by bucket: acc · latest' });
    const headers = [...table.element().querySelectorAll('[role=columnheader]')].map((header) => header.textContent);
    expect(headers).toEqual(['Name', 'acc · latest', 'kind', 'seed']);
    await expect.element(table.getByRole('row').nth(1)).toHaveTextContent(/– Max/);
    await expect.element(table.getByRole('row').nth(2)).toHaveTextContent('run-29');
  });

  test('sorts runs within their buckets by any column', async () => {
    await renderLegend({ bucketCount: 2 }, { variant: 'table' }, 640);
    const table = page.getByRole('table', { name: /Runs by bucket/ });
    await userEvent.click(table.getByRole('button', { name: 'seed' }));
    const first = () => document.querySelector('.runhue-legend-table [data-row=run]')?.getAttribute('data-run');
    await expect.poll(first).toBe('run-15');
    await userEvent.click(table.getByRole('button', { name: 'seed' }));
    await expect.poll(first).toBe('run-29');
  });

  test('a click keeps a run highlighted, Escape lets all go', async () => {
    const store = await renderLegend({}, { variant: 'table' }, 640);
    const run = page.getByRole('table', { name: /Runs by bucket/ }).getByRole('button', { name: 'run-28' });
    const { right, top } = box(run.element().closest('[role=row]') as Element);
    document.elementFromPoint(Math.min(right, 600) - 20, top + 14)?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await expect.element(run).toHaveAttribute('aria-pressed', 'true');
    await userEvent.hover(page.getByRole('searchbox'));
    expect([...store.getState().view.selectedRuns]).toEqual(['run-28']);
    (run.element() as HTMLElement).focus();
    await press('{Escape}');
    await expect.poll(() => store.getState().view.selectedRuns.size).toBe(0);
  });
});

describe('a run’s own colour', () => {
  const dot = page.getByRole('button', { name: 'Color of run-0', exact: true });

  test('is picked from the table’s dot, marked in the legend, taken back; Escape returns focus', async () => {
    const store = await renderLegend({});
    await userEvent.click(dot);
    const dialog = page.getByRole('dialog', { name: 'Color of run-0' });
    await userEvent.click(dialog.getByRole('button', { name: 'Color 3', exact: true }));
    expect(store.getState().settings.runColors).toEqual({ 'run-0': '#00a567' });
    await expect.element(page.getByRole('button', { name: /^Min .* 1 with its own color$/ })).toBeVisible();
    await press('{Escape}');
    await expect.poll(focused).toBe('button Color of run-0');
    await userEvent.click(page.getByRole('button', { name: 'Clear colors' }));
    expect(store.getState().settings.runColors).toEqual({});
  });

  test('the dot is a target of 24 px', async () => {
    await renderLegend({});
    const { width, height } = box(dot.element());
    expect([width, height]).toEqual([24, 24]);
  });
});

describe('what the system asks for', () => {
  const fills = () => [...document.querySelectorAll('.runhue-legend .runhue-swatch :is(rect, path)')].map((mark) => mark.getAttribute('fill') ?? mark.getAttribute('stroke'));
  const tableOf = (name: string): readonly string[] => {
    const palette = palettes.find((candidate) => candidate.name === name) as Palette;
    return (palette.light as Readonly<Record<number, readonly string[]>>)[5] ?? [];
  };

  test('prefers-contrast: more puts the high-contrast palette in place of the default, not of a chosen one', async () => {
    await prefer({ name: 'prefers-contrast', value: 'more' });
    const store = await renderLegend({});
    await expect.poll(() => fills().slice(0, 5)).toEqual([...tableOf('high-contrast')].reverse());
    store.setState(({ settings }) => ({ settings: { ...settings, palette: 'cividis' } }));
    await expect.poll(() => fills().slice(0, 5)).not.toEqual([...tableOf('high-contrast')].reverse());
  });

  test('forced colours turn dashes on, one pattern per bucket', async () => {
    await renderLegend({});
    await prefer({ name: 'forced-colors', value: 'active' });
    const dashes = () => [...document.querySelectorAll('.runhue-legend .runhue-swatch path')].map((path) => path.getAttribute('stroke-dasharray'));
    await expect.poll(() => dashes().slice(0, 5)).toEqual(dashPatterns.slice(0, 5).map((dash) => dash?.join(' ') ?? null).reverse());
  });
});

describe('Settings → palettes and dashes', () => {
  test('a second key is chosen and taken away in the drawer, and Escape closes its list first', async () => {
    const store = await renderWorkspace();
    await openRunsPage();
    await userEvent.click(page.getByRole('button', { name: 'Choose what dashes show' }));
    await userEvent.click(page.getByRole('option', { name: /^kind/ }));
    expect(store.getState().settings.dashKey).toBe('config:kind');
    await expect.element(page.getByRole('toolbar', { name: 'Dashes: kind' })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Choose what dashes show' }));
    await press('{Escape}');
    await expect.element(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Choose what dashes show' }));
    await userEvent.click(page.getByRole('option', { name: 'None' }));
    expect(store.getState().settings.dashKey).toBeNull();
  });

  test('another palette takes the midpoint back in the same step', async () => {
    const store = createRunhueStore({ settings: { key: 'metric:acc', palette: 'diverging', byKey: { 'metric:acc': { pivot: 0.5 } } } });
    await renderWorkspace({ store });
    await openRunsPage();
    await expect.element(page.getByRole('textbox', { name: 'Midpoint' })).toHaveValue('0.5');
    await userEvent.click(page.getByRole('radio', { name: 'Viridis' }));
    expect(store.getState().settings).toMatchObject({ palette: 'viridis', byKey: {} });
    expect(store.getState().past).toHaveLength(1);
    await expect.element(page.getByRole('radio', { name: 'Viridis' })).toBeChecked();
  });

  test('an own palette’s faults are said in words', async () => {
    const store = createRunhueStore({ settings: { key: 'metric:acc', palette: { light: ['#ffffcc', '#ffffbb'], dark: ['#333333', '#444444'] } } });
    await renderWorkspace({ store, theme: 'light' });
    await openRunsPage();
    await expect.element(page.getByRole('radio', { name: 'The app’s own' })).toBeChecked();
    await expect.element(page.getByText(/#ffffcc has a contrast of 1\.\d\d:1/).first()).toBeInTheDocument();
  });
});

test('a choice of colour bar or dash is told once it rests', async () => {
  const store = createRunhueStore({ settings: { key: 'metric:acc', byKey: { 'metric:acc': { method: 'continuous' } } } });
  await renderWorkspace({ store });
  (page.getByRole('slider', { name: 'Lowest value shown' }).element() as HTMLElement).focus();
  await press('{PageUp}');
  await expect.element(page.getByText('Colored by acc · latest, continuous. 27 of 30 runs.')).toBeInTheDocument();
});
